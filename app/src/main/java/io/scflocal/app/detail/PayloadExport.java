package io.scflocal.app.detail;

import io.scflocal.app.fx.Progress;
import io.scflocal.app.payload.CloseStatus;
import io.scflocal.app.payload.Content;
import io.scflocal.app.payload.Utf8;
import io.scflocal.app.text.Formats;
import io.scflocal.core.frame.Opcode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the content of a frame out of the capture. Every method may block on the disk. */
final class PayloadExport {
    /** More than this isn't put on a clipboard; saving has no limit. */
    private static final int COPY_BYTES = 16 << 20;

    private static final int COPY_HEX_BYTES = 1 << 20;
    private static final int PIECE = 1 << 20;

    private PayloadExport() {}

    /**
     * What goes onto the clipboard.
     *
     * @param text the characters
     * @param bytes how many bytes of the payload they stand for
     * @param whole whether that is all that is captured
     */
    record Copy(String text, int bytes, boolean whole) {}

    /** The message as text, as it came: nothing laid out. */
    static Copy text(FrameDetail detail) {
        byte[] payload = read(detail, COPY_BYTES);
        return copy(detail, payload, text(detail.content(), payload));
    }

    private static String text(Content content, byte[] payload) {
        if (content.opcode() == Opcode.CLOSE) {
            return CloseStatus.of(payload).reason();
        }
        return content.isCompressed() ? Formats.hex(payload, 0, payload.length) : Utf8.text(payload);
    }

    /** The payload in hexadecimal digits. */
    static Copy hex(FrameDetail detail) {
        byte[] payload = read(detail, COPY_HEX_BYTES);
        return copy(detail, payload, Formats.hex(payload, 0, payload.length));
    }

    private static Copy copy(FrameDetail detail, byte[] payload, String text) {
        return new Copy(text, payload.length, payload.length >= detail.content().length());
    }

    private static byte[] read(FrameDetail detail, int limit) {
        return detail.content().read(0, Math.min(detail.content().length(), limit));
    }

    /**
     * Writes the bytes that there are to read into a file, and replaces that.
     *
     * @return whether it was finished; if it was cancelled the file is gone
     */
    static boolean save(FrameDetail detail, Path file, Progress progress) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            long offset = 0;
            byte[] piece = detail.content().read(offset, PIECE);
            while (piece.length > 0 && !progress.isCancelled()) {
                out.write(piece);
                offset += piece.length;
                progress.report(offset, detail.content().length());
                piece = detail.content().read(offset, PIECE);
            }
        }
        if (progress.isCancelled()) {
            Files.delete(file);
        }
        return !progress.isCancelled();
    }
}
