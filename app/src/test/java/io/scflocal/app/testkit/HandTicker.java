package io.scflocal.app.testkit;

import io.scflocal.core.time.Ticker;
import java.time.Duration;

/** A clock that moves only when it is told to; it begins at 2026-11-22T10:16:55Z. */
public final class HandTicker implements Ticker {
    private static final long ORIGIN_EPOCH_NANOS = 1_795_342_615_000_000_000L;

    private volatile long nanos;

    /** Moves on. */
    public void advance(Duration by) {
        nanos += by.toNanos();
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public long epochNanos() {
        return ORIGIN_EPOCH_NANOS + nanos;
    }
}
