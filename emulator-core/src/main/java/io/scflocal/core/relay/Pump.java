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
    /** What may wait for the end of a turn, in bytes; more would have left the processor's cache until then. */
    private static final int LITTLE = 4096;

    private final TunnelEnd from;
    private final TunnelEnd to;
    private final FrameTap tap;
    private final FrameScanner scanner;
    private final BufferPool buffers;
    private final Watch watch;
    private final Injections injections = new Injections();
    /** What the peer has sent: bytes up to the limit have been looked at, those before the position are written. */
    private @Nullable ByteBuffer read;
    /** Where the bytes end that were read. */
    private int readEnd;

    private boolean waiting;
    private boolean held;
    /** Whether the receiver has got whole frames only before one that must not pass. */
    private boolean refusedAtBoundary;

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

    /** Judges what passes. */
    interface Watch {
        /** Bytes have been recorded that are not forwarded yet. */
        void looked(FrameTap tap, int bytes);

        /** A message of the emulator's own has been put in. */
        void ownMessage();

        /** Whether each frame is judged before it is forwarded. */
        boolean frameByFrame();

        /** Whether nothing more may pass for a while; {@link Pump#goOn} is called afterwards then. */
        boolean mustWait();

        /** Whether what has been recorded must not be forwarded, nor anything after it. */
        boolean refused();
    }

    Pump(TunnelEnd from, TunnelEnd to, FrameTap tap, BufferPool buffers, Watch watch) {
        this.from = from;
        this.to = to;
        this.tap = tap;
        this.scanner = new FrameScanner(tap);
        this.buffers = buffers;
        this.watch = watch;
    }

    State state() {
        return state;
    }

    /** The sender has something, or has ended. */
    void readable() {
        for (int turn = 0; turn < MAX_TURNS && state == State.FLOWING && !isBusy() && !holds(); turn++) {
            ByteBuffer buffer = buffers.take();
            int count = read(buffer);
            if (count <= 0) {
                buffers.give(buffer);
                if (count < 0) {
                    senderEnded();
                }
                return;
            }
            read = buffer.flip();
            readEnd = buffer.limit();
            look(buffer);
            // A socket that gave less than it could is drained; asking again would only cost a system call.
            boolean drained = count < BufferPool.BUFFER_SIZE && !from.readsAhead();
            waiting = drained && count <= LITTLE;
            if (!waiting) {
                flow();
            }
            if (drained) {
                return;
            }
        }
        if (state == State.FLOWING && !isBusy() && !held && from.readsAhead()) {
            from.wantRead(true);
        }
    }

    /** Whether little was read, which waits for {@link #flow} at the end of the thread's turn. */
    boolean isWaiting() {
        return waiting;
    }

    /** The receiver takes more. */
    void writable() {
        flow();
        if (!isBusy() && state == State.FLOWING) {
            to.wantWrite(false);
            if (!held) {
                from.wantRead(true);
            }
        }
    }

    /** The wait is over. */
    void goOn() {
        if (held && state == State.FLOWING) {
            held = false;
            flow();
            if (!isBusy() && !held) {
                from.wantRead(true);
            }
        }
    }

    /** Whether it waits because the platform lets nothing more pass for a while. */
    private boolean holds() {
        if (!held && watch.mustWait()) {
            held = true;
            from.wantRead(false);
        }
        return held;
    }

    /** Puts frames in at the next place where they may stand. */
    void inject(Injection frames) {
        if (state != State.FLOWING) {
            frames.end(ActResult.NOT_OPEN);
            return;
        }
        if (scanner.framingLost()) {
            frames.end(ActResult.FRAMING_LOST);
            return;
        }
        injections.add(frames);
        if (!isBusy()) {
            flow();
        }
    }

    /** Gives back the buffer that the pump may hold; to be called last. */
    void release() {
        giveBack();
        injections.endAll(ActResult.NOT_OPEN);
    }

    private boolean isBusy() {
        return read != null || injections.bytes() != null;
    }

    /** Looks at what was read: at all of it, or at a frame at a time where something waits for a boundary. */
    private void look(ByteBuffer buffer) {
        buffer.limit(readEnd);
        boolean boundary = scanner.atBoundary();
        boolean refusedBefore = watch.refused();
        // Recorded before forwarded: an answer can never stand above its question.
        if (injections.areWaiting() || watch.frameByFrame()) {
            buffer.limit(scanner.scanFrame(buffer));
        } else {
            scanner.scan(buffer);
        }
        watch.looked(tap, buffer.remaining());
        refusedAtBoundary |= boundary && watch.refused() && !refusedBefore;
        if (scanner.framingLost()) {
            injections.endWaiting(ActResult.FRAMING_LOST);
        }
    }

    /** Moves on as far as the receiver lets it: the emulator's own frames, what was looked at, the next part of what was read. */
    void flow() {
        waiting = false;
        while (ownWritten() && peersWritten()) {
            if (startInjection()) {
                continue;
            }
            ByteBuffer buffer = read;
            if (buffer == null) {
                return;
            }
            if (buffer.limit() == readEnd) {
                giveBack();
                return;
            }
            if (holds()) {
                return;
            }
            look(buffer);
        }
    }

    private boolean ownWritten() {
        ByteBuffer buffer = injections.bytes();
        if (buffer == null) {
            return true;
        }
        if (!write(buffer)) {
            return false;
        }
        injections.written();
        return true;
    }

    private boolean peersWritten() {
        ByteBuffer buffer = read;
        if (buffer != null && (injections.closed() || watch.refused())) {
            // Nothing may follow a Close frame; what the peer says to it is recorded and goes no further.
            buffer.position(buffer.limit());
        }
        return buffer == null || write(buffer);
    }

    private boolean startInjection() {
        boolean boundary = refusedAtBoundary || scanner.atBoundary() && !watch.refused();
        Injection begun = boundary ? injections.begin(tap.insideMessage()) : null;
        if (begun != null && begun.movesMessage()) {
            watch.ownMessage();
        }
        return begun != null;
    }

    private int read(ByteBuffer buffer) {
        try {
            return from.read(buffer);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A connection broke while it was read", e);
            return -1;
        }
    }

    /** Whether all of it is written; if not, the pump waits for the receiver or has lost it. */
    private boolean write(ByteBuffer buffer) {
        try {
            while (buffer.hasRemaining()) {
                if (to.write(buffer) == 0) {
                    from.wantRead(false);
                    to.wantWrite(true);
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            receiverLost(e);
            return false;
        }
    }

    private void giveBack() {
        ByteBuffer buffer = read;
        read = null;
        if (buffer != null) {
            buffers.give(buffer);
        }
    }

    private void senderEnded() {
        state = State.SENDER_ENDED;
        injections.endWaiting(ActResult.NOT_OPEN);
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
        release();
        from.wantRead(false);
        to.wantWrite(false);
    }
}
