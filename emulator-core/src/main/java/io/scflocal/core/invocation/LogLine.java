package io.scflocal.core.invocation;

/**
 * One line of the log.
 *
 * @param number place in the log, from 0
 * @param epochNanos when it was written, nanoseconds since 1970-01-01T00:00:00Z, on the same clock as the frames
 * @param source who wrote it
 * @param requestId request id of the invocation it belongs to; empty if it belongs to none
 * @param text without a line ending
 */
public record LogLine(long number, long epochNanos, LogSource source, String requestId, String text) {}
