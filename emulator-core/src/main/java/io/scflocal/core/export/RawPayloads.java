package io.scflocal.core.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes every message into a file of its own, joined and inflated: {@code 000017-c3-c2f.txt} is the one that begins with frame 17 of
 * connection 3.
 */
public final class RawPayloads {
    private final Path directory;

    /** Writes into {@code directory}, which is created if it is missing; files of the same names are overwritten. */
    public RawPayloads(Path directory) {
        this.directory = directory;
    }

    /**
     * Writes the selected messages. Blocks.
     *
     * @return how many files were written
     * @throws IOException if a file can't be written
     * @throws java.util.concurrent.CancellationException if {@code progress} has asked for the end
     */
    public long write(CaptureSource capture, FrameSelection selection, ExportProgress progress) throws IOException {
        Files.createDirectories(directory);
        AtomicLong written = new AtomicLong();
        MessageWalk messages = new MessageWalk(capture.frames());
        new FrameWalk(capture.frames(), selection, progress).<IOException>each(frame -> {
            ExportedMessage message = messages.next(frame).orElse(null);
            if (message != null && !message.opcode().isControl()) {
                write(message);
                written.incrementAndGet();
            }
        });
        return written.get();
    }

    private void write(ExportedMessage message) throws IOException {
        String name = String.format(
                "%06d-c%d-%s%s.%s",
                message.frame().number(),
                message.frame().connection(),
                JsonlFrame.direction(message.frame().direction()),
                message.isWhole() ? "" : ".truncated",
                message.isText() ? "txt" : "bin");
        try (InputStream bytes = message.payload().stream()) {
            Files.copy(bytes, directory.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
