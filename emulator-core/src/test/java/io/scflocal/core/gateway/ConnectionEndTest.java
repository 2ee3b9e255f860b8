package io.scflocal.core.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.Timeouts;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which a connection can end has the platform's status and cause. */
class ConnectionEndTest extends GatewayTestCase {
    private static final Duration SHORT = Duration.ofMillis(300);

    @ParameterizedTest
    @CsvSource({"1000, 200", "1010, 200", "1001, 456", "1011, 456", "1002, 456", "3000, 456", "4999, 456"})
    void clientCloses(int code, int status) throws Exception {
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            tunnel.client().send(Frames.masked(0x88, Frames.close(code, "bye")));
            tunnel.function().read(2 + 4 + 2 + 3);
            tunnel.function().send(Frames.plain(0x88, Frames.close(1000, "")));
            tunnel.function().close();
            tunnel.client().readToEnd();
        }
        assertEnd(status, EndCause.CLIENT_CLOSED, code, "bye");
    }

    @ParameterizedTest
    @CsvSource({"1000, 200", "1011, 200", "1010, 439", "1001, 439", "1012, 439", "4000, 439"})
    void functionCloses(int code, int status) throws Exception {
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            tunnel.function().send(Frames.plain(0x88, Frames.close(code, "再见")));
            tunnel.client().read(2 + 2 + 6);
            tunnel.client().send(Frames.masked(0x88, Frames.close(code, "")));
            tunnel.function().read(8);
            tunnel.function().close();
            tunnel.client().readToEnd();
        }
        assertEnd(status, EndCause.FUNCTION_CLOSED, code, "再见");
    }

    @Test
    void closeWithoutACodeIs1005() throws Exception {
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            tunnel.client().send(Frames.masked(0x88, new byte[0]));
            tunnel.function().read(6);
        }
        assertEnd(456, EndCause.CLIENT_CLOSED, 1005, "");
    }

    @Test
    void closeFrameThatIsFollowedByAResetStillCounts() throws Exception {
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            tunnel.client().send(Frames.masked(0x81, Frames.text("unread")));
            tunnel.function().send(Frames.plain(0x88, Frames.close(1000, "done")));
            // Closing with an unread question makes the kernel send a reset behind the Close frame.
            tunnel.function().close();
            tunnel.client().send(Frames.masked(0x81, Frames.text("too late")));
            tunnel.client().readToEnd();
        }
        assertEnd(200, EndCause.FUNCTION_CLOSED, 1000, "done");
    }

    @Test
    void clientVanishes() throws Exception {
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            tunnel.client().close();
            tunnel.function().readToEnd();
        }
        assertEnd(456, EndCause.CLIENT_LOST, 0, "");
    }

    @Test
    void clientIsReset() throws Exception {
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            tunnel.client().reset();
            tunnel.function().readToEnd();
        }
        assertEnd(456, EndCause.CLIENT_LOST, 0, "");
    }

    @Test
    void functionDropsTheConnection() throws Exception {
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            tunnel.function().close();
            tunnel.client().readToEnd();
        }
        assertEnd(439, EndCause.FUNCTION_LOST, 0, "");
    }

    @Test
    void anEndWhoseReasonIsStillAwaitedIsToldWhenTheGatewayStops() throws Exception {
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            tunnel.function().close();
            tunnel.client().readToEnd();
            fixture.stopGateway();
        }
        assertEnd(439, EndCause.FUNCTION_LOST, 0, "");
    }

    @Test
    void functionResetInTheMiddleOfAFrameIsPassedOnAsFarAsItCame() throws Exception {
        byte[] part = {(byte) 0x82, 100, 1, 2, 3};
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            tunnel.function().send(part);
            assertArrayEquals(part, tunnel.client().read(part.length));
            tunnel.function().reset();
            assertEquals(0, tunnel.client().readToEnd().length);
        }
        assertEnd(439, EndCause.FUNCTION_LOST, 0, "");
    }

    @Test
    void processThatDiesTakesItsConnectionsAlong() throws Exception {
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            fixture.instance.stop();
            tunnel.client().readToEnd();
        }
        assertEnd(439, EndCause.PROCESS_EXITED, 0, "");
    }

    @Test
    void idleTimeoutCuts() throws Exception {
        fixture.setTimeouts(Timeouts.DEFAULT.withIdle(SHORT));
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            assertEquals(0, tunnel.client().readToEnd().length);
            assertEquals(0, tunnel.function().readToEnd().length);
        }
        assertEnd(455, EndCause.IDLE_TIMEOUT, 0, "");
    }

    @Test
    void executionTimeoutCutsAConnectionThatChats() throws Exception {
        fixture.setTimeouts(Timeouts.DEFAULT.withExecution(SHORT));
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            byte[] question = Frames.masked(0x81, Frames.text("hello"));
            CompletableFuture<Integer> heard =
                    CompletableFuture.supplyAsync(() -> tunnel.function().readToEnd().length);
            while (!heard.isDone() && tunnel.client().trySend(question)) {
                Thread.onSpinWait();
            }
            assertTrue(heard.get(20, TimeUnit.SECONDS) > question.length);
        }
        assertEnd(433, EndCause.EXECUTION_TIMEOUT, 0, "");
    }

    @Test
    void shorterTimeoutActsOnAnOpenConnection() throws Exception {
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            fixture.setTimeouts(Timeouts.DEFAULT.withIdle(SHORT));
            tunnel.client().readToEnd();
        }
        assertEnd(455, EndCause.IDLE_TIMEOUT, 0, "");
    }

    @Test
    void stoppingTheGatewayEndsItsConnections() throws Exception {
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            fixture.stopGateway();
            tunnel.client().readToEnd();
            tunnel.function().readToEnd();
        }
        assertEnd(439, EndCause.STOPPED, 0, "");
    }

    @Test
    void logTellsTheInvocation() throws Exception {
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            tunnel.client().send(Frames.masked(0x88, Frames.close(4000, "")));
            tunnel.function().read(8);
        }
        fixture.awaitEnd();
        String id = fixture.invocations.recent().get(0).requestId();
        List<String> lines =
                fixture.log.lines(0, 100).stream().map(line -> line.text()).toList();
        assertEquals("START RequestId:" + id, lines.get(0));
        assertEquals(
                "Init Report RequestId: " + id
                        + " Coldstart: 12ms (PullCode: 3ms InitRuntime: 2ms InitFunction: 7ms) Memory: 128MB MemUsage: 32.00MB",
                lines.get(1));
        assertEquals("ERROR RequestId:" + id + " Result:456 ClientClosedAbnormally (client-closed 4000)", lines.get(2));
        assertEquals("END RequestId:" + id, lines.get(3));
        String report = lines.get(4).replaceAll("Duration:\\d+ms", "Duration:Nms");
        assertEquals("Report RequestId:" + id + " Duration:Nms Memory:128MB MemUsage:32.00MB", report);
    }

    private void assertEnd(int status, EndCause cause, int closeCode, String closeReason) throws InterruptedException {
        InvocationEnd end = fixture.awaitEnd();
        assertEquals(cause, end.cause());
        assertEquals(status, end.status().code());
        assertEquals(closeCode, end.closeCode());
        assertEquals(closeReason, end.closeReason());
    }
}
