package io.scflocal.core.capture;

/**
 * Frames whose bytes had to make room for newer ones. They are older than all others.
 *
 * @param count how many frames they are
 * @param listed how many of them still have their headers and times: the frames 0 to {@code listed}, exclusive. All of them, unless
 *     the capture was built of an export that had a part of the frames
 * @param fromEpochNanos when the first one arrived, nanoseconds since 1970-01-01T00:00:00Z
 * @param toEpochNanos when the last one arrived
 * @param quotaBytes what the capture may take of the disk, which is why they had to go; 0 when it isn't known
 */
public record Gap(long count, long listed, long fromEpochNanos, long toEpochNanos, long quotaBytes) {

    public Gap {
        if (count < 1 || listed < 0 || listed > count || fromEpochNanos > toEpochNanos) {
            throw new IllegalArgumentException("A gap of " + count + " frames, " + listed + " of them listed, from "
                    + fromEpochNanos + " to " + toEpochNanos);
        }
    }

    /** The same gap in a copy of the capture that has so many of the frames that are listed here. */
    public Gap listing(long frames) {
        return new Gap(count, frames, fromEpochNanos, toEpochNanos, quotaBytes);
    }
}
