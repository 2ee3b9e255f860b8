package io.scflocal.core.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.invocation.LogLine;
import io.scflocal.core.invocation.LogSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are unusual pass as they are, and those that are none are refused with a line in the log. */
class OddRequestsTest extends GatewayTestCase {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?name=50%off",
                "/a%zz?b=%",
                "/a?",
                "/a??b=c?",
                "/a;b=c/d;e?f;g",
                "//a//../b/./c",
                "/a?x=[1]{2}|\"<>`^\\#h",
                "/fr\u00c3\u00bch?q=\u00e6",
                "/a?b&b=&=c&+",
                "*",
            })
    void theTargetIsThatOfTheClient(String target) throws IOException {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            String method = target.equals("*") ? "OPTIONS" : "GET";
            client.send((method + " " + target + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            expectTarget(method, target);
        }
    }

    @ParameterizedTest
    @CsvSource({"http://x:1/release/a?b, /a?b", "http://x, /", "http://x?y, /?y"})
    void whatIsWrittenForAProxyReachesTheFunctionAsAPath(String target, String expected) throws IOException {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
            expectTarget("GET", expected);
        }
    }

    @Test
    void aTargetIsThatOfTheClientHoweverItIsSliced() throws IOException {
        String target = "/release/a%zz?" + "b%".repeat(3000);
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            for (byte one : ("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII)) {
                client.send(new byte[] {one});
            }
            expectTarget("GET", target.substring("/release".length()));
        }
    }

    @Test
    void everyRequestOfAConnectionHasItsOwnTarget() throws IOException {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send("POST /1%?a HTTP/1.1\r\nHost: x\r\nContent-Length: 21\r\n\r\nGET /x% HTTP/1.1\r\n\r\n!"
                    + "GET /2%?b HTTP/1.1\r\nHost: x\r\n\r\nGET /3%?c HTTP/1.1\r\nHost: x\r\n\r\n");
            try (RawPeer function = fixture.accept()) {
                String head = function.readHead();
                assertTrue(head.startsWith("POST /1%?a HTTP/1.1\r\n"), head);
                assertEquals("GET /x% HTTP/1.1\r\n\r\n!", new String(function.read(21)));
                function.send("HTTP/1.1 204 No Content\r\n\r\n");
            }
            assertTrue(client.readHead().startsWith("HTTP/1.1 204 "));
            for (String target : List.of("/2%?b", "/3%?c")) {
                expectTarget("GET", target);
                assertTrue(client.readHead().startsWith("HTTP/1.1 204 "));
            }
            client.send("GET /4%?d HTTP/1.1\r\nHost: x\r\n\r\n");
            expectTarget("GET", "/4%?d");
        }
    }

    @Test
    void aRequestAfterARefusedHandshakeHasItsOwnTarget() throws IOException {
        try (RawPeer client = RawPeer.connect(fixture.port).handshake("/refused%")) {
            expectTarget("GET", "/refused%");
            assertTrue(client.readHead().startsWith("HTTP/1.1 204 "));
            client.send("GET /next% HTTP/1.1\r\nHost: x\r\n\r\n");
            expectTarget("GET", "/next%");
            assertTrue(client.readHead().startsWith("HTTP/1.1 204 "));
        }
    }

    private void expectTarget(String method, String target) throws IOException {
        try (RawPeer function = fixture.accept()) {
            String head = function.readHead();
            assertTrue(head.startsWith(method + " " + target + " HTTP/1.1\r\n"), head);
            function.send("HTTP/1.1 204 No Content\r\n\r\n");
        }
    }

    @Test
    void framesThatFollowTheHandshakeAtOnceArriveAsTheyAre() throws IOException {
        String frames = "GET /% HTTP/1.1\r\n\r\n";
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send("GET /%?% HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n" + frames);
            try (RawPeer function = fixture.accept()) {
                assertTrue(function.readHead().startsWith("GET /%?% HTTP/1.1\r\n"));
                function.send(GatewayFixture.ACCEPT + "\r\n");
                assertTrue(client.readHead().startsWith("HTTP/1.1 101 "));
                assertEquals(frames, new String(function.read(frames.length())));
                client.send(frames);
                assertEquals(frames, new String(function.read(frames.length())));
            }
        }
    }

    @Test
    void aHandshakeMayExpectToContinue() throws IOException {
        try (RawPeer client = RawPeer.connect(fixture.port).handshake("/", "Expect: 100-continue")) {
            try (RawPeer function = fixture.accept()) {
                function.readHead();
                function.send(GatewayFixture.ACCEPT + "\r\n");
                assertTrue(client.readHead().startsWith("HTTP/1.1 101 "));
                client.send("up");
                assertEquals("up", new String(function.read(2)));
                function.send("down");
                assertEquals("down", new String(client.read(4)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /a b HTTP/1.1~Host: x~~ | there is a space in its path",
                "GET / HTTP/1.1~~ | it has no Host.",
                "GET / HTTP/1.1~Host: x~Host: y~~ | it has more than one Host.",
                "GET / HTTP/1.1~Host: x~X-A : b~~ | the name of its header field \"X-A \" has a character",
                "GET / HTTP/1.1~Host: x~Nocolon~~ | its line \"Nocolon\" is no header field.",
                "GET / HTTP/1.1~Host: x~X-U: a\u0001b~~ | its header field X-U holds a control character.",
                "POST / HTTP/1.1~Host: x~Content-Length: 5~Content-Length: 5~~hello | it has more than one Content-Length.",
                "POST / HTTP/1.1~Host: x~Content-Length: abc~~hello | its Content-Length is no number.",
                "POST / HTTP/1.1~Host: x~Content-Length: 5~Transfer-Encoding: chunked~~0~~ | it has a Content-Length and a Transfer-Encoding.",
                "POST / HTTP/1.1~Host: x~Transfer-Encoding: chunked~Transfer-Encoding: identity~~ | its Transfer-Encoding is not chunked alone.",
                "GET foo HTTP/1.1~Host: x~~ | its path does not begin with /.",
                "PRI * HTTP/2.0~~SM~~ | its first line does not end with HTTP/1.1.",
                "GET /~ | its first line does not end with HTTP/1.1.",
                "~GET / HTTP/1.1~Host: x~~ | an empty line stands before it.",
            })
    void whatIsNoRequestIsRefusedWithALineInTheLog(String request, String reason) throws IOException {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send(request.replace("~", "\r\n"));
            String answer = new String(client.readToEnd());
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        }
        LogLine line = onlyLine();
        assertTrue(line.text().contains("did not reach the function: " + reason), line.text());
    }

    @Test
    void aClientThatSpeaksTlsIsToldFromOthers() throws IOException {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send(new byte[] {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3});
            client.readToEnd();
        }
        assertTrue(onlyLine().text().contains("--tls-port"), onlyLine().text());
    }

    @Test
    void linesOfALineFeedAloneAreNamed() throws IOException {
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            client.send("GET /?token=abc HTTP/1.1\nHost: x\n\n");
            client.readToEnd();
        }
        String text = onlyLine().text();
        assertTrue(text.contains("line feed alone"), text);
        assertTrue(text.endsWith("Its first line: GET /?\u2026 HTTP/1.1"), text);
        assertFalse(text.contains("abc"), text);
    }

    private LogLine onlyLine() {
        List<LogLine> lines = fixture.log.lines(0, 100);
        assertEquals(1, lines.size(), lines::toString);
        assertEquals(LogSource.PLATFORM_ERROR, lines.get(0).source());
        return lines.get(0);
    }
}
