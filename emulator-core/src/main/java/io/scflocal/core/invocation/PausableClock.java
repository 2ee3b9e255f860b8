package io.scflocal.core.invocation;

import io.scflocal.core.time.Ticker;

/** A clock that stands still while it is paused. Thread-safe; paused and resumed by one thread at a time. */
final class PausableClock {
    private final Ticker ticker;
    private volatile Standing standing = new Standing(false, 0, 0);

    /**
     * How it stands.
     *
     * @param sinceNanos when the pause began, if there is one
     * @param lostNanos what the pauses before have taken
     */
    private record Standing(boolean paused, long sinceNanos, long lostNanos) {}

    PausableClock(Ticker ticker) {
        this.ticker = ticker;
    }

    long nanos() {
        Standing now = standing;
        return (now.paused ? now.sinceNanos : ticker.nanos()) - now.lostNanos;
    }

    boolean isPaused() {
        return standing.paused;
    }

    void pause() {
        if (!standing.paused) {
            standing = new Standing(true, ticker.nanos(), standing.lostNanos);
        }
    }

    void resume() {
        Standing ending = standing;
        if (ending.paused) {
            standing = new Standing(false, 0, ending.lostNanos + ticker.nanos() - ending.sinceNanos);
        }
    }
}
