package io.scflocal.app.connections;

import java.util.Arrays;

/**
 * How many frames a second have passed on a connection in the last half minute, a value a second. Immutable; as long as nothing
 * passes, the array of values stays the same one.
 */
final class RateHistory {
    /** How many values there are. */
    static final int SECONDS = 30;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final double[] values;
    private final long second;
    private final long frames;

    private RateHistory(double[] values, long second, long frames) {
        this.values = values;
        this.second = second;
        this.frames = frames;
    }

    /** Begins to measure at a connection that has been open for so long and on which so many frames have passed. */
    static RateHistory from(long elapsedNanos, long frames) {
        double[] unknown = new double[SECONDS];
        Arrays.fill(unknown, -1);
        return new RateHistory(unknown, elapsedNanos / NANOS_PER_SECOND, frames);
    }

    /** What is known later; the same object within a second. */
    RateHistory next(long elapsedNanos, long framesNow) {
        long now = elapsedNanos / NANOS_PER_SECOND;
        long passed = now - second;
        if (passed <= 0) {
            return this;
        }
        double rate = (framesNow - frames) / (double) passed;
        boolean same = rate == 0 && Arrays.stream(values).allMatch(value -> value == 0);
        return new RateHistory(same ? values : shifted((int) Math.min(passed, SECONDS), rate), now, framesNow);
    }

    private double[] shifted(int by, double rate) {
        double[] next = Arrays.copyOfRange(values, by, by + SECONDS);
        Arrays.fill(next, SECONDS - by, SECONDS, rate);
        return next;
    }

    /** Frames a second, the newest last; -1 for a second that was not measured. Not to be changed. */
    double[] values() {
        return values;
    }

    /** Frames in the last second that was measured; -1 when none was. */
    double newest() {
        return values[SECONDS - 1];
    }

    /** Frames in the busiest second. */
    double most() {
        return Arrays.stream(values).max().orElse(0);
    }
}
