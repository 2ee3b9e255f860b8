package io.scflocal.app.decode;

import java.util.concurrent.CancellationException;

/** Tells long work that nobody waits for it any more. Any thread. */
public final class Cancellation {
    private volatile boolean cancelled;

    /** Nobody waits any more. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether nobody waits any more. */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Goes on only if somebody waits.
     *
     * @throws CancellationException if nobody does
     */
    public void check() {
        if (cancelled) {
            throw new CancellationException();
        }
    }
}
