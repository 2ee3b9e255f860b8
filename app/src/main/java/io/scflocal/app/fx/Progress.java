package io.scflocal.app.fx;

import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;

/** How far one piece of work in the background is, and whether anybody wants it any more. Any thread, unless a method says otherwise. */
public final class Progress {
    private static final int STEPS = 100;

    private final Executor screen;
    private final DoubleConsumer shown;
    private volatile boolean cancelled;
    private long step;

    /**
     * It has just begun.
     *
     * @param shown told how much is done, from 0 to 1; on the JavaFX thread, about a hundred times in all, until it is cancelled
     */
    public Progress(Threads threads, DoubleConsumer shown) {
        screen = threads.screen();
        this.shown = shown;
    }

    /** So much of all is done; returns whether to go on. Only the thread that works calls it. */
    public boolean report(long done, long total) {
        long now = total == 0 ? 0 : done * STEPS / total;
        if (now != step) {
            step = now;
            screen.execute(() -> show(now));
        }
        return !cancelled;
    }

    private void show(long now) {
        if (!cancelled) {
            shown.accept(now / (double) STEPS);
        }
    }

    /** Nobody wants it any more: it is to end soon, without a result. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether nobody wants it any more. */
    public boolean isCancelled() {
        return cancelled;
    }
}
