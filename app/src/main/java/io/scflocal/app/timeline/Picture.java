package io.scflocal.app.timeline;

import java.util.List;

/**
 * What there was to see of a span of time, in columns of equal length. Immutable.
 *
 * @param span the time
 * @param columns how many columns
 * @param lanes the connections that were open in it, the newest first
 * @param laneCount how many there were, also those for which there is no lane
 * @param marks the log
 * @param totals all connections together
 * @param unlistedUntil when the first frame came that is still listed, nanoseconds since 1970-01-01T00:00:00Z; 0 if that is the first of
 *     all
 */
record Picture(
        TimeSpan span,
        int columns,
        List<Lane> lanes,
        int laneCount,
        List<LogMark> marks,
        Totals totals,
        long unlistedUntil) {

    /**
     * Frames and bytes of all connections in each column.
     *
     * @param framesToFunction frames client → function
     * @param framesToClient frames function → client
     * @param bytesToFunction payload bytes client → function
     * @param bytesToClient payload bytes function → client
     */
    record Totals(long[] framesToFunction, long[] framesToClient, long[] bytesToFunction, long[] bytesToClient) {
        static Totals of(int columns) {
            return new Totals(new long[columns], new long[columns], new long[columns], new long[columns]);
        }
    }
}
