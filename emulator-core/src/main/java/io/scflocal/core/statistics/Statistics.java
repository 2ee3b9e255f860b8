package io.scflocal.core.statistics;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.Opcode;
import io.scflocal.core.query.SeenValues;
import java.util.List;
import java.util.Map;

/**
 * What was counted in a capture.
 *
 * @param frames how many frames were counted
 * @param unlisted how many frames could not be counted, because the capture no longer lists them
 * @param fromEpochNanos when the first of them arrived; 0 when there is none
 * @param toEpochNanos when the last of them arrived
 * @param flows what passed in each direction
 * @param opcodes how many frames had each opcode
 * @param pings how many pings there were
 * @param roundTrips from a ping to its pong, in nanoseconds
 * @param values the most frequent values that were asked for
 * @param valueCount how many values there were altogether
 */
public record Statistics(
        long frames,
        long unlisted,
        long fromEpochNanos,
        long toEpochNanos,
        Map<Direction, Flow> flows,
        Map<Opcode, Long> opcodes,
        long pings,
        Sizes roundTrips,
        List<SeenValues.Seen> values,
        long valueCount) {
    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * One direction.
     *
     * @param wireBytes bytes on the wire, headers included
     * @param payloads how long the payloads are, in bytes
     * @param rates what passed when
     */
    public record Flow(long wireBytes, Sizes payloads, Rates rates) {}

    /** From the first to the last frame. */
    public double seconds() {
        return (toEpochNanos - fromEpochNanos) / NANOS_PER_SECOND;
    }
}
