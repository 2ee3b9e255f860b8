package io.scflocal.core.platform;

/**
 * The limits on what passes. A packet is a WebSocket message as it is on the wire: compressed if it is, its fragments together; control
 * frames are none. Rates are those of both directions of a connection together. The platform's documents leave both open. Source:
 * vendor documentation 583/63406.
 *
 * @param policy what happens beyond a limit
 * @param packetBytes the largest payload of a message, in bytes
 * @param bytesPerSecond of one connection, headers of frames included
 * @param packetsPerSecond of one connection
 */
public record TrafficLimits(LimitPolicy policy, int packetBytes, int bytesPerSecond, int packetsPerSecond) {

    /** The platform's numbers; what is beyond them passes and is reported. */
    public static final TrafficLimits DEFAULT = new TrafficLimits(
            LimitPolicy.WARN,
            PlatformLimits.MAX_PACKET_BYTES,
            PlatformLimits.MAX_BYTES_PER_SECOND,
            PlatformLimits.MAX_PACKETS_PER_SECOND);

    /** The same limits with another policy. */
    public TrafficLimits withPolicy(LimitPolicy other) {
        return new TrafficLimits(other, packetBytes, bytesPerSecond, packetsPerSecond);
    }

    /** The same limits with another size of a packet. */
    public TrafficLimits withPacketBytes(int bytes) {
        return new TrafficLimits(policy, bytes, bytesPerSecond, packetsPerSecond);
    }

    /** Whether what is beyond a limit is held up or refused. */
    public boolean enforced() {
        return policy == LimitPolicy.ENFORCE;
    }
}
