package io.scflocal.core.statistics;

/**
 * What passed in one direction over time, in intervals of one length.
 *
 * @param fromEpochNanos when the first interval begins
 * @param seconds how long each is
 * @param frames how many frames passed in each
 * @param bytes how many bytes of the wire passed in each, headers included
 */
public record Rates(long fromEpochNanos, long seconds, long[] frames, long[] bytes) {

    /** The most frames that passed in a second, as a mean over the busiest interval. */
    public double mostFramesPerSecond() {
        long most = 0;
        for (long count : frames) {
            most = Math.max(most, count);
        }
        return most / (double) seconds;
    }
}
