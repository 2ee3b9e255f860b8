package io.scflocal.core.frame;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Joins the frames of one direction to messages. Control frames may stand between the frames of a message (RFC 6455 section 5.4). Where
 * the frames break the RFC it still goes on: a continuation of nothing is a message of its own, with that opcode, and a data frame in
 * the middle of a message begins another one; the message before is then given up.
 *
 * <p>For one thread at a time.
 */
public final class MessageAssembler {
    private final int budget;
    private ByteArrayOutputStream joined = new ByteArrayOutputStream();
    private Opcode opcode = Opcode.CONTINUATION;
    private boolean compressed;
    private boolean whole;
    private boolean open;

    /**
     * @param budget how many bytes of a message's payload are joined; of a longer one the beginning
     */
    public MessageAssembler(int budget) {
        this.budget = budget;
    }

    /**
     * The next frame of the direction.
     *
     * @param payload its unmasked payload between position and limit, which stay as they are; less than the header says when not all
     *     of it is captured
     * @return the message that ends with this frame
     */
    public Optional<Message> add(FrameHeader header, ByteBuffer payload) {
        if (header.opcode().isControl()) {
            boolean all = payload.remaining() == header.payloadLength();
            return Optional.of(
                    new Message(header.opcode(), header.rsv1(), payload.slice().asReadOnlyBuffer(), all));
        }
        if (!open || header.opcode() != Opcode.CONTINUATION) {
            begin(header);
        }
        join(header, payload);
        open = !header.fin();
        return open ? Optional.empty() : Optional.of(end());
    }

    private void begin(FrameHeader header) {
        joined.reset();
        opcode = header.opcode();
        compressed = header.rsv1();
        whole = true;
    }

    private void join(FrameHeader header, ByteBuffer payload) {
        // Nothing is joined behind a gap: bytes that were apart must not stand side by side.
        int kept = whole ? Math.min(payload.remaining(), budget - joined.size()) : 0;
        byte[] bytes = new byte[kept];
        payload.get(payload.position(), bytes);
        joined.writeBytes(bytes);
        whole = whole && kept == header.payloadLength();
    }

    private Message end() {
        ByteBuffer payload = ByteBuffer.wrap(joined.toByteArray()).asReadOnlyBuffer();
        joined = new ByteArrayOutputStream();
        return new Message(opcode, compressed, payload, whole);
    }
}
