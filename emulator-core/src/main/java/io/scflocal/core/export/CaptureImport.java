package io.scflocal.core.export;

import io.scflocal.core.capture.Captures;
import io.scflocal.core.time.Ticker;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/** Reads files of other programs into new captures among the others. Thread-safe. */
public final class CaptureImport {
    private static final int REPORT_BYTES = 1 << 20;

    private final Captures captures;
    private final Ticker ticker;

    /** Adds to {@code captures}. */
    public CaptureImport(Captures captures, Ticker ticker) {
        this.captures = captures;
        this.ticker = ticker;
    }

    /**
     * Reads a file. Blocks. When it fails or is cancelled nothing is left of the capture.
     *
     * @param progress told how many bytes of the file have been read
     * @return the directory of the new capture
     * @throws IOException if the file can't be read or is something else, with the line in the message; or if the capture can't be written
     * @throws CancellationException if {@code progress} has asked for the end
     */
    public Path read(Path file, ImportFormat format, ExportProgress progress) throws IOException {
        Path directory = captures.newDirectory(ticker);
        boolean whole = false;
        try (InputStream in = new Counted(Files.newInputStream(file), Files.size(file), progress)) {
            String name = String.valueOf(file.getFileName());
            format.read(new BufferedInputStream(in), directory, name, ticker.epochNanos());
            progress.done(Files.size(file), Files.size(file));
            whole = true;
        } finally {
            if (!whole) {
                Captures.delete(directory);
            }
        }
        return directory;
    }

    /** Tells how far it is. */
    private static final class Counted extends FilterInputStream {
        private final long total;
        private final ExportProgress progress;
        private long done;
        private long told;

        Counted(InputStream in, long total, ExportProgress progress) {
            super(in);
            this.total = total;
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            done += Math.max(0, count);
            if (done - told >= REPORT_BYTES || told == 0) {
                told = done;
                if (!progress.done(done, total)) {
                    throw new CancellationException("The import was cancelled.");
                }
            }
            return count;
        }
    }
}
