package io.scflocal.app.traffic;

import io.scflocal.core.capture.CaptureReader;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Builds the index of the frames that pass a filter, in blocks and in the background, and goes on as the capture grows.
 *
 * <p>Thread-safe.
 */
final class FrameScan {
    private static final System.Logger LOG = System.getLogger(FrameScan.class.getName());
    private static final int BLOCK = 8_192;

    private final CaptureReader reader;
    private final RowFilter filter;
    private final Executor background;
    private final FrameIndex index = new FrameIndex();
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean cancelled;
    private volatile long scanned;

    FrameScan(CaptureReader reader, RowFilter filter, Executor background) {
        this.reader = reader;
        this.filter = filter;
        this.background = background;
    }

    /** The frames found so far. */
    FrameIndex index() {
        return index;
    }

    /** How many frames were looked at, from number 0 on. */
    long scanned() {
        return scanned;
    }

    /** Looks at the frames that have come since; returns at once and does nothing while it is at work. */
    void catchUp() {
        if (!cancelled && scanned < reader.count() && running.compareAndSet(false, true)) {
            background.execute(this::scan);
        }
    }

    /** Stops at the end of the present block, for good. */
    void cancel() {
        cancelled = true;
    }

    private void scan() {
        try {
            long end = reader.count();
            while (!cancelled && scanned < end) {
                scanBlock(scanned, Math.min(end, scanned + BLOCK));
            }
        } catch (RuntimeException e) {
            cancelled = true;
            LOG.log(Level.WARNING, "The frames can't be read, so the list of frames stays as it is", e);
        } finally {
            running.set(false);
        }
    }

    private void scanBlock(long from, long to) {
        for (long number = from; number < to; number++) {
            if (filter.shows(reader.frame(number))) {
                index.append(number);
            }
        }
        index.publish();
        scanned = to;
    }
}
