package io.scflocal.core.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.Opcode;
import io.scflocal.core.frame.OutgoingFrame;
import io.scflocal.core.platform.EndCause;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the user does to a connection: where its frames come to stand, and how it ends. */
class RelayActTest {
    private static final byte[] OWN = {(byte) 0x81, 3, 'o', 'w', 'n'};
    private static final byte[] PONG = {(byte) 0x8a, 0};
    private static final byte[] CLOSE_1000_BYE = {(byte) 0x88, 5, 3, (byte) 0xe8, 'b', 'y', 'e'};

    private final RelayFixture on = new RelayFixture();

    @BeforeEach
    void start() {
        on.relay.start();
    }

    @Test
    void frameForTheClientIsNotMaskedAndMarkedAsTheUsers() {
        assertEquals(ActResult.DONE, toClient(text("own")).getNow(null));
        assertArrayEquals(OWN, on.client.written.toByteArray());
        assertEquals(List.of("f2c user TEXT"), on.recorded);
        assertEquals(1, on.invocation.traffic(Direction.FUNCTION_TO_CLIENT).frames());
    }

    @Test
    void frameForTheFunctionIsMasked() {
        act(new ConnectionAct.Send(Direction.CLIENT_TO_FUNCTION, List.of(text("own"))));
        byte[] wire = on.function.written.toByteArray();
        assertEquals(2 + 4 + 3, wire.length);
        assertEquals((byte) 0x83, wire[1]);
        for (int i = 0; i < 3; i++) {
            assertEquals("own".charAt(i), (char) (wire[6 + i] ^ wire[2 + i]));
        }
    }

    @Test
    void frameWaitsForTheEndOfTheFrameThatIsUnderWay() {
        on.functionSends(Arrays.copyOf(RelayFixture.TEXT, 3));
        CompletableFuture<ActResult> result = toClient(text("own"));
        assertFalse(result.isDone());
        on.functionSends(join(new byte[] {'i'}, RelayFixture.PING));
        assertEquals(ActResult.DONE, result.getNow(null));
        assertArrayEquals(
                join(RelayFixture.TEXT, OWN, RelayFixture.PING), on.client.written.toByteArray(), "right after it");
        assertEquals(List.of("f2c peer TEXT", "f2c user TEXT", "f2c peer PING"), on.recorded);
    }

    @Test
    void messageWaitsForTheEndOfAFragmentedMessageButAControlFrameDoesNot() {
        byte[] begin = {0x01, 1, 'a'};
        byte[] end = {(byte) 0x80, 1, 'b'};
        on.functionSends(begin);
        CompletableFuture<ActResult> pong = toClient(OutgoingFrame.message(Opcode.PONG, new byte[0]));
        assertEquals(ActResult.DONE, pong.getNow(null));
        CompletableFuture<ActResult> message = toClient(text("own"));
        assertFalse(message.isDone());
        on.functionSends(join(RelayFixture.PING, end, RelayFixture.PING));
        assertEquals(ActResult.DONE, message.getNow(null));
        assertArrayEquals(
                join(begin, PONG, RelayFixture.PING, end, OWN, RelayFixture.PING), on.client.written.toByteArray());
    }

    @Test
    void framesOfOneActStandTogether() {
        OutgoingFrame first = new OutgoingFrame(false, false, Opcode.TEXT, new byte[] {'a'});
        OutgoingFrame last = new OutgoingFrame(true, false, Opcode.CONTINUATION, new byte[] {'b'});
        on.client.room = 0;
        on.functionSends(RelayFixture.TEXT);
        act(new ConnectionAct.Send(Direction.FUNCTION_TO_CLIENT, List.of(first, last)));
        on.client.room = 100;
        on.relay.writable(Direction.FUNCTION_TO_CLIENT);
        byte[] own = {1, 1, 'a', (byte) 0x80, 1, 'b'};
        assertArrayEquals(join(RelayFixture.TEXT, own), on.client.written.toByteArray());
    }

    @Test
    void slowReceiverGetsEverythingInOrderOneByteAtATime() {
        on.client.room = 0;
        on.functionSends(join(RelayFixture.TEXT, RelayFixture.PING));
        CompletableFuture<ActResult> first = toClient(text("own"));
        CompletableFuture<ActResult> second = toClient(text("own"));
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.writeBytes(join(RelayFixture.TEXT, RelayFixture.PING, OWN, OWN));
        for (int i = 0; i < expected.size(); i++) {
            assertFalse(second.isDone());
            assertFalse(on.function.wantsRead);
            on.client.room = 1;
            on.relay.writable(Direction.FUNCTION_TO_CLIENT);
        }
        assertEquals(ActResult.DONE, first.getNow(null));
        assertEquals(ActResult.DONE, second.getNow(null));
        assertTrue(on.function.wantsRead);
        assertArrayEquals(expected.toByteArray(), on.client.written.toByteArray());
    }

    @Test
    void messageOfTheUserStartsTheIdleTimeAnew() {
        on.pass(Duration.ofSeconds(10));
        toClient(text("own"));
        on.pass(Duration.ofSeconds(10));
        assertEquals(List.of(), on.ends);
        on.pass(Duration.ofSeconds(5));
        assertEquals(EndCause.IDLE_TIMEOUT, on.ends.get(0).cause());
    }

    @Test
    void closeReachesBothPeersAndEndsWhenBothHaveAnswered() {
        assertEquals(ActResult.DONE, act(new ConnectionAct.Close(1000, "bye")).getNow(null));
        assertArrayEquals(CLOSE_1000_BYE, on.client.written.toByteArray());
        assertEquals(CLOSE_1000_BYE.length + 4, on.function.written.size());
        on.functionSends(RelayFixture.TEXT);
        on.functionSends(CLOSE_1000_BYE);
        assertEquals(List.of(), on.ends);
        on.clientSends(CLOSE_1000_BYE);
        assertEquals(List.of(new RelayEnd(EndCause.USER_CLOSED, 1000, "bye")), on.ends);
        assertArrayEquals(CLOSE_1000_BYE, on.client.written.toByteArray(), "nothing follows a Close frame");
        assertEquals(
                List.of("c2f user CLOSE", "f2c user CLOSE", "f2c peer TEXT", "f2c peer CLOSE", "c2f peer CLOSE"),
                on.recorded);
    }

    @Test
    void peersThatDoNotAnswerACloseAreNotWaitedForLong() {
        act(new ConnectionAct.Close(1005, "too long to matter"));
        assertArrayEquals(new byte[] {(byte) 0x88, 0}, on.client.written.toByteArray());
        on.pass(Relay.LINGER);
        assertEquals(List.of(new RelayEnd(EndCause.USER_CLOSED, 1005, "")), on.ends);
        assertTrue(on.client.closed && on.function.closed);
    }

    @Test
    void closeInTheMiddleOfAFrameThatNeverEndsIsATcpEnd() {
        on.functionSends(Arrays.copyOf(RelayFixture.TEXT, 3));
        CompletableFuture<ActResult> result = act(new ConnectionAct.Close(1000, "bye"));
        on.pass(Relay.LINGER);
        assertEquals(3, on.client.written.size());
        assertEquals(ActResult.NOT_OPEN, result.getNow(null));
        assertEquals(List.of(new RelayEnd(EndCause.USER_CLOSED, 1000, "bye")), on.ends, "the function got its frame");
    }

    @Test
    void afterACloseFrameOfTheUserNothingElseGoesThatWay() {
        assertEquals(ActResult.DONE, toClient(OutgoingFrame.close(4000, "")).getNow(null));
        assertEquals(ActResult.CLOSING, toClient(text("own")).getNow(null));
        on.functionSends(RelayFixture.TEXT);
        assertArrayEquals(RelayFixture.CLOSE_4000, on.client.written.toByteArray());
        on.clientSends(RelayFixture.CLOSE_4000);
        assertArrayEquals(RelayFixture.CLOSE_4000, on.function.written.toByteArray(), "the other way is open");
    }

    @Test
    void idleTimeoutCanBeHadAtOnce() {
        assertEquals(ActResult.DONE, act(new ConnectionAct.ExpireIdle()).getNow(null));
        assertEquals(List.of(new RelayEnd(EndCause.IDLE_TIMEOUT, 0, "")), on.ends);
    }

    @Test
    void dropEndsBothConnections() {
        act(new ConnectionAct.Drop());
        assertEquals(List.of(new RelayEnd(EndCause.USER_DROPPED, 0, "")), on.ends);
        assertTrue(on.client.closed && on.function.closed);
        assertEquals(ActResult.NOT_OPEN, toClient(text("own")).getNow(null));
    }

    @Test
    void framesThatStillWaitAtTheEndAreReported() {
        on.functionSends(Arrays.copyOf(RelayFixture.TEXT, 3));
        CompletableFuture<ActResult> waiting = toClient(text("own"));
        on.relay.cut(EndCause.STOPPED);
        assertEquals(ActResult.NOT_OPEN, waiting.getNow(null));
    }

    @Test
    void noFrameIsPutWhereFramingIsLost() {
        on.functionSends(new byte[] {(byte) 0x82, 127, -1, -1, -1, -1, -1, -1, -1, -1});
        assertEquals(ActResult.FRAMING_LOST, toClient(text("own")).getNow(null));
    }

    @Test
    void queueOfWaitingFramesIsBounded() {
        on.functionSends(Arrays.copyOf(RelayFixture.TEXT, 3));
        List<CompletableFuture<ActResult>> results = IntStream.rangeClosed(0, Injections.MAX_WAITING)
                .mapToObj(i -> toClient(text("own")))
                .toList();
        assertFalse(results.get(Injections.MAX_WAITING - 1).isDone());
        assertEquals(
                ActResult.TOO_MANY_WAITING, results.get(Injections.MAX_WAITING).getNow(null));
    }

    private CompletableFuture<ActResult> toClient(OutgoingFrame frame) {
        return act(new ConnectionAct.Send(Direction.FUNCTION_TO_CLIENT, List.of(frame)));
    }

    private CompletableFuture<ActResult> act(ConnectionAct act) {
        return on.relay.act(act).toCompletableFuture();
    }

    private static OutgoingFrame text(String text) {
        return OutgoingFrame.message(Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
