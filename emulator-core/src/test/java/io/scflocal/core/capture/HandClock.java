package io.scflocal.core.capture;

import io.scflocal.core.time.Ticker;
import java.util.concurrent.atomic.AtomicLong;

/** A clock moved by hand. */
final class HandClock implements Ticker {
    final AtomicLong now = new AtomicLong();

    @Override
    public long nanos() {
        return now.get();
    }

    @Override
    public long epochNanos() {
        return now.get();
    }
}
