package io.scflocal.core.time;

/** A clock for what has happened already: it shows the moment that is told, and stands still in between. Thread-safe. */
public final class RecordedTicker implements Ticker {
    private volatile long epochNanos;

    /** What is told from now on happened at this moment, in nanoseconds since 1970. */
    public void tell(long moment) {
        epochNanos = moment;
    }

    @Override
    public long nanos() {
        return epochNanos;
    }

    @Override
    public long epochNanos() {
        return epochNanos;
    }
}
