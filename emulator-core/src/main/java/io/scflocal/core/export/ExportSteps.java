package io.scflocal.core.export;

import java.util.concurrent.CancellationException;

/** Tells how far an export is, often enough to be cancelled soon and seldom enough to cost nothing. For one thread. */
final class ExportSteps {
    private static final int FRAMES = 1024;
    private static final int BYTES = 1 << 20;

    private final ExportProgress progress;
    private final long total;
    private int frames;
    private long bytes;

    /** {@code total} is what is done when all is done. */
    ExportSteps(ExportProgress progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    /**
     * One more frame has been passed.
     *
     * @param length bytes of its payload that there are
     * @param done what is done by now
     */
    void frame(int length, long done) {
        frames++;
        bytes += length;
        if (frames >= FRAMES || bytes >= BYTES) {
            frames = 0;
            bytes = 0;
            report(done);
        }
    }

    /** Tells it at once. */
    void report(long done) {
        if (!progress.done(done, total)) {
            throw new CancellationException("The export was cancelled.");
        }
    }
}
