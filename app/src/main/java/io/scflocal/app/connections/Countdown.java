package io.scflocal.app.connections;

/**
 * What was left of one of the platform's limits on time when the table last looked.
 *
 * @param leftNanos until the platform cuts; negative when it is overdue
 * @param limitNanos the whole limit
 * @param restarted whether a message has set it back since the look before
 */
record Countdown(long leftNanos, long limitNanos, boolean restarted) {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** A limit of two hours is not urgent when a tenth of it is left, so the two shares end at these times. */
    private static final long SOON_AT_MOST = 60 * NANOS_PER_SECOND;

    private static final long NOW_AT_MOST = 10 * NANOS_PER_SECOND;

    /** The part of the limit that is left, from 0 to 1. */
    double fraction() {
        return Math.min(1, Math.max(0, (double) leftNanos / limitNanos));
    }

    /** How soon it cuts: soon from a third of the limit on, now from a tenth on. */
    Urgency urgency() {
        if (leftNanos <= Math.min(limitNanos / 10, NOW_AT_MOST)) {
            return Urgency.NOW;
        }
        return leftNanos <= Math.min(limitNanos / 3, SOON_AT_MOST) ? Urgency.SOON : Urgency.CALM;
    }

    /** The same limit at the next look; what is left can only have grown by a message, unless the limit itself was changed. */
    Countdown next(long nextLeftNanos, long nextLimitNanos) {
        return new Countdown(nextLeftNanos, nextLimitNanos, nextLimitNanos == limitNanos && nextLeftNanos > leftNanos);
    }
}
