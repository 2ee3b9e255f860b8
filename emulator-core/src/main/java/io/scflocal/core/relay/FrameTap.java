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
    private static final byte[] NO_BYTES = {};

    private final Direction direction;
    private final Traffic traffic;
    private final FrameSink capture;
    private final Listener listener;
    private byte[] closePayload = NO_BYTES;
    private int closeBytes;
    private Opcode opcode = Opcode.CONTINUATION;
    private int maskKey;
    private boolean messageMoved;
    private boolean pingMoved;
    private boolean insideMessage;
    private long messageLength;
    private int messagesBegun;

    /** Told of what has passed. */
    interface Listener {

        /** A Close frame is complete. */
        void closeFrame(Direction direction, byte[] unmaskedPayload);

        /** A data frame has begun that adds {@code added} bytes to a message, which has {@code length} bytes so far. */
        default void messageGrew(long length, long added) {}
    }

    FrameTap(Direction direction, Traffic traffic, FrameSink capture, Listener listener) {
        this.direction = direction;
        this.traffic = traffic;
        this.capture = capture;
        this.listener = listener;
    }

    /** Whether something that counts as activity has passed since the last call: a data frame or a part of one, and pings if they count. */
    boolean takeActivity(boolean pingsCount) {
        boolean moved = messageMoved || pingsCount && pingMoved;
        messageMoved = false;
        pingMoved = false;
        return moved;
    }

    /** How many messages have begun since the last call. */
    int takeMessagesBegun() {
        int begun = messagesBegun;
        messagesBegun = 0;
        return begun;
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
        if (opcode.isControl()) {
            pingMoved |= opcode != Opcode.CLOSE;
            closeBytes = 0;
            closePayload =
                    opcode == Opcode.CLOSE ? new byte[(int) Math.min(payloadLength, MAX_CLOSE_PAYLOAD)] : NO_BYTES;
        } else {
            dataFrameStarted((firstByte & FIN) != 0, payloadLength);
        }
    }

    private void dataFrameStarted(boolean fin, long payloadLength) {
        messageMoved = true;
        insideMessage = !fin;
        if (opcode != Opcode.CONTINUATION) {
            messagesBegun++;
            messageLength = 0;
        }
        // Saturated: a hostile length must not wrap around.
        messageLength = Math.min(messageLength, Long.MAX_VALUE - payloadLength) + payloadLength;
        listener.messageGrew(messageLength, payloadLength);
    }

    @Override
    public void payload(ByteBuffer wire, int position, int length) {
        capture.payload(wire, position, length);
        traffic.payload(length);
        messageMoved |= !opcode.isControl();
        if (opcode == Opcode.CLOSE) {
            int take = Math.min(length, closePayload.length - closeBytes);
            wire.get(position, closePayload, closeBytes, take);
            closeBytes += take;
        }
    }

    @Override
    public void frameEnded() {
        capture.frameEnded();
        if (opcode == Opcode.CLOSE) {
            listener.closeFrame(direction, unmasked());
        }
    }

    @Override
    public void framingLost() {
        capture.framingLost();
    }

    private byte[] unmasked() {
        byte[] payload = closePayload.clone();
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= (byte) (maskKey >>> (24 - 8 * (i & 3)));
        }
        return payload;
    }
}
