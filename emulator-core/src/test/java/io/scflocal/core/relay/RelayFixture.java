package io.scflocal.core.relay;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameOrigin;
import io.scflocal.core.frame.FrameSink;
import io.scflocal.core.frame.Opcode;
import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationListener;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.invocation.Opening;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.problem.Problems;
import io.scflocal.core.time.ManualTicker;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A relay between two ends without sockets, on a clock that is moved by hand. */
final class RelayFixture {
    static final byte[] TEXT = {(byte) 0x81, 2, 'h', 'i'};
    static final byte[] PING = {(byte) 0x89, 0};
    static final byte[] CLOSE_4000 = {(byte) 0x88, 2, 0x0f, (byte) 0xa0};

    final ManualTicker ticker = new ManualTicker();
    final FakeEnd client = new FakeEnd();
    final FakeEnd function = new FakeEnd();
    final List<RelayEnd> ends = new ArrayList<>();
    /** One entry a frame: direction, origin, opcode. */
    final List<String> recorded = new ArrayList<>();

    PlatformChoices choices = PlatformChoices.DEFAULT;
    final Problems problems = new Problems(ticker, problem -> {});
    Timeouts timeouts = Timeouts.DEFAULT;
    /** What to do at the end of the I/O thread's turn: at once, unless a test wants to be in the middle of one. */
    Consumer<Runnable> turnEnd = Runnable::run;

    private final TreeMap<Long, Runnable> planned = new TreeMap<>();
    final Invocation invocation = new Invocations(
                    ticker, () -> timeouts, new InvocationLog(ticker, line -> {}), new InvocationListener() {})
            .begin(new Opening("127.0.0.1:1", true, new Handshake("GET", "/", "/", List.of(), 0, List.of())));
    final Relay relay = new Relay(
            invocation,
            new Relay.Tunnel(client, function),
            new FrameCapture() {
                @Override
                public FrameSink recorder(int connection, Direction direction, FrameOrigin origin) {
                    return new Recorder(direction, origin);
                }

                @Override
                public long lastFrame() {
                    return recorded.size() - 1;
                }
            },
            new Relay.Services(new BufferPool(), this::after, task -> turnEnd.accept(task), () -> choices, problems),
            ends::add);

    void clientSends(byte[] bytes) {
        client.peerSends(bytes);
        relay.readable(Direction.CLIENT_TO_FUNCTION);
    }

    void functionSends(byte[] bytes) {
        function.peerSends(bytes);
        relay.readable(Direction.FUNCTION_TO_CLIENT);
    }

    private Runnable after(Duration delay, Runnable task) {
        long due = ticker.nanos() + delay.toNanos();
        planned.put(due, task);
        return () -> planned.remove(due, task);
    }

    void pass(Duration duration) {
        long until = ticker.nanos() + duration.toNanos();
        while (!planned.isEmpty() && planned.firstKey() <= until) {
            ticker.advance(Duration.ofNanos(Math.max(0, planned.firstKey() - ticker.nanos())));
            planned.pollFirstEntry().getValue().run();
        }
        ticker.advance(Duration.ofNanos(until - ticker.nanos()));
    }

    private final class Recorder implements FrameSink {
        private final String prefix;

        Recorder(Direction direction, FrameOrigin origin) {
            prefix = (direction == Direction.CLIENT_TO_FUNCTION ? "c2f " : "f2c ") + origin.word() + " ";
        }

        @Override
        public void frameStarted(int firstByte, boolean masked, int maskKey, long payloadLength, int headerLength) {
            recorded.add(prefix + Opcode.of(firstByte));
        }

        @Override
        public void payload(ByteBuffer wire, int position, int length) {}

        @Override
        public void frameEnded() {}

        @Override
        public void framingLost() {}
    }
}
