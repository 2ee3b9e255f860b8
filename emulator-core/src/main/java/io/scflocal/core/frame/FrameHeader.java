package io.scflocal.core.frame;

/**
 * The header of one frame as it stood on the wire. Source: RFC 6455 section 5.2.
 *
 * @param firstByte FIN, RSV1 to RSV3 and the opcode, 0 to 255
 * @param masked whether the MASK bit is set and a masking key follows
 * @param maskKey the masking key, big-endian; 0 without one
 * @param payloadLength length of the payload in bytes, 0 to 2^63-1
 * @param headerLength length of the header itself in bytes, 2 to 14
 */
public record FrameHeader(int firstByte, boolean masked, int maskKey, long payloadLength, int headerLength) {

    /** Whether this is the last frame of its message. */
    public boolean fin() {
        return (firstByte & 0x80) != 0;
    }

    /** The first reserved bit; with permessage-deflate it marks a compressed message (RFC 7692 section 6). */
    public boolean rsv1() {
        return (firstByte & 0x40) != 0;
    }

    /** The second reserved bit. */
    public boolean rsv2() {
        return (firstByte & 0x20) != 0;
    }

    /** The third reserved bit. */
    public boolean rsv3() {
        return (firstByte & 0x10) != 0;
    }

    /** What kind of frame it is. */
    public Opcode opcode() {
        return Opcode.of(firstByte);
    }

    /** Header and payload together, in bytes; {@link Long#MAX_VALUE} where the sum is larger. */
    public long wireLength() {
        return payloadLength > Long.MAX_VALUE - headerLength ? Long.MAX_VALUE : headerLength + payloadLength;
    }
}
