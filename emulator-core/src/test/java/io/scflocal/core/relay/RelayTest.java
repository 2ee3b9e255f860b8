package io.scflocal.core.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.Timeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A relay between two ends without sockets, on a clock that is moved by hand. */
class RelayTest {
    private final RelayFixture on = new RelayFixture();

    @Test
    void bytesPassAndAreCounted() {
        on.clientSends(RelayFixture.TEXT);
        on.clientSends(RelayFixture.PING);
        on.functionSends(RelayFixture.TEXT);
        assertArrayEquals(new byte[] {(byte) 0x81, 2, 'h', 'i', (byte) 0x89, 0}, on.function.written.toByteArray());
        assertArrayEquals(RelayFixture.TEXT, on.client.written.toByteArray());
        assertEquals(2, on.invocation.traffic(Direction.CLIENT_TO_FUNCTION).frames());
        assertEquals(6, on.invocation.traffic(Direction.CLIENT_TO_FUNCTION).bytes());
        assertEquals(1, on.invocation.traffic(Direction.FUNCTION_TO_CLIENT).frames());
    }

    @Test
    void fullReceiverStopsTheSenderUntilItTakesMore() {
        on.function.room = 3;
        on.relay.start();
        on.clientSends(RelayFixture.TEXT);
        assertFalse(on.client.wantsRead);
        assertTrue(on.function.wantsWrite);
        on.clientSends(RelayFixture.TEXT);
        assertEquals(3, on.function.written.size());
        on.function.room = 100;
        on.relay.writable(Direction.CLIENT_TO_FUNCTION);
        assertEquals(4, on.function.written.size());
        assertTrue(on.client.wantsRead);
        assertFalse(on.function.wantsWrite);
    }

    @Test
    void littleIsRecordedAtOnceAndWrittenAtTheEndOfTheTurn() {
        List<Runnable> left = new ArrayList<>();
        on.turnEnd = left::add;
        on.relay.start();
        on.clientSends(RelayFixture.TEXT);
        on.functionSends(RelayFixture.TEXT);
        assertEquals(List.of("c2f peer TEXT", "f2c peer TEXT"), on.recorded);
        assertEquals(0, on.function.written.size() + on.client.written.size());
        left.forEach(Runnable::run);
        assertArrayEquals(RelayFixture.TEXT, on.function.written.toByteArray());
        assertArrayEquals(RelayFixture.TEXT, on.client.written.toByteArray());
        on.clientSends(RelayFixture.PING);
        assertEquals(3, left.size());
    }

    @Test
    void whatWasReadInATurnGoesOutThoughTheTunnelIsCutInIt() {
        List<Runnable> left = new ArrayList<>();
        on.turnEnd = left::add;
        on.relay.start();
        on.clientSends(RelayFixture.TEXT);
        on.relay.cut(EndCause.USER_DROPPED);
        assertArrayEquals(RelayFixture.TEXT, on.function.written.toByteArray());
        left.forEach(Runnable::run);
        assertEquals(List.of(RelayEnd.withoutCloseFrame(EndCause.USER_DROPPED)), on.ends);
    }

    @Test
    void manyBytesAreWrittenAtOnce() {
        on.turnEnd = task -> {
            throw new AssertionError("nothing is to wait");
        };
        byte[] message = new byte[10_000];
        message[0] = (byte) 0x82;
        message[1] = 126;
        message[2] = (9_996 >> 8);
        message[3] = (byte) 9_996;
        on.functionSends(message);
        assertArrayEquals(message, on.client.written.toByteArray());
    }

    @Test
    void idleTimeoutOfTwoHoursCutsAfterTwoHours() {
        on.timeouts = Timeouts.DEFAULT.withIdle(Duration.ofHours(2)).withExecution(Duration.ofHours(9));
        on.relay.start();
        on.pass(Duration.ofMinutes(119));
        on.clientSends(RelayFixture.TEXT);
        on.pass(Duration.ofMinutes(119));
        on.functionSends(RelayFixture.TEXT);
        on.pass(Duration.ofMinutes(119));
        assertEquals(List.of(), on.ends);
        on.pass(Duration.ofMinutes(1));
        assertEquals(List.of(new RelayEnd(EndCause.IDLE_TIMEOUT, 0, "")), on.ends);
        assertTrue(on.client.closed && on.function.closed);
    }

    @Test
    void pingsDoNotKeepAConnectionFromBeingIdle() {
        on.relay.start();
        on.pass(Duration.ofSeconds(10));
        on.clientSends(RelayFixture.PING);
        on.pass(Duration.ofSeconds(5));
        assertEquals(List.of(new RelayEnd(EndCause.IDLE_TIMEOUT, 0, "")), on.ends);
    }

    @Test
    void executionTimeoutCutsInSpiteOfTraffic() {
        on.timeouts = Timeouts.DEFAULT.withExecution(Duration.ofSeconds(30));
        on.relay.start();
        for (int second = 0; second < 29; second++) {
            on.pass(Duration.ofSeconds(1));
            on.functionSends(RelayFixture.TEXT);
        }
        assertEquals(List.of(), on.ends);
        on.pass(Duration.ofSeconds(1));
        assertEquals(List.of(new RelayEnd(EndCause.EXECUTION_TIMEOUT, 0, "")), on.ends);
    }

    @Test
    void longerTimeoutInTimeSavesTheConnection() {
        on.relay.start();
        on.pass(Duration.ofSeconds(14));
        on.timeouts = Timeouts.DEFAULT.withIdle(Duration.ofSeconds(60));
        on.relay.deadlinesChanged();
        on.pass(Duration.ofSeconds(40));
        assertEquals(List.of(), on.ends);
    }

    @Test
    void firstCloseFrameDecides() {
        on.relay.start();
        on.functionSends(RelayFixture.CLOSE_4000);
        on.clientSends(new byte[] {(byte) 0x88, 0});
        on.function.peerEnds();
        on.relay.readable(Direction.FUNCTION_TO_CLIENT);
        assertTrue(on.client.outputShut);
        assertEquals(List.of(new RelayEnd(EndCause.FUNCTION_CLOSED, 4000, "")), on.ends);
    }

    @Test
    void clientIsWaitedForAfterTheClosingHandshakeWhileItHasNotGotEverything() {
        on.relay.start();
        on.functionSends(RelayFixture.CLOSE_4000);
        on.clientSends(RelayFixture.CLOSE_4000);
        on.client.unsent = true;
        on.function.peerEnds();
        on.relay.readable(Direction.FUNCTION_TO_CLIENT);
        assertEquals(List.of(), on.ends);
        on.client.peerEnds();
        on.relay.readable(Direction.CLIENT_TO_FUNCTION);
        assertEquals(1, on.ends.size());
    }

    @Test
    void withoutAClosingHandshakeTheClientHasItsTimeToEnd() {
        on.relay.start();
        on.clientSends(RelayFixture.CLOSE_4000);
        on.function.peerEnds();
        on.relay.readable(Direction.FUNCTION_TO_CLIENT);
        assertEquals(List.of(), on.ends);
        on.pass(Relay.LINGER);
        assertEquals(List.of(new RelayEnd(EndCause.CLIENT_CLOSED, 4000, "")), on.ends);
    }

    @Test
    void maskedCloseFrameIsRead() {
        on.relay.start();
        on.clientSends(
                new byte[] {(byte) 0x88, (byte) 0x84, 1, 2, 3, 4, 0x0f ^ 1, (byte) (0xa0 ^ 2), 'o' ^ 3, 'k' ^ 4});
        on.relay.cut(EndCause.IDLE_TIMEOUT);
        assertEquals(List.of(new RelayEnd(EndCause.CLIENT_CLOSED, 4000, "ok")), on.ends);
    }

    @Test
    void peerThatDoesNotEndAfterTheClosingHandshakeIsNotWaitedForLong() {
        on.relay.start();
        on.functionSends(RelayFixture.CLOSE_4000);
        on.clientSends(RelayFixture.CLOSE_4000);
        on.pass(Relay.LINGER);
        assertEquals(1, on.ends.size());
        assertTrue(on.client.closed && on.function.closed);
    }

    @Test
    void lastWordsOfAPeerThatIsGoneAreStillPassedOn() {
        on.relay.start();
        on.function.peerSends(RelayFixture.CLOSE_4000);
        on.function.broken = true;
        on.clientSends(RelayFixture.TEXT);
        assertArrayEquals(RelayFixture.CLOSE_4000, on.client.written.toByteArray());
        assertEquals(List.of(), on.ends);
        on.relay.readable(Direction.FUNCTION_TO_CLIENT);
        assertEquals(List.of(new RelayEnd(EndCause.FUNCTION_CLOSED, 4000, "")), on.ends);
    }

    @Test
    void endIsToldOnce() {
        on.relay.start();
        on.relay.cut(EndCause.STOPPED);
        on.relay.cut(EndCause.IDLE_TIMEOUT);
        on.clientSends(RelayFixture.TEXT);
        on.pass(Duration.ofHours(1));
        assertEquals(List.of(new RelayEnd(EndCause.STOPPED, 0, "")), on.ends);
    }
}
