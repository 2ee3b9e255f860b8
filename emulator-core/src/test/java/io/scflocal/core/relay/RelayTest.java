package io.scflocal.core.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameSink;
import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationListener;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.invocation.Opening;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.time.ManualTicker;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A relay between two ends without sockets, on a clock that is moved by hand. */
class RelayTest {
    private static final byte[] TEXT = {(byte) 0x81, 2, 'h', 'i'};
    private static final byte[] PING = {(byte) 0x89, 0};
    private static final byte[] CLOSE_4000 = {(byte) 0x88, 2, 0x0f, (byte) 0xa0};

    private final ManualTicker ticker = new ManualTicker();
    private final TreeMap<Long, Runnable> planned = new TreeMap<>();
    private final FakeEnd client = new FakeEnd();
    private final FakeEnd function = new FakeEnd();
    private final List<RelayEnd> ends = new ArrayList<>();
    private Timeouts timeouts = Timeouts.DEFAULT;
    private final Invocation invocation = new Invocations(
                    ticker, () -> timeouts, new InvocationLog(ticker, line -> {}), new InvocationListener() {})
            .begin(new Opening("127.0.0.1:1", true, new Handshake("GET", "/", "/", List.of(), 0, List.of())));
    private final Relay relay = new Relay(
            invocation,
            new Relay.Tunnel(client, function),
            direction -> new NoCapture(),
            new Relay.Services(new BufferPool(), this::after),
            ends::add);

    @Test
    void bytesPassAndAreCounted() {
        clientSends(TEXT);
        clientSends(PING);
        functionSends(TEXT);
        assertArrayEquals(new byte[] {(byte) 0x81, 2, 'h', 'i', (byte) 0x89, 0}, function.written.toByteArray());
        assertArrayEquals(TEXT, client.written.toByteArray());
        assertEquals(2, invocation.traffic(Direction.CLIENT_TO_FUNCTION).frames());
        assertEquals(6, invocation.traffic(Direction.CLIENT_TO_FUNCTION).bytes());
        assertEquals(1, invocation.traffic(Direction.FUNCTION_TO_CLIENT).frames());
    }

    @Test
    void fullReceiverStopsTheSenderUntilItTakesMore() {
        function.room = 3;
        relay.start();
        clientSends(TEXT);
        assertFalse(client.wantsRead);
        assertTrue(function.wantsWrite);
        clientSends(TEXT);
        assertEquals(3, function.written.size());
        function.room = 100;
        relay.writable(Direction.CLIENT_TO_FUNCTION);
        assertEquals(4, function.written.size());
        assertTrue(client.wantsRead);
        assertFalse(function.wantsWrite);
    }

    @Test
    void idleTimeoutOfTwoHoursCutsAfterTwoHours() {
        timeouts = Timeouts.DEFAULT.withIdle(Duration.ofHours(2)).withExecution(Duration.ofHours(9));
        relay.start();
        pass(Duration.ofMinutes(119));
        clientSends(TEXT);
        pass(Duration.ofMinutes(119));
        functionSends(TEXT);
        pass(Duration.ofMinutes(119));
        assertEquals(List.of(), ends);
        pass(Duration.ofMinutes(1));
        assertEquals(List.of(new RelayEnd(EndCause.IDLE_TIMEOUT, 0, "")), ends);
        assertTrue(client.closed && function.closed);
    }

    @Test
    void pingsDoNotKeepAConnectionFromBeingIdle() {
        relay.start();
        pass(Duration.ofSeconds(10));
        clientSends(PING);
        pass(Duration.ofSeconds(5));
        assertEquals(List.of(new RelayEnd(EndCause.IDLE_TIMEOUT, 0, "")), ends);
    }

    @Test
    void executionTimeoutCutsInSpiteOfTraffic() {
        timeouts = Timeouts.DEFAULT.withExecution(Duration.ofSeconds(30));
        relay.start();
        for (int second = 0; second < 29; second++) {
            pass(Duration.ofSeconds(1));
            functionSends(TEXT);
        }
        assertEquals(List.of(), ends);
        pass(Duration.ofSeconds(1));
        assertEquals(List.of(new RelayEnd(EndCause.EXECUTION_TIMEOUT, 0, "")), ends);
    }

    @Test
    void longerTimeoutInTimeSavesTheConnection() {
        relay.start();
        pass(Duration.ofSeconds(14));
        timeouts = Timeouts.DEFAULT.withIdle(Duration.ofSeconds(60));
        relay.deadlinesChanged();
        pass(Duration.ofSeconds(40));
        assertEquals(List.of(), ends);
    }

    @Test
    void firstCloseFrameDecides() {
        relay.start();
        functionSends(CLOSE_4000);
        clientSends(new byte[] {(byte) 0x88, 0});
        function.peerEnds();
        relay.readable(Direction.FUNCTION_TO_CLIENT);
        assertTrue(client.outputShut);
        client.peerEnds();
        relay.readable(Direction.CLIENT_TO_FUNCTION);
        assertEquals(List.of(new RelayEnd(EndCause.FUNCTION_CLOSED, 4000, "")), ends);
    }

    @Test
    void maskedCloseFrameIsRead() {
        relay.start();
        clientSends(new byte[] {(byte) 0x88, (byte) 0x84, 1, 2, 3, 4, 0x0f ^ 1, (byte) (0xa0 ^ 2), 'o' ^ 3, 'k' ^ 4});
        relay.cut(EndCause.IDLE_TIMEOUT);
        assertEquals(List.of(new RelayEnd(EndCause.CLIENT_CLOSED, 4000, "ok")), ends);
    }

    @Test
    void peerThatDoesNotEndAfterTheClosingHandshakeIsNotWaitedForLong() {
        relay.start();
        functionSends(CLOSE_4000);
        clientSends(CLOSE_4000);
        pass(Relay.LINGER);
        assertEquals(1, ends.size());
        assertTrue(client.closed && function.closed);
    }

    @Test
    void lastWordsOfAPeerThatIsGoneAreStillPassedOn() {
        relay.start();
        function.peerSends(CLOSE_4000);
        function.broken = true;
        clientSends(TEXT);
        assertArrayEquals(CLOSE_4000, client.written.toByteArray());
        assertEquals(List.of(), ends);
        relay.readable(Direction.FUNCTION_TO_CLIENT);
        assertEquals(List.of(new RelayEnd(EndCause.FUNCTION_CLOSED, 4000, "")), ends);
    }

    @Test
    void endIsToldOnce() {
        relay.start();
        relay.cut(EndCause.STOPPED);
        relay.cut(EndCause.IDLE_TIMEOUT);
        clientSends(TEXT);
        pass(Duration.ofHours(1));
        assertEquals(List.of(new RelayEnd(EndCause.STOPPED, 0, "")), ends);
    }

    private void clientSends(byte[] bytes) {
        client.peerSends(bytes);
        relay.readable(Direction.CLIENT_TO_FUNCTION);
    }

    private void functionSends(byte[] bytes) {
        function.peerSends(bytes);
        relay.readable(Direction.FUNCTION_TO_CLIENT);
    }

    private Runnable after(Duration delay, Runnable task) {
        long due = ticker.nanos() + delay.toNanos();
        planned.put(due, task);
        return () -> planned.remove(due, task);
    }

    private void pass(Duration duration) {
        long until = ticker.nanos() + duration.toNanos();
        while (!planned.isEmpty() && planned.firstKey() <= until) {
            ticker.advance(Duration.ofNanos(Math.max(0, planned.firstKey() - ticker.nanos())));
            planned.pollFirstEntry().getValue().run();
        }
        ticker.advance(Duration.ofNanos(until - ticker.nanos()));
    }

    private static final class NoCapture implements FrameSink {
        @Override
        public void frameStarted(int firstByte, boolean masked, int maskKey, long payloadLength, int headerLength) {}

        @Override
        public void payload(ByteBuffer wire, int position, int length) {}

        @Override
        public void frameEnded() {}

        @Override
        public void framingLost() {}
    }
}
