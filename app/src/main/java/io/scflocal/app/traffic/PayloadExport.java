package io.scflocal.app.traffic;

import io.scflocal.app.text.Formats;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.frame.Opcode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the payload of a frame out of the capture. Every method may block on the disk. */
final class PayloadExport {
    /** More than this isn't put on a clipboard; saving has no limit. */
    static final int COPY_BYTES = 16 << 20;

    private static final int COPY_HEX_BYTES = 1 << 20;
    private static final int PIECE = 1 << 16;

    private PayloadExport() {}

    /** The message as text, as it came: nothing laid out. */
    static String text(FrameDetail detail, PayloadText payloadText) {
        FrameRecord frame = detail.frame();
        byte[] payload =
                Payloads.read(detail.reader(), frame.number(), 0, Math.min(frame.capturedLength(), COPY_BYTES));
        if (frame.header().opcode() == Opcode.CLOSE) {
            return CloseStatus.of(payload).reason();
        }
        return frame.header().rsv1()
                ? payloadText.textOf(frame, COPY_BYTES).orElseGet(() -> Formats.hex(payload, 0, payload.length))
                : Utf8.text(payload);
    }

    /** The payload's first mebibyte in hexadecimal digits. */
    static String hex(FrameDetail detail) {
        int length = Math.min(detail.frame().capturedLength(), COPY_HEX_BYTES);
        byte[] bytes = Payloads.read(detail.reader(), detail.frame().number(), 0, length);
        return Formats.hex(bytes, 0, bytes.length);
    }

    /** Writes the payload without its mask into a file, and replaces that. */
    static void save(FrameDetail detail, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            long offset = 0;
            byte[] piece = Payloads.read(detail.reader(), detail.frame().number(), offset, PIECE);
            while (piece.length > 0) {
                out.write(piece);
                offset += piece.length;
                piece = Payloads.read(detail.reader(), detail.frame().number(), offset, PIECE);
            }
        }
    }
}
