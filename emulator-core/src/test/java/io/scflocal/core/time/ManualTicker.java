package io.scflocal.core.time;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until a test moves it. */
public final class ManualTicker implements Ticker {
    private final AtomicLong nanos = new AtomicLong();

    /** Moves both clocks on. */
    public void advance(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public long epochNanos() {
        return 1_795_000_000_000_000_000L + nanos.get();
    }
}
