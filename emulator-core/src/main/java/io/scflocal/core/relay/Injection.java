package io.scflocal.core.relay;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.frame.Opcode;
import io.scflocal.core.frame.OutgoingFrame;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Frames that wait for the boundary at which they are put into a direction.
 *
 * <p>Confined to the tunnel's I/O thread, except for {@link #result()}.
 */
final class Injection {
    private static final SecureRandom MASK_KEYS = new SecureRandom();

    private final Direction direction;
    private final List<OutgoingFrame> frames;
    private final FrameTap tap;
    private final CompletableFuture<ActResult> result = new CompletableFuture<>();

    /** {@code tap} records the frames as they are put in. */
    Injection(Direction direction, List<OutgoingFrame> frames, FrameTap tap) {
        this.direction = direction;
        this.frames = frames;
        this.tap = tap;
    }

    /** Completed on the I/O thread. */
    CompletionStage<ActResult> result() {
        return result;
    }

    void end(ActResult how) {
        result.complete(how);
    }

    /** Whether it may stand between two fragments of a message: it begins none itself (RFC 6455 section 5.4). */
    boolean fitsIntoMessage() {
        return frames.stream()
                .noneMatch(frame ->
                        frame.opcode() != Opcode.CONTINUATION && !frame.opcode().isControl());
    }

    /** Whether nothing may follow it (RFC 6455 section 5.5.1). */
    boolean closes() {
        return frames.stream().anyMatch(frame -> frame.opcode() == Opcode.CLOSE);
    }

    /** Whether a message moves with it. */
    boolean movesMessage() {
        return tap.takeActivity(false);
    }

    /** Records the frames and gives their bytes. */
    ByteBuffer record() {
        ByteBuffer[] parts = frames.stream().map(this::wire).toArray(ByteBuffer[]::new);
        int length = 0;
        for (ByteBuffer part : parts) {
            length += part.remaining();
        }
        ByteBuffer wire = ByteBuffer.allocate(length);
        for (ByteBuffer part : parts) {
            wire.put(part);
        }
        new FrameScanner(tap).scan(wire.flip());
        return wire;
    }

    private ByteBuffer wire(OutgoingFrame frame) {
        return direction == Direction.CLIENT_TO_FUNCTION ? frame.masked(MASK_KEYS.nextInt()) : frame.plain();
    }
}
