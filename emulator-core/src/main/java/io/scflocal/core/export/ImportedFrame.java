package io.scflocal.core.export;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameHeader;
import io.scflocal.core.frame.FrameOrigin;

/**
 * A frame that is imported.
 *
 * @param header as it was on the wire, or as it might have been
 * @param payload unmasked; belongs to the one who imports it
 * @param complete whether the whole frame had passed
 */
record ImportedFrame(
        long epochNanos,
        int connection,
        Direction direction,
        FrameOrigin origin,
        FrameHeader header,
        byte[] payload,
        boolean complete) {
    /** The highest number that a connection may have. */
    static final int MOST_CONNECTIONS = 10_000_000;

    private static final int FIN = 0x80;

    /** The header of a message in one frame; a client's is masked with zeros. */
    static FrameHeader header(int opcode, Direction direction, long payloadLength) {
        boolean masked = direction == Direction.CLIENT_TO_FUNCTION;
        int length = 2 + lengthBytes(payloadLength) + (masked ? Integer.BYTES : 0);
        return new FrameHeader(FIN | opcode, masked, 0, payloadLength, length);
    }

    /** How many bytes the shortest form of a length takes after the first two. */
    static int lengthBytes(long payloadLength) {
        return payloadLength <= 125 ? 0 : payloadLength <= 0xFFFF ? Short.BYTES : Long.BYTES;
    }
}
