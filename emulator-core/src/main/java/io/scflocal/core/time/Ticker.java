package io.scflocal.core.time;

import java.time.Instant;

/**
 * The source of time for everything that measures or decides by it. Both clocks of one ticker run at the same pace, so that a
 * wall-clock time taken twice never goes backwards.
 *
 * <p>Thread-safe.
 */
public interface Ticker {

    /** Monotonic time in nanoseconds from an arbitrary origin; only differences have a meaning. */
    long nanos();

    /** Wall-clock time in nanoseconds since 1970-01-01T00:00:00Z. */
    long epochNanos();

    /** The machine's clock: the wall-clock time is read once, here, and then moves with the monotonic clock. */
    static Ticker system() {
        Instant start = Instant.now();
        long originNanos = System.nanoTime();
        long originEpochNanos =
                Math.addExact(Math.multiplyExact(start.getEpochSecond(), 1_000_000_000L), start.getNano());
        return new Ticker() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public long epochNanos() {
                return originEpochNanos + (System.nanoTime() - originNanos);
            }
        };
    }
}
