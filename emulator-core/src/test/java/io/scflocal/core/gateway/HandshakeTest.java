package io.scflocal.core.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.invocation.Header;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.FunctionStatus;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What reaches the function of a request, and what reaches the client of an answer. */
class HandshakeTest extends GatewayTestCase {
    @ParameterizedTest
    @CsvSource({
        "/release/chat?x=1, /chat?x=1",
        "/release/, /",
        "/release, /",
        "/release?x=1, /?x=1",
        "/chat, /chat",
        "/releases/chat, /releases/chat",
        "/release/a%20b%2Fc/%E6%97%A9?q=%26&r, /a%20b%2Fc/%E6%97%A9?q=%26&r",
        "/release/release/x, /release/x",
    })
    void stageIsStrippedAndTheRestLeftAlone(String sent, String expected) throws IOException {
        try (GatewayFixture.Tunnel tunnel = fixture.open(sent)) {
            assertTrue(
                    tunnel.requestHead().startsWith("GET " + expected + " HTTP/1.1\r\n"), () -> tunnel.requestHead());
        }
    }

    @Test
    void platformHeadersAreAddedAndTheClientsOwnDropped() throws IOException {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.handshake(
                    "/release/",
                    "X-Scf-Memory: 1",
                    "x-scf-secret-key: stolen",
                    "X-Real-Ip: 8.8.8.8",
                    "X-Custom: mine",
                    "Cookie: a=b",
                    "Sec-WebSocket-Protocol: chat, superchat",
                    "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits");
            try (RawPeer function = fixture.accept()) {
                String head = function.readHead();
                String lower = head.toLowerCase(Locale.ROOT);
                assertTrue(lower.contains("x-scf-memory: 128\r\n"), head);
                assertTrue(lower.contains("x-scf-timeout: 900000\r\n"), head);
                assertTrue(lower.contains("x-scf-version: $latest\r\n"), head);
                assertTrue(lower.contains("x-scf-name: demo\r\n"), head);
                assertTrue(lower.contains("x-scf-namespace: default\r\n"), head);
                assertTrue(lower.contains("x-real-ip: 127.0.0.1\r\n"), head);
                assertTrue(lower.contains("x-forwarded-for: 127.0.0.1\r\n"), head);
                assertTrue(lower.contains("x-client-proto: http\r\n"), head);
                assertTrue(lower.matches("(?s).*x-scf-request-id: [0-9a-f-]{36}\r\n.*"), head);
                assertTrue(lower.matches("(?s).*x-api-requestid: [0-9a-f]{32}\r\n.*"), head);
                assertTrue(lower.contains("x-custom: mine\r\n"), head);
                assertTrue(lower.contains("cookie: a=b\r\n"), head);
                assertTrue(lower.contains("sec-websocket-protocol: chat, superchat\r\n"), head);
                assertTrue(
                        lower.contains("sec-websocket-extensions: permessage-deflate; client_max_window_bits\r\n"),
                        head);
                assertFalse(lower.contains("stolen"), head);
                assertFalse(lower.contains("8.8.8.8"), head);
            }
        }
    }

    @Test
    void handshakeRecordsWhatTheGatewayAddedAndDropped() throws IOException {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.handshake("/release/a?b", "X-Scf-Secret-Key: stolen", "X-Custom: mine");
            try (RawPeer function = fixture.accept()) {
                function.readHead();
                function.send(GatewayFixture.ACCEPT + "X-From: function\r\n\r\n");
                client.readHead();
                // What passes has been preceded by the record of the answer.
                function.send("any");
                client.read(3);
                Invocation invocation = fixture.invocations.recent().get(0);
                List<Header> request = invocation.handshake().requestHeaders();
                assertTrue(request.contains(new Header("X-Custom", "mine", Header.Origin.PEER)));
                assertTrue(request.contains(new Header("X-Scf-Secret-Key", "…", Header.Origin.DROPPED)));
                assertTrue(request.contains(new Header("X-Scf-Memory", "128", Header.Origin.GATEWAY)));
                assertEquals("/release/a?b", invocation.handshake().requestTarget());
                assertEquals("/a?b", invocation.handshake().functionTarget());
                assertEquals(101, invocation.handshake().responseStatus());
                assertTrue(invocation
                        .handshake()
                        .responseHeaders()
                        .contains(new Header("X-From", "function", Header.Origin.PEER)));
            }
        }
    }

    @Test
    void clientGetsTheFunctionsOwn101() throws IOException {
        try (RawPeer client = RawPeer.connect(fixture.port).handshake("/")) {
            try (RawPeer function = fixture.accept()) {
                function.readHead();
                function.send(GatewayFixture.ACCEPT + "Sec-WebSocket-Protocol: chat\r\nX-Extra: kept\r\n\r\n");
                String head = client.readHead();
                assertTrue(head.startsWith("HTTP/1.1 101 "), head);
                assertTrue(head.contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"), head);
                assertTrue(head.contains("Sec-WebSocket-Protocol: chat\r\n"), head);
                assertTrue(head.contains("X-Extra: kept\r\n"), head);
                assertFalse(head.contains("Date:"), head);
            }
        }
    }

    @Test
    void refusalReachesTheClientAsItIs() throws Exception {
        try (RawPeer client = RawPeer.connect(fixture.port).handshake("/")) {
            try (RawPeer function = fixture.accept()) {
                function.readHead();
                function.send("HTTP/1.1 403 No Entry\r\nX-Why: closed\r\nContent-Length: 9\r\n\r\nnot today");
                String head = client.readHead();
                assertTrue(head.startsWith("HTTP/1.1 403 No Entry\r\n"), head);
                assertTrue(head.contains("X-Why: closed\r\n"), head);
                assertEquals("not today", new String(client.read(9)));
                InvocationEnd end = fixture.awaitEnd();
                assertEquals(EndCause.HANDSHAKE_REFUSED, end.cause());
                assertEquals(FunctionStatus.USER_CODE_EXCEPTION, end.status());
                assertEquals(403, end.httpStatus());
            }
        }
    }

    @Test
    void functionThatHangsUpDuringTheHandshakeIs439() throws Exception {
        try (RawPeer client = RawPeer.connect(fixture.port).handshake("/")) {
            try (RawPeer function = fixture.accept()) {
                function.readHead();
            }
            String head = client.readHead();
            assertTrue(head.startsWith("HTTP/1.1 439 "), head);
            assertTrue(head.contains("X-Scf-Message: "), head);
            assertTrue(head.toLowerCase(Locale.ROOT).contains("content-length: 0"), head);
            assertEquals(FunctionStatus.USER_PROCESS_EXIT, fixture.awaitEnd().status());
        }
    }

    @Test
    void startFailureReachesTheClientAsThePlatformSaysIt() throws Exception {
        StartFailure failure = new StartFailure(
                StartProblem.EXITED_BEFORE_READY, "Exited with 7 before 准备好.", List.of("7"), List.of());
        // As the pool gives it: such a stage wraps what it fails with.
        fixture.provider =
                () -> CompletableFuture.<Instance>failedFuture(failure).minimalCompletionStage();
        try (RawPeer client = RawPeer.connect(fixture.port).handshake("/")) {
            String head = client.readHead();
            assertTrue(head.startsWith("HTTP/1.1 405 ContainerStateExited\r\n"), head);
            assertTrue(head.contains("X-Scf-Message: Exited with 7 before ???.\r\n"), head);
            assertTrue(head.matches("(?s).*X-Api-Requestid: [0-9a-f]{32}\r\n.*"), head);
            assertEquals(EndCause.START_FAILED, fixture.awaitEnd().cause());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFailureOfAStartReachesTheClientWithItsStatusAndAnEmptyBody(StartProblem problem) throws Exception {
        StartFailure failure = new StartFailure(problem, "Why.", List.of(), List.of());
        fixture.provider =
                () -> CompletableFuture.<Instance>failedFuture(failure).minimalCompletionStage();
        try (RawPeer client = RawPeer.connect(fixture.port).handshake("/")) {
            String head = client.readHead();
            FunctionStatus status = problem.status();
            assertTrue(head.startsWith("HTTP/1.1 " + status.code() + " " + status.platformName() + "\r\n"), head);
            assertTrue(head.toLowerCase(Locale.ROOT).contains("content-length: 0\r\n"), head);
            assertEquals(status, fixture.awaitEnd().status());
        }
    }

    @Test
    void handshakeWaitsForTheColdStart() throws Exception {
        CompletableFuture<Instance> start = new CompletableFuture<>();
        fixture.provider = () -> start;
        try (RawPeer client = RawPeer.connect(fixture.port).handshake("/")) {
            start.complete(fixture.instance);
            try (RawPeer function = fixture.accept()) {
                function.readHead();
                function.send(GatewayFixture.ACCEPT + "\r\n");
                assertTrue(client.readHead().startsWith("HTTP/1.1 101 "));
            }
        }
    }
}
