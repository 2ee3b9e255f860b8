package io.scflocal.core.problem;

/**
 * A rule of the platform and how often one connection has broken it.
 *
 * @param kind the rule
 * @param connection number of the connection, from 1; 0 if it is none's
 * @param count how often: packets, seconds, lines or requests, as the rule has it
 * @param firstEpochNanos the first time, nanoseconds since 1970-01-01T00:00:00Z
 * @param firstFrame number of the first frame concerned, from 0; -1 if no frame is
 * @param worst the largest value that was measured
 * @param limit what the platform allows
 */
public record Problem(
        ProblemKind kind, int connection, long count, long firstEpochNanos, long firstFrame, long worst, long limit) {

    /** Stands for no frame. */
    public static final long NO_FRAME = -1;

    /** The same problem, which has occurred once more. */
    Problem again(long measured, long limitNow) {
        return new Problem(
                kind, connection, count + 1, firstEpochNanos, firstFrame, Math.max(measured, worst), limitNow);
    }
}
