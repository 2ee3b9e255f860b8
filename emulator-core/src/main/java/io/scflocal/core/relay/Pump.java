package io.scflocal.core.relay;

import io.scflocal.core.frame.FrameScanner;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Moves bytes in one direction of a tunnel: read, look at, write. When the receiving socket is full the bytes wait here and the
 * sending socket is not read, so a slow reader slows the writer and memory stays at one buffer.
 *
 * <p>Confined to the tunnel's I/O thread.
 */
final class Pump {
    private static final System.Logger LOG = System.getLogger(Pump.class.getName());

    /** How many buffers one wake-up may move before other connections have their turn. */
    private static final int MAX_TURNS = 8;

    private final TunnelEnd from;
    private final TunnelEnd to;
    private final FrameTap tap;
    private final FrameScanner scanner;
    private final BufferPool buffers;
    private final Runnable messageMoved;
    private @Nullable ByteBuffer pending;
    private State state = State.FLOWING;

    /** How far the direction is. */
    enum State {
        /** Bytes may come. */
        FLOWING,
        /** The sender has ended or is lost, and all that it sent has been passed on. */
        SENDER_ENDED,
        /** The receiver takes nothing more; what was under way to it is lost. */
        RECEIVER_LOST
    }

    Pump(TunnelEnd from, TunnelEnd to, FrameTap tap, BufferPool buffers, Runnable messageMoved) {
        this.from = from;
        this.to = to;
        this.tap = tap;
        this.scanner = new FrameScanner(tap);
        this.buffers = buffers;
        this.messageMoved = messageMoved;
    }

    State state() {
        return state;
    }

    /** The sender has something, or has ended. */
    void readable() {
        for (int turn = 0; turn < MAX_TURNS && state == State.FLOWING && pending == null; turn++) {
            ByteBuffer buffer = buffers.take();
            int count = read(buffer);
            if (count <= 0) {
                buffers.give(buffer);
                if (count < 0) {
                    senderEnded();
                }
                return;
            }
            pass(buffer.flip());
            if (count < BufferPool.BUFFER_SIZE) {
                // The socket is drained; asking again would only cost a system call.
                return;
            }
        }
    }

    /** The receiver takes more. */
    void writable() {
        ByteBuffer waiting = pending;
        pending = null;
        if (waiting != null) {
            write(waiting);
        }
        if (pending == null && state == State.FLOWING) {
            to.wantWrite(false);
            from.wantRead(true);
        }
    }

    /** Gives back the buffer that the pump may hold; to be called last. */
    void release() {
        ByteBuffer waiting = pending;
        pending = null;
        if (waiting != null) {
            buffers.give(waiting);
        }
    }

    private void pass(ByteBuffer buffer) {
        // Recorded before forwarded: an answer can never stand above its question.
        scanner.scan(buffer);
        if (tap.takeMessageMoved()) {
            messageMoved.run();
        }
        write(buffer);
    }

    private int read(ByteBuffer buffer) {
        try {
            return from.read(buffer);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A connection broke while it was read", e);
            return -1;
        }
    }

    private void write(ByteBuffer buffer) {
        try {
            while (buffer.hasRemaining()) {
                if (to.write(buffer) == 0) {
                    pending = buffer;
                    from.wantRead(false);
                    to.wantWrite(true);
                    return;
                }
            }
        } catch (IOException e) {
            receiverLost(e);
        }
        buffers.give(buffer);
    }

    private void senderEnded() {
        state = State.SENDER_ENDED;
        from.wantRead(false);
        try {
            to.shutdownOutput();
        } catch (IOException e) {
            receiverLost(e);
        }
    }

    private void receiverLost(IOException e) {
        LOG.log(Level.DEBUG, "A connection broke while it was written", e);
        state = State.RECEIVER_LOST;
        from.wantRead(false);
        to.wantWrite(false);
    }
}
