package io.scflocal.core.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.platform.Timeouts;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens while the function has not answered yet. */
class UnansweredRequestTest extends GatewayTestCase {
    private static final byte[] HELLO = Frames.masked(Frames.FIN | Frames.TEXT, Frames.text("hello"));

    @Test
    void clientThatLeavesBeforeTheAnswerCancelsTheRequest() throws Exception {
        RawPeer client = RawPeer.connect(fixture.port).handshake("/never");
        try (RawPeer function = fixture.accept()) {
            function.readHead();
            client.close();
            assertEnd(EndCause.CLIENT_LOST, FunctionStatus.REQUEST_CANCELED);
            assertEquals(0, function.readToEnd().length);
        }
    }

    @Test
    void clientThatLeavesInTheMiddleOfItsBodyCancelsTheRequest() throws Exception {
        RawPeer client = RawPeer.connect(fixture.port);
        client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf");
        try (RawPeer function = fixture.accept()) {
            function.readHead();
            client.close();
            assertEnd(EndCause.CLIENT_LOST, FunctionStatus.REQUEST_CANCELED);
        }
    }

    @Test
    void aChunkThatIsNoneIsTheClientsFault() throws Exception {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n");
            try (RawPeer function = fixture.accept()) {
                assertEnd(EndCause.CLIENT_LOST, FunctionStatus.REQUEST_CANCELED);
                client.readToEnd();
                function.readToEnd();
            }
        }
    }

    @Test
    void aProcessThatEndsIsSeenAMomentAfterItsSocket() throws Exception {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            RawPeer function = fixture.accept();
            function.readHead();
            function.close();
            fixture.instance.stop();
            assertTrue(client.readHead().startsWith("HTTP/1.1 439 "));
            assertEnd(EndCause.PROCESS_EXITED, FunctionStatus.USER_PROCESS_EXIT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage\r\n\r\n", "HTTP/1.1 200\r\n\r\n", "HTTP/1.1 200 OK\nX: y\n\n"})
    void anAnswerThatIsNoneIsNamed(String answer) throws Exception {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            try (RawPeer function = fixture.accept()) {
                function.readHead();
                function.send(answer);
                String head = client.readHead();
                assertTrue(head.contains("X-Scf-Message: The function's answer is none of HTTP/1.1, "), head);
            }
            InvocationEnd end = fixture.awaitEnd();
            assertEquals(FunctionStatus.USER_PROCESS_EXIT, end.status());
            String error = "Result:439 UserProcessExit (function-lost) " + end.closeReason();
            assertTrue(end.closeReason().startsWith("The function's answer is none of HTTP/1.1"), end.closeReason());
            assertTrue(
                    fixture.log.lines(0, 100).stream()
                            .anyMatch(line -> line.text().endsWith(error)),
                    error);
        }
    }

    @Test
    void anInterimAnswerLeavesNoClientWaiting() throws Exception {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            try (RawPeer function = fixture.accept()) {
                function.readHead();
                function.send(
                        "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                String head = client.readHead();
                assertTrue(head.startsWith("HTTP/1.1 500 "), head);
                assertTrue(head.contains("interim answer like the function's 103"), head);
            }
            InvocationEnd end = fixture.awaitEnd();
            assertEquals(FunctionStatus.INTERNAL_ERROR, end.status());
            assertEquals(103, end.httpStatus());
        }
    }

    @Test
    void clientThatLeavesDuringAColdStartCancelsTheRequest() throws Exception {
        CompletableFuture<Instance> start = new CompletableFuture<>();
        fixture.provider = () -> start;
        RawPeer.connect(fixture.port).handshake("/").close();
        assertEnd(EndCause.CLIENT_LOST, FunctionStatus.REQUEST_CANCELED);
        start.complete(fixture.instance);
        assertEquals(0, fixture.invocations.openCount());
    }

    @Test
    void framesThatComeBeforeTheAnswerReachTheFunction() throws Exception {
        try (RawPeer client = RawPeer.connect(fixture.port).handshake("/").send(HELLO);
                RawPeer function = fixture.accept()) {
            function.readHead();
            client.send(HELLO);
            function.send(GatewayFixture.ACCEPT + "\r\n");
            client.readHead();
            client.send(HELLO);
            assertEquals(3 * HELLO.length, function.read(3 * HELLO.length).length);
        }
    }

    @Test
    void executionTimeoutCutsAFunctionThatDoesNotAnswer() throws Exception {
        try (RawPeer client = RawPeer.connect(fixture.port).handshake("/never");
                RawPeer function = fixture.accept()) {
            function.readHead();
            fixture.setTimeouts(new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(3)));
            assertTrue(client.readHead().startsWith("HTTP/1.1 433 "));
            assertEnd(EndCause.EXECUTION_TIMEOUT, FunctionStatus.TIME_LIMIT_REACHED);
            assertEquals(0, function.readToEnd().length);
        }
    }

    @Test
    void coldStartTakesNothingFromTheTimeouts() throws Exception {
        CompletableFuture<Instance> start = new CompletableFuture<>();
        CompletableFuture<Void> asked = new CompletableFuture<>();
        fixture.provider = () -> {
            asked.complete(null);
            return start;
        };
        fixture.setTimeouts(new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(3)));
        try (RawPeer client = RawPeer.connect(fixture.port).handshake("/")) {
            asked.join();
            start.completeOnTimeout(fixture.instance, 1200, java.util.concurrent.TimeUnit.MILLISECONDS);
            try (RawPeer function = fixture.accept()) {
                function.readHead();
                function.send(GatewayFixture.ACCEPT + "\r\n");
                client.readHead();
                function.send(HELLO);
                assertEquals(HELLO.length, client.read(HELLO.length).length);
            }
        }
    }

    @Test
    void stopEndsARequestThatWaits() throws Exception {
        try (RawPeer client = RawPeer.connect(fixture.port).handshake("/never");
                RawPeer function = fixture.accept()) {
            function.readHead();
            fixture.stopGateway();
            assertEnd(EndCause.STOPPED, FunctionStatus.USER_PROCESS_EXIT);
            assertEquals(0, client.readToEnd().length);
        }
    }

    @Test
    void stopEndsARequestThatWaitsForAColdStart() throws Exception {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        fixture.provider = () -> {
            asked.complete(null);
            return new CompletableFuture<>();
        };
        try (RawPeer client = RawPeer.connect(fixture.port).handshake("/")) {
            asked.join();
            fixture.stopGateway();
            assertEnd(EndCause.STOPPED, FunctionStatus.USER_PROCESS_EXIT);
            assertEquals(0, client.readToEnd().length);
        }
    }

    @Test
    void functionThatDropsItsBodyHasNotAnswered() throws Exception {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            try (RawPeer function = fixture.accept()) {
                function.readHead();
                function.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
            }
            client.readToEnd();
            assertEnd(EndCause.FUNCTION_LOST, FunctionStatus.USER_PROCESS_EXIT);
        }
    }

    @Test
    void notModifiedHasNoBody() throws Exception {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            try (RawPeer function = fixture.accept()) {
                function.readHead();
                function.send("HTTP/1.1 304 Not Modified\r\nContent-Length: 500\r\n\r\n");
                String head = client.readHead();
                assertTrue(head.startsWith("HTTP/1.1 304 Not Modified\r\n"), head);
            }
            assertEnd(EndCause.HTTP_ANSWERED, FunctionStatus.SUCCESS);
        }
    }

    @Test
    void refusedHandshakeFreesTheFunctionsConnectionAtOnce() throws Exception {
        try (RawPeer client = RawPeer.connect(fixture.port).handshake("/");
                RawPeer function = fixture.accept()) {
            function.readHead();
            function.send("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
            client.readHead();
            assertTimeout(Duration.ofSeconds(5), function::readToEnd);
        }
    }

    @Test
    void upgradeThatNobodyAskedForIsAnError() throws Exception {
        for (String request : new String[] {
            "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET / HTTP/1.0\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"
        }) {
            try (RawPeer client = RawPeer.connect(fixture.port)) {
                client.send(request);
                try (RawPeer function = fixture.accept()) {
                    function.readHead();
                    function.send(GatewayFixture.ACCEPT + "\r\n");
                    assertTrue(client.readHead().contains(" 430 "));
                }
                assertEnd(EndCause.HTTP_ANSWERED, FunctionStatus.USER_CODE_EXCEPTION);
            }
        }
    }

    @Test
    void webSocketMayBeOneOfSeveralProtocolsThatAreAskedFor() throws Exception {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send(
                    "GET / HTTP/1.1\r\nHost: x\r\nConnection: keep-alive, Upgrade\r\nUpgrade: foo, WebSocket\r\n\r\n");
            try (RawPeer function = fixture.accept()) {
                function.readHead();
                function.send(GatewayFixture.ACCEPT + "\r\n").send(HELLO);
                client.readHead();
                assertEquals(HELLO.length, client.read(HELLO.length).length);
            }
        }
    }

    @Test
    void hundredsOfHeaderFieldsAndParametersPass() throws Exception {
        StringBuilder request =
                new StringBuilder("GET /?").append("a=1&".repeat(2000)).append(" HTTP/1.1\r\nHost: x\r\n");
        for (int i = 0; i < 500; i++) {
            request.append("X-H").append(i).append(": v\r\n");
        }
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send(request.append("\r\n").toString());
            try (RawPeer function = fixture.accept()) {
                assertTrue(function.readHead().contains("X-H499: v\r\n"));
            }
        }
    }

    private void assertEnd(EndCause cause, FunctionStatus status) throws InterruptedException {
        InvocationEnd end = fixture.awaitEnd();
        assertEquals(cause, end.cause());
        assertEquals(status, end.status());
    }
}
