package io.scflocal.app.session;

import io.scflocal.core.time.Ticker;
import java.time.Duration;
import java.time.Instant;

/** A clock that is moved by hand. */
public final class HandTicker implements Ticker {
    private long nanos = Duration.ofSeconds(
                    Instant.parse("2026-11-23T12:00:00Z").getEpochSecond())
            .toNanos();

    /** Moves on. */
    public void advance(Duration time) {
        nanos += time.toNanos();
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public long epochNanos() {
        return nanos;
    }
}
