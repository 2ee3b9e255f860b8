package io.scflocal.core.relay;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameSink;
import io.scflocal.core.frame.Opcode;
import io.scflocal.core.invocation.Traffic;
import java.nio.ByteBuffer;

/**
 * Stands between the scanner and the capture of one direction: counts frames, notes whether a message moved, and reads the first
 * Close frame.
 *
 * <p>Confined to the tunnel's I/O thread.
 */
final class FrameTap implements FrameSink {
    private static final int MAX_CLOSE_PAYLOAD = 125;
    private static final int FIN = 0x80;

    private final Direction direction;
    private final Traffic traffic;
    private final FrameSink capture;
    private final CloseListener closeListener;
    private final ByteBuffer closePayload = ByteBuffer.allocate(MAX_CLOSE_PAYLOAD);
    private Opcode opcode = Opcode.CONTINUATION;
    private int maskKey;
    private boolean messageMoved;
    private boolean insideMessage;

    /** Told of a complete Close frame. */
    @FunctionalInterface
    interface CloseListener {
        void closeFrame(Direction direction, byte[] unmaskedPayload);
    }

    FrameTap(Direction direction, Traffic traffic, FrameSink capture, CloseListener closeListener) {
        this.direction = direction;
        this.traffic = traffic;
        this.capture = capture;
        this.closeListener = closeListener;
    }

    /** Whether a data frame, or a part of one, has passed since the last call. */
    boolean takeMessageMoved() {
        boolean moved = messageMoved;
        messageMoved = false;
        return moved;
    }

    /** Whether a message has begun whose last frame has not. */
    boolean insideMessage() {
        return insideMessage;
    }

    @Override
    public void frameStarted(int firstByte, boolean masked, int key, long payloadLength, int headerLength) {
        capture.frameStarted(firstByte, masked, key, payloadLength, headerLength);
        traffic.frame(headerLength);
        opcode = Opcode.of(firstByte);
        maskKey = key;
        if (!opcode.isControl()) {
            messageMoved = true;
            insideMessage = (firstByte & FIN) == 0;
        }
        closePayload.clear();
    }

    @Override
    public void payload(ByteBuffer wire, int position, int length) {
        capture.payload(wire, position, length);
        traffic.payload(length);
        messageMoved |= !opcode.isControl();
        if (opcode == Opcode.CLOSE) {
            int take = Math.min(length, closePayload.remaining());
            closePayload.put(closePayload.position(), wire, position, take);
            closePayload.position(closePayload.position() + take);
        }
    }

    @Override
    public void frameEnded() {
        capture.frameEnded();
        if (opcode == Opcode.CLOSE) {
            closeListener.closeFrame(direction, unmasked());
        }
    }

    @Override
    public void framingLost() {
        capture.framingLost();
    }

    private byte[] unmasked() {
        byte[] payload = new byte[closePayload.position()];
        for (int i = 0; i < payload.length; i++) {
            payload[i] = (byte) (closePayload.get(i) ^ (maskKey >>> (24 - 8 * (i & 3))));
        }
        return payload;
    }
}
