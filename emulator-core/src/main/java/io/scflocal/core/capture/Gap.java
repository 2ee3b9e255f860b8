package io.scflocal.core.capture;

/**
 * What had to make room for newer things: bytes of frames, then their headers and times as well, and connections and lines of the log. It is
 * older than what is left, apart from connections that are still open.
 *
 * @param count how many frames lack their bytes
 * @param end the number of the first frame that has them. The frames before it are listed with header and time, without bytes, from
 *     {@link CaptureReader#first()} on; 0 in a copy of the capture that has none of them
 * @param fromEpochNanos when the first one arrived, nanoseconds since 1970-01-01T00:00:00Z; when the capture was begun if it is no frame
 * @param toEpochNanos when the last one arrived
 * @param quotaBytes what the capture may take of the disk, which is why they had to go; 0 when it isn't known
 * @param connections how many connections nothing is known of any more
 * @param lines how many lines of the log are no longer there
 */
public record Gap(
        long count, long end, long fromEpochNanos, long toEpochNanos, long quotaBytes, long connections, long lines) {

    public Gap {
        if (Math.min(count, Math.min(connections, lines)) < 0
                || Math.max(count, Math.max(connections, lines)) < 1
                || end < 0
                || end > count
                || fromEpochNanos > toEpochNanos) {
            throw new IllegalArgumentException("A gap of " + count + " frames up to " + end + ", " + connections
                    + " connections and " + lines + " lines, from " + fromEpochNanos + " to " + toEpochNanos);
        }
    }

    /** Of frames only. */
    public Gap(long count, long end, long fromEpochNanos, long toEpochNanos, long quotaBytes) {
        this(count, end, fromEpochNanos, toEpochNanos, quotaBytes, 0, 0);
    }

    /** The same gap in a copy of the capture in which the first frame that has its bytes has the number {@code frame}. */
    public Gap endingAt(long frame) {
        return new Gap(count, frame, fromEpochNanos, toEpochNanos, quotaBytes, connections, lines);
    }

    /** The same gap, in which so many connections and lines of the log are missing as well. */
    Gap with(long moreConnections, long moreLines) {
        return new Gap(count, end, fromEpochNanos, toEpochNanos, quotaBytes, moreConnections, moreLines);
    }
}
