package io.scflocal.core.client;

import io.scflocal.core.frame.FrameSink;
import io.scflocal.core.frame.Opcode;
import java.nio.ByteBuffer;
import java.util.function.BiConsumer;

/** Picks the control frames out of what the client receives; the data frames stand in the capture. Confined to the reading thread. */
final class IncomingControl implements FrameSink {
    private static final int LONGEST_PAYLOAD = 125;

    private final BiConsumer<Opcode, byte[]> listener;
    private final ByteBuffer payload = ByteBuffer.allocate(LONGEST_PAYLOAD);
    private Opcode opcode = Opcode.CONTINUATION;

    /** Tells {@code listener} of every complete control frame. */
    IncomingControl(BiConsumer<Opcode, byte[]> listener) {
        this.listener = listener;
    }

    @Override
    public void frameStarted(int firstByte, boolean masked, int maskKey, long payloadLength, int headerLength) {
        opcode = Opcode.of(firstByte);
        payload.clear();
    }

    @Override
    public void payload(ByteBuffer wire, int position, int length) {
        if (opcode.isControl()) {
            int taken = Math.min(length, payload.remaining());
            payload.put(payload.position(), wire, position, taken).position(payload.position() + taken);
        }
    }

    @Override
    public void frameEnded() {
        if (opcode.isControl()) {
            byte[] bytes = new byte[payload.position()];
            payload.get(0, bytes);
            listener.accept(opcode, bytes);
        }
    }

    /** The other side sends no frames any more; the connection's end will tell. */
    @Override
    public void framingLost() {}
}
