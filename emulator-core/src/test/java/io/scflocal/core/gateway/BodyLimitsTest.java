package io.scflocal.core.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.LimitPolicy;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.platform.TrafficLimits;
import io.scflocal.core.problem.Problem;
import io.scflocal.core.problem.ProblemKind;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The platform's limits on plain HTTP: warned of, and enforced as 406 and 410 with an empty body. */
@Timeout(60)
class BodyLimitsTest extends GatewayTestCase {
    private static final int TOO_LARGE = (6 << 20) + 1;

    @Test
    void largeRequestAndAnswerPassAndAreReported() throws Exception {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                client.trySend(head("POST", "Content-Length: " + TOO_LARGE));
                client.trySend(new byte[TOO_LARGE]);
            });
            try (RawPeer function = fixture.accept()) {
                function.readHead();
                assertEquals(TOO_LARGE, function.read(TOO_LARGE).length);
                sending.join();
                CompletableFuture<Boolean> answering = CompletableFuture.supplyAsync(
                        () -> function.trySend(head("200", "Content-Length: " + TOO_LARGE))
                                && function.trySend(new byte[TOO_LARGE]));
                client.readHead();
                assertEquals(TOO_LARGE, client.read(TOO_LARGE).length);
                assertTrue(answering.join());
            }
        }
        assertEquals(200, fixture.awaitEnd().status().code());
        assertKinds(ProblemKind.PLAIN_HTTP, ProblemKind.REQUEST_BODY, ProblemKind.RESPONSE_BODY);
    }

    @Test
    void enforcedRequestGets406() throws Exception {
        enforce();
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send(head("POST", "Content-Length: " + TOO_LARGE));
            client.trySend(new byte[TOO_LARGE]);
            assertPlatformAnswer("406", client);
        }
        assertEnd(406, EndCause.REQUEST_TOO_LARGE);
    }

    @Test
    void enforcedAnswerBecomes410() throws Exception {
        enforce();
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send(head("GET", "X-Any: 1"));
            try (RawPeer function = fixture.accept()) {
                function.readHead();
                function.send(head("200", "Content-Length: " + TOO_LARGE));
                assertPlatformAnswer("410", client);
            }
        }
        assertEnd(410, EndCause.RESPONSE_TOO_LARGE);
    }

    @Test
    void enforcedHeaderFieldsOfAnAnswerBecome410() throws Exception {
        enforce();
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send(head("GET", "X-Any: 1"));
            try (RawPeer function = fixture.accept()) {
                function.readHead();
                function.send(head("200", "Content-Length: 0\r\nX-Long: " + "x".repeat(4096)));
                assertPlatformAnswer("410", client);
            }
        }
        assertEnd(410, EndCause.RESPONSE_TOO_LARGE);
        assertKinds(ProblemKind.PLAIN_HTTP, ProblemKind.RESPONSE_HEADERS);
    }

    private void enforce() {
        fixture.choices = PlatformChoices.DEFAULT.withLimits(TrafficLimits.DEFAULT.withPolicy(LimitPolicy.ENFORCE));
    }

    private void assertEnd(int status, EndCause cause) throws InterruptedException {
        InvocationEnd end = fixture.awaitEnd();
        assertEquals(cause, end.cause());
        assertEquals(status, end.status().code());
    }

    private void assertKinds(ProblemKind... kinds) {
        assertEquals(
                List.of(kinds),
                fixture.problems.all().stream().map(Problem::kind).toList());
    }

    private static void assertPlatformAnswer(String status, RawPeer client) throws IOException {
        String head = client.readHead();
        assertTrue(head.startsWith("HTTP/1.1 " + status), head);
        assertTrue(head.contains("X-Scf-Message: "), head);
        assertTrue(head.matches("(?s).*X-Api-Requestid: [0-9a-f]{32}\r\n.*"), head);
        assertTrue(head.contains("Content-Length: 0\r\n"), head);
    }

    private static byte[] head(String start, String fields) {
        String line = start.startsWith("2") ? "HTTP/1.1 " + start + " OK" : start + " / HTTP/1.1\r\nHost: x";
        return Frames.text(line + "\r\n" + fields + "\r\n\r\n");
    }
}
