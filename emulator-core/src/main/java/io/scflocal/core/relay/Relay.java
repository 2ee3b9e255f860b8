package io.scflocal.core.relay;

import io.scflocal.core.frame.ClosePayload;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameSink;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.platform.EndCause;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One tunnel between a client and the function. Bytes pass unchanged, whatever they are; the relay looks at them in passing, watches
 * the two deadlines of the platform and notes what ended the connection.
 *
 * <pre>
 *   client end --readable--> Pump client → function --> function end
 *   client end <-- Pump function → client <--readable-- function end
 * </pre>
 *
 * <p>Confined to the I/O thread on which both of its ends live. Neither blocks nor throws.
 */
public final class Relay {
    /** How long the second peer may take to end its connection after the first has, or after the closing handshake. */
    static final Duration LINGER = Duration.ofSeconds(3);

    private static final Duration SHORTEST_DELAY = Duration.ofMillis(1);

    private final Invocation invocation;
    private final Tunnel tunnel;
    private final RelayTimer timer;
    private final RelayListener listener;
    private final Pump up;
    private final Pump down;
    private @Nullable RelayEnd end;
    private @Nullable Direction closeFrameSeen;
    private boolean lingering;
    private boolean over;
    private Runnable cancelTimer = () -> {};

    /**
     * The two sockets of a relay.
     *
     * @param client the client's
     * @param function the function's
     */
    public record Tunnel(TunnelEnd client, TunnelEnd function) {}

    /**
     * What the I/O thread lends to its relays.
     *
     * @param buffers the thread's buffers
     * @param timer runs something later on the thread
     */
    public record Services(BufferPool buffers, RelayTimer timer) {}

    /**
     * A relay that does nothing yet.
     *
     * @param invocation counts the frames and knows the deadlines
     * @param tunnel the two sockets
     * @param capture gives for each direction what records its frames
     * @param services what the I/O thread lends to its relays
     * @param listener told of the end
     */
    public Relay(
            Invocation invocation,
            Tunnel tunnel,
            Function<Direction, FrameSink> capture,
            Services services,
            RelayListener listener) {
        this.invocation = invocation;
        this.tunnel = tunnel;
        this.timer = services.timer();
        this.listener = listener;
        Runnable messageMoved = invocation.deadlines()::message;
        FrameTap upTap = tap(Direction.CLIENT_TO_FUNCTION, capture);
        FrameTap downTap = tap(Direction.FUNCTION_TO_CLIENT, capture);
        up = new Pump(tunnel.client(), tunnel.function(), upTap, services.buffers(), messageMoved);
        down = new Pump(tunnel.function(), tunnel.client(), downTap, services.buffers(), messageMoved);
    }

    private FrameTap tap(Direction direction, Function<Direction, FrameSink> capture) {
        return new FrameTap(direction, invocation.traffic(direction), capture.apply(direction), this::closeFrame);
    }

    /** Begins to read both ends and to watch the deadlines. */
    public void start() {
        tunnel.client().wantRead(true);
        tunnel.function().wantRead(true);
        deadlinesChanged();
    }

    /** The sender of {@code direction} has something to read, or has ended. */
    public void readable(Direction direction) {
        step(direction, Pump::readable);
    }

    /** The receiver of {@code direction} takes more bytes. */
    public void writable(Direction direction) {
        step(direction, Pump::writable);
    }

    /** Ends both connections at once without a Close frame, as the platform does. */
    public void cut(EndCause cause) {
        note(RelayEnd.withoutCloseFrame(cause));
        finish();
    }

    /** The limits have changed, or have never been looked at: the next look is planned anew. */
    public void deadlinesChanged() {
        if (over || lingering) {
            return;
        }
        cancelTimer.run();
        Duration delay = Duration.ofNanos(invocation.deadlines().nextLookNanos());
        cancelTimer = timer.after(delay.compareTo(SHORTEST_DELAY) < 0 ? SHORTEST_DELAY : delay, this::lookAtDeadlines);
    }

    private void lookAtDeadlines() {
        invocation.deadlines().passed().ifPresentOrElse(this::cut, this::deadlinesChanged);
    }

    private Pump pump(Direction direction) {
        return direction == Direction.CLIENT_TO_FUNCTION ? up : down;
    }

    private void step(Direction direction, Consumer<Pump> step) {
        if (over) {
            return;
        }
        step.accept(pump(direction));
        switch (pump(direction).state()) {
            case FLOWING -> {}
            case SENDER_ENDED -> peerGone(direction);
            case RECEIVER_LOST -> {
                // A peer that has gone may have said why: its last words can still be waiting to be read.
                pump(direction.opposite()).readable();
                peerGone(direction.opposite());
            }
        }
    }

    /** The peer that sends in {@code direction} has ended its connection or lost it. */
    private void peerGone(Direction direction) {
        note(RelayEnd.withoutCloseFrame(
                direction == Direction.CLIENT_TO_FUNCTION ? EndCause.CLIENT_LOST : EndCause.FUNCTION_LOST));
        if (up.state() != Pump.State.FLOWING && down.state() != Pump.State.FLOWING) {
            finish();
        } else {
            linger();
        }
    }

    private void closeFrame(Direction direction, byte[] payload) {
        if (closeFrameSeen == null) {
            closeFrameSeen = direction;
            ClosePayload close = ClosePayload.parse(ByteBuffer.wrap(payload));
            EndCause cause =
                    direction == Direction.CLIENT_TO_FUNCTION ? EndCause.CLIENT_CLOSED : EndCause.FUNCTION_CLOSED;
            note(new RelayEnd(cause, close.code(), close.reason()));
        } else if (closeFrameSeen != direction) {
            linger();
        }
    }

    private void linger() {
        if (!lingering && !over) {
            lingering = true;
            cancelTimer.run();
            cancelTimer = timer.after(LINGER, this::finish);
        }
    }

    private void note(RelayEnd first) {
        if (end == null) {
            end = first;
        }
    }

    private void finish() {
        if (over) {
            return;
        }
        over = true;
        cancelTimer.run();
        up.release();
        down.release();
        tunnel.client().close();
        tunnel.function().close();
        RelayEnd reported = end;
        listener.ended(reported == null ? RelayEnd.withoutCloseFrame(EndCause.STOPPED) : reported);
    }
}
