package io.scflocal.core.capture;

/**
 * A line of the log.
 *
 * @param number place in the log, from 0
 * @param epochNanos when it was written, nanoseconds since 1970-01-01T00:00:00Z, on the same clock as the frames
 * @param source who wrote it, in the words of the one who recorded it
 * @param requestId request id of the connection it belongs to; empty if it belongs to none
 * @param text without a line ending
 */
public record LineRecord(long number, long epochNanos, String source, String requestId, String text) {}
