package io.scflocal.core.relay;

import io.scflocal.core.frame.CloseCode;
import io.scflocal.core.frame.ClosePayload;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameOrigin;
import io.scflocal.core.frame.OutgoingFrame;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.platform.CutStyle;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.problem.ProblemSink;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

    private final Invocation invocation;
    private final Tunnel tunnel;
    private final RelayTimer timer;
    private final RelayListener listener;
    private final FrameCapture capture;
    private final Supplier<PlatformChoices> choices;
    private final PacketMeter meter;
    private final Consumer<Runnable> turnEnd;
    private final Pump up;
    private final Pump down;
    private final Runnable flowUp = () -> step(Direction.CLIENT_TO_FUNCTION, Pump::flow);
    private final Runnable flowDown = () -> step(Direction.FUNCTION_TO_CLIENT, Pump::flow);
    private final DeadlineTimer deadlines;
    private Runnable cancelLinger = () -> {};
    private Phase phase = Phase.OPEN;
    private @Nullable RelayEnd end;
    /** Whether the emulator has sent both peers a Close frame, and which of them have answered it. */
    private boolean closing;

    private final Set<Direction> closedByPeer = EnumSet.noneOf(Direction.class);
    private boolean holding;

    private enum Phase {
        /** Both peers are there, and the deadlines count. */
        OPEN,
        /** One peer has gone, or both are to close: the other, or both, have {@link #LINGER} left. */
        LINGERING,
        /** Both sockets are closed. */
        OVER
    }

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
     * @param turnEnd runs something when the thread has looked at all sockets that are ready
     * @param choices what the platform leaves open, at each moment
     * @param problems takes what the platform would not let pass
     */
    public record Services(
            BufferPool buffers,
            RelayTimer timer,
            Consumer<Runnable> turnEnd,
            Supplier<PlatformChoices> choices,
            ProblemSink problems) {}

    /**
     * A relay that does nothing yet.
     *
     * @param invocation counts the frames and knows the deadlines
     * @param tunnel the two sockets
     * @param capture gives what records the frames
     * @param services what the I/O thread lends to its relays
     * @param listener told of the end
     */
    public Relay(
            Invocation invocation, Tunnel tunnel, FrameCapture capture, Services services, RelayListener listener) {
        this.invocation = invocation;
        this.tunnel = tunnel;
        this.capture = capture;
        this.timer = services.timer();
        this.turnEnd = services.turnEnd();
        this.listener = listener;
        choices = services.choices();
        deadlines = new DeadlineTimer(invocation.deadlines(), timer, this::expire);
        meter = new PacketMeter(invocation, choices, services.problems());
        up = pump(Direction.CLIENT_TO_FUNCTION, tunnel.client(), tunnel.function(), services.buffers());
        down = pump(Direction.FUNCTION_TO_CLIENT, tunnel.function(), tunnel.client(), services.buffers());
    }

    private Pump pump(Direction direction, TunnelEnd from, TunnelEnd to, BufferPool buffers) {
        DirectionWatch watch = new DirectionWatch(invocation, choices, meter, capture, new DirectionWatch.Acts() {
            @Override
            public void closeFrame(Direction way, byte[] unmaskedPayload) {
                peerCloseFrame(way, unmaskedPayload);
            }

            @Override
            public void waitFor(Duration delay) {
                holdBack(delay);
            }
        });
        return new Pump(from, to, tap(direction, FrameOrigin.PEER, watch), buffers, watch);
    }

    private FrameTap tap(Direction direction, FrameOrigin origin, FrameTap.Listener listener) {
        return new FrameTap(
                direction,
                invocation.traffic(direction),
                capture.recorder(invocation.connection(), direction, origin),
                listener);
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
        if (pump(direction).isWaiting()) {
            turnEnd.accept(direction == Direction.CLIENT_TO_FUNCTION ? flowUp : flowDown);
        }
    }

    /** The receiver of {@code direction} takes more bytes. */
    public void writable(Direction direction) {
        step(direction, Pump::writable);
    }

    /** Ends both connections at once without a Close frame. */
    public void cut(EndCause cause) {
        note(RelayEnd.withoutCloseFrame(cause));
        finish();
    }

    /** Ends both connections because a deadline has passed, in the way that is chosen. */
    private void expire(EndCause cause) {
        CutStyle style = choices.get().cut();
        if (style == CutStyle.TCP_END) {
            cut(cause);
        } else {
            closeBoth(new RelayEnd(cause, style.closeCode(), cause.id()), FrameOrigin.PLATFORM);
        }
    }

    /** Nothing is read for a while. */
    private void holdBack(Duration delay) {
        if (!holding) {
            holding = true;
            timer.after(delay.plus(RelayTimer.STEP), this::goOn);
        }
    }

    private void goOn() {
        holding = false;
        step(Direction.CLIENT_TO_FUNCTION, Pump::goOn);
        step(Direction.FUNCTION_TO_CLIENT, Pump::goOn);
    }

    /** Does what the user asks for. */
    public CompletionStage<ActResult> act(ConnectionAct act) {
        if (phase == Phase.OVER) {
            return CompletableFuture.completedStage(ActResult.NOT_OPEN);
        }
        if (act instanceof ConnectionAct.Send send) {
            return inject(send.direction(), send.frames(), FrameOrigin.USER);
        } else if (act instanceof ConnectionAct.Close close) {
            String reason = close.code() == CloseCode.NO_STATUS_RECEIVED ? "" : close.reason();
            return closeBoth(new RelayEnd(EndCause.USER_CLOSED, close.code(), reason), FrameOrigin.USER);
        }
        if (act instanceof ConnectionAct.ExpireIdle) {
            expire(EndCause.IDLE_TIMEOUT);
        } else {
            cut(EndCause.USER_DROPPED);
        }
        return CompletableFuture.completedStage(ActResult.DONE);
    }

    /** Closes both connections because the function's code is replaced, as a server does that restarts. */
    public void closeForReload() {
        if (phase == Phase.OPEN) {
            closeBoth(
                    new RelayEnd(EndCause.RELOADED, CloseCode.SERVICE_RESTART, EndCause.RELOADED.id()),
                    FrameOrigin.PLATFORM);
        }
    }

    /** Closes both connections as RFC 6455 section 7.1.2 has it; the result tells of both frames. */
    private CompletionStage<ActResult> closeBoth(RelayEnd why, FrameOrigin origin) {
        List<OutgoingFrame> close = List.of(OutgoingFrame.close(why.closeCode(), why.closeReason()));
        closing = true;
        note(why);
        CompletionStage<ActResult> toFunction = inject(Direction.CLIENT_TO_FUNCTION, close, origin);
        CompletionStage<ActResult> toClient = inject(Direction.FUNCTION_TO_CLIENT, close, origin);
        linger();
        return toFunction.thenCombine(toClient, (one, other) -> one == ActResult.DONE ? other : one);
    }

    private CompletionStage<ActResult> inject(Direction direction, List<OutgoingFrame> frames, FrameOrigin origin) {
        FrameTap tap = tap(direction, origin, (way, payload) -> noteClose(EndCause.USER_CLOSED, payload));
        Injection injection = new Injection(direction, frames, tap);
        if (phase == Phase.OVER) {
            injection.end(ActResult.NOT_OPEN);
        }
        step(direction, pump -> pump.inject(injection));
        return injection.result();
    }

    /** The limits have changed, or have never been looked at: the next look is planned anew. */
    public void deadlinesChanged() {
        if (phase == Phase.OPEN) {
            deadlines.start();
        }
    }

    private Pump pump(Direction direction) {
        return direction == Direction.CLIENT_TO_FUNCTION ? up : down;
    }

    private void step(Direction direction, Consumer<Pump> step) {
        if (phase == Phase.OVER) {
            return;
        }
        step.accept(pump(direction));
        switch (pump(direction).state()) {
            case FLOWING -> {}
            case SENDER_ENDED -> peerGone(direction);
            case RECEIVER_LOST -> {
                // A peer that has gone may have said why: its last words can still be waiting to be read.
                pump(direction.opposite()).readable();
                pump(direction.opposite()).flow();
                peerGone(direction.opposite());
            }
        }
        if (meter.packetTooLarge() && !closing) {
            closeBoth(
                    new RelayEnd(EndCause.PACKET_TOO_LARGE, CloseCode.MESSAGE_TOO_BIG, "message too big"),
                    FrameOrigin.PLATFORM);
        }
        if (closing && hasAnswered(Direction.CLIENT_TO_FUNCTION) && hasAnswered(Direction.FUNCTION_TO_CLIENT)) {
            finish();
        }
    }

    private boolean hasAnswered(Direction direction) {
        return closedByPeer.contains(direction) || hasEnded(direction);
    }

    private boolean hasEnded(Direction direction) {
        return pump(direction).state() != Pump.State.FLOWING;
    }

    /** The peer that sends in {@code direction} has ended its connection or lost it. */
    private void peerGone(Direction direction) {
        note(RelayEnd.withoutCloseFrame(
                direction == Direction.CLIENT_TO_FUNCTION ? EndCause.CLIENT_LOST : EndCause.FUNCTION_LOST));
        if (isServed() || hasEnded(Direction.CLIENT_TO_FUNCTION) && hasEnded(Direction.FUNCTION_TO_CLIENT)) {
            finish();
        } else {
            linger();
        }
    }

    /** Whether the function is through with the connection: a client that takes its time must not keep the instance busy. */
    private boolean isServed() {
        return closedByPeer.size() == Direction.values().length
                && hasEnded(Direction.FUNCTION_TO_CLIENT)
                && !tunnel.client().hasUnsent();
    }

    private void peerCloseFrame(Direction direction, byte[] payload) {
        closedByPeer.add(direction);
        noteClose(
                direction == Direction.CLIENT_TO_FUNCTION ? EndCause.CLIENT_CLOSED : EndCause.FUNCTION_CLOSED, payload);
        if (closedByPeer.size() == 2) {
            linger();
        }
    }

    private void noteClose(EndCause cause, byte[] payload) {
        ClosePayload close = ClosePayload.parse(ByteBuffer.wrap(payload));
        note(new RelayEnd(cause, close.code(), close.reason()));
    }

    private void linger() {
        if (phase == Phase.OPEN) {
            phase = Phase.LINGERING;
            deadlines.stop();
            cancelLinger = timer.after(LINGER, this::finish);
        }
    }

    private void note(RelayEnd first) {
        if (end == null) {
            end = first;
        }
    }

    private void finish() {
        if (phase == Phase.OVER) {
            return;
        }
        phase = Phase.OVER;
        deadlines.stop();
        cancelLinger.run();
        end(up);
        end(down);
        tunnel.client().close();
        tunnel.function().close();
        RelayEnd reported = end;
        listener.ended(reported == null ? RelayEnd.withoutCloseFrame(EndCause.STOPPED) : reported);
    }

    /** What was read in this turn goes out, as it would have at its end. */
    private static void end(Pump pump) {
        if (pump.state() == Pump.State.FLOWING) {
            pump.flow();
        }
        pump.release();
    }
}
