package io.scflocal.core.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A frame that is yet to be sent. Nothing is checked: whoever wants to see what a peer makes of a frame that RFC 6455 forbids may send it.
 *
 * @param fin whether it is the last frame of its message
 * @param rsv1 the first reserved bit
 * @param opcode what kind of frame it is
 * @param payload not masked; belongs to the frame from now on
 */
public record OutgoingFrame(boolean fin, boolean rsv1, Opcode opcode, byte[] payload) {
    /** What a Close frame has room for after its code, in bytes (RFC 6455 section 5.5). */
    public static final int LONGEST_CLOSE_REASON = 123;

    private static final int LONGEST_HEADER = 14;
    private static final int FIN = 0x80;
    private static final int RSV1 = 0x40;
    private static final int MASK = 0x80;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;

    /** A whole message in one frame that is not compressed. */
    public static OutgoingFrame message(Opcode opcode, byte[] payload) {
        return new OutgoingFrame(true, false, opcode, payload);
    }

    /**
     * A Close frame.
     *
     * @param code its status code; {@link CloseCode#NO_STATUS_RECEIVED} for a frame without one
     * @throws IllegalArgumentException if the reason takes more than {@link #LONGEST_CLOSE_REASON} bytes of UTF-8
     */
    public static OutgoingFrame close(int code, String reason) {
        if (code == CloseCode.NO_STATUS_RECEIVED) {
            return message(Opcode.CLOSE, new byte[0]);
        }
        byte[] words = reason.getBytes(StandardCharsets.UTF_8);
        if (words.length > LONGEST_CLOSE_REASON) {
            throw new IllegalArgumentException("The reason of a Close frame has " + words.length + " bytes, but only "
                    + LONGEST_CLOSE_REASON + " fit.");
        }
        ByteBuffer payload = ByteBuffer.allocate(Short.BYTES + words.length);
        return message(Opcode.CLOSE, payload.putShort((short) code).put(words).array());
    }

    /** The frame as a server sends it. */
    public ByteBuffer plain() {
        ByteBuffer wire = header(0);
        return wire.put(payload).flip();
    }

    /** The frame as a client sends it, masked with a big-endian key that a peer can't foresee (RFC 6455 section 5.3). */
    public ByteBuffer masked(int maskKey) {
        ByteBuffer wire = header(MASK).putInt(maskKey);
        int start = wire.position();
        wire.put(payload);
        Masking.apply(wire, start, payload.length, maskKey, 0);
        return wire.flip();
    }

    private ByteBuffer header(int mask) {
        ByteBuffer wire = ByteBuffer.allocate(LONGEST_HEADER + payload.length);
        wire.put((byte) ((fin ? FIN : 0) | (rsv1 ? RSV1 : 0) | opcode.code()));
        if (payload.length < LENGTH_16) {
            return wire.put((byte) (mask | payload.length));
        }
        if (payload.length <= 0xFFFF) {
            return wire.put((byte) (mask | LENGTH_16)).putShort((short) payload.length);
        }
        return wire.put((byte) (mask | LENGTH_64)).putLong(payload.length);
    }
}
