package io.scflocal.core.capture;

/**
 * Frames whose bytes had to make room for newer ones; their headers and times are still there.
 *
 * @param from number of the first one
 * @param to one more than the number of the last one
 * @param fromEpochNanos when the first one arrived, nanoseconds since 1970-01-01T00:00:00Z
 * @param toEpochNanos when the last one arrived
 */
public record Gap(long from, long to, long fromEpochNanos, long toEpochNanos) {

    /** How many frames they are. */
    public long count() {
        return to - from;
    }
}
