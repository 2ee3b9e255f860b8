package io.scflocal.core.frame;

import java.nio.ByteBuffer;

/**
 * Receives what a {@link FrameScanner} sees in one direction of one connection: for every frame one {@link #frameStarted}, any number
 * of {@link #payload} calls (none for an empty payload) and one {@link #frameEnded}.
 *
 * <p>Called on the connection's I/O thread, never twice at once for one connection. Must not block and must not throw. Arguments
 * are primitive so that a frame costs no allocation.
 */
public interface FrameSink {

    /**
     * The header of a frame is complete.
     *
     * @param firstByte FIN, RSV1 to RSV3 and opcode, 0 to 255
     * @param masked whether the MASK bit is set
     * @param maskKey the masking key, big-endian; 0 without one
     * @param payloadLength declared length of the payload in bytes, 0 to 2^63-1
     * @param headerLength length of the header in bytes, 2 to 14; it need not be the shortest possible
     */
    void frameStarted(int firstByte, boolean masked, int maskKey, long payloadLength, int headerLength);

    /**
     * A piece of the payload, as it is on the wire (still masked).
     *
     * @param wire holds the bytes; only valid during the call, its position and limit must be left alone
     * @param position absolute index of the first byte in {@code wire}
     * @param length number of bytes, at least 1
     */
    void payload(ByteBuffer wire, int position, int length);

    /** The payload is complete. */
    void frameEnded();

    /**
     * The direction can't be split into frames from here on: the highest bit of a 64-bit length is set, which RFC 6455 section 5.2
     * forbids. No further call follows.
     */
    void framingLost();
}
