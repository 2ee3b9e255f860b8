package io.scflocal.core.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.FunctionStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Plain HTTP requests reach the function and its answers the client. */
class HttpPassThroughTest extends GatewayTestCase {
    @Test
    void twoRequestsShareTheClientsConnection() throws Exception {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            for (String body : new String[] {"first", "other"}) {
                client.send("GET /release/page?n=1 HTTP/1.1\r\nHost: x\r\n\r\n");
                try (RawPeer function = fixture.accept()) {
                    String head = function.readHead();
                    assertTrue(head.startsWith("GET /page?n=1 HTTP/1.1\r\n"), head);
                    function.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n" + body);
                    assertTrue(client.readHead().startsWith("HTTP/1.1 200 OK\r\n"));
                    assertEquals(body, new String(client.read(5)));
                }
                InvocationEnd end = fixture.awaitEnd();
                assertEquals(EndCause.HTTP_ANSWERED, end.cause());
                assertEquals(FunctionStatus.SUCCESS, end.status());
            }
        }
    }

    @Test
    void bodiesPassBothWays() throws Exception {
        byte[] body = new byte[5 << 20];
        new Random(1).nextBytes(body);
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                try {
                    client.send("POST /up HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length + "\r\n\r\n");
                    client.send(body);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            try (RawPeer function = fixture.accept()) {
                function.readHead();
                assertArrayEquals(body, function.read(body.length));
                sending.get(20, TimeUnit.SECONDS);
                function.send("HTTP/1.1 201 Created\r\nContent-Length: " + body.length + "\r\n\r\n");
                CompletableFuture<byte[]> receiving = CompletableFuture.supplyAsync(() -> {
                    try {
                        client.readHead();
                        return client.read(body.length);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
                function.send(body);
                assertArrayEquals(body, receiving.get(20, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void clientThatWaitsForContinueIsToldToGoOn() throws Exception {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
            try (RawPeer function = fixture.accept()) {
                assertTrue(client.readHead().startsWith("HTTP/1.1 100 "));
                client.send("hello");
                function.readHead();
                assertEquals("hello", new String(function.read(5)));
                function.send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                assertTrue(client.readHead().startsWith("HTTP/1.1 200 OK\r\n"));
            }
        }
    }

    @Test
    void chunkedAnswerPasses() throws Exception {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            try (RawPeer function = fixture.accept()) {
                function.readHead();
                function.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
                String answer = new String(client.readToEnd());
                assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
                assertTrue(answer.contains("abc"), answer);
            }
        }
    }

    @Test
    void anOlderClientGetsNoChunks() throws Exception {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send("GET / HTTP/1.0\r\n\r\n");
            try (RawPeer function = fixture.accept()) {
                function.readHead();
                function.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
                String answer = new String(client.readToEnd());
                assertFalse(answer.contains("Transfer-Encoding"), answer);
                assertTrue(answer.endsWith("\r\n\r\nabc"), answer);
            }
        }
    }

    @Test
    void whatFollowsTheLastChunkPassesBothWays() throws Exception {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send(
                    "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\nTrailer: X-Up\r\n\r\n"
                            + "2\r\nup\r\n0\r\nX-Up: end\r\n\r\n");
            try (RawPeer function = fixture.accept()) {
                function.readHead();
                assertEquals("X-Up: end\r\n", trailerOf(function));
                function.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Down\r\n\r\n"
                        + "4\r\ndown\r\n0\r\nX-Down: end\r\n\r\n");
                client.readHead();
                assertEquals("X-Down: end\r\n", trailerOf(client));
            }
        }
    }

    private static String trailerOf(RawPeer peer) throws IOException {
        String rest = peer.readHead();
        return rest.replaceFirst("(?s).*\r\n0\r\n", "").replaceFirst("\r\n$", "");
    }

    @Test
    void theOfferOfHttp2StaysWithTheGateway() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + fixture.port + "/"))
                .build();
        CompletableFuture<HttpResponse<String>> answer =
                HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try (RawPeer function = fixture.accept()) {
            String head = function.readHead().toLowerCase(Locale.ROOT);
            assertFalse(head.contains("h2c"), head);
            assertFalse(head.contains("http2-settings"), head);
            assertTrue(head.contains("user-agent: java-http-client"), head);
            function.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
            assertEquals("hi", answer.get(20, TimeUnit.SECONDS).body());
        }
    }

    @Test
    void headHasNoBody() throws Exception {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send("HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            try (RawPeer function = fixture.accept()) {
                function.readHead();
                function.send("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n");
                String answer = new String(client.readToEnd());
                assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
                assertTrue(answer.endsWith("\r\n\r\n"), answer);
            }
        }
    }

    @Test
    void answerWithoutALengthEndsWithTheConnection() throws Exception {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            try (RawPeer function = fixture.accept()) {
                function.readHead();
                function.send("HTTP/1.1 500 Oops\r\nConnection: close\r\n\r\nbroken");
            }
            String answer = new String(client.readToEnd());
            assertTrue(answer.startsWith("HTTP/1.1 500 Oops\r\n"), answer);
            assertTrue(answer.contains("broken"), answer);
        }
        assertEquals(FunctionStatus.USER_CODE_EXCEPTION, fixture.awaitEnd().status());
    }
}
