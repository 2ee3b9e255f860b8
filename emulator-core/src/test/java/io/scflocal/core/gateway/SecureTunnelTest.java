package io.scflocal.core.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same tunnel by TLS, for clients that trust the local authority. */
@Timeout(60)
class SecureTunnelTest extends GatewayTestCase {
    private static final int MEGABYTE = 1 << 20;

    @Test
    void bytesPassBothWaysHoweverTheyAreSliced() throws Exception {
        byte[] message = payload(3 * MEGABYTE);
        byte[] small = Frames.masked(0x81, Frames.text("byte by byte"));
        try (GatewayFixture.Tunnel tunnel = open("127.0.0.1")) {
            assertTrue(tunnel.requestHead().contains("X-Client-Proto: https"), tunnel.requestHead());
            tunnel.client().sendByteByByte(small);
            assertArrayEquals(small, tunnel.function().read(small.length));
            byte[] up = Frames.masked(0x82, message);
            CompletableFuture<byte[]> heard = CompletableFuture.supplyAsync(() -> read(tunnel.function(), up.length));
            tunnel.client().send(up);
            assertArrayEquals(up, heard.get(20, TimeUnit.SECONDS));
            byte[] down = Frames.plain(0x82, message);
            CompletableFuture<byte[]> got = CompletableFuture.supplyAsync(() -> read(tunnel.client(), down.length));
            tunnel.function().send(down);
            assertArrayEquals(down, got.get(20, TimeUnit.SECONDS));
            tunnel.function().sendByteByByte(small);
            assertArrayEquals(small, tunnel.client().read(small.length));
            assertEquals(4, fixture.capture.count());
            endFunction(tunnel);
        }
    }

    @Test
    void slowClientGetsEverythingThatTheFunctionSaidBeforeItEnded() throws Exception {
        byte[] down = Frames.plain(0x82, payload(8 * MEGABYTE));
        try (GatewayFixture.Tunnel tunnel = open("127.0.0.1")) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                tunnel.function().trySend(down);
                tunnel.function().trySend(Frames.plain(0x88, Frames.close(1000, "")));
            });
            assertArrayEquals(Arrays.copyOf(down, 100), tunnel.client().read(100));
            assertArrayEquals(
                    Arrays.copyOfRange(down, 100, down.length), tunnel.client().read(down.length - 100));
            assertArrayEquals(
                    Frames.plain(0x88, Frames.close(1000, "")), tunnel.client().read(4));
            sending.get(20, TimeUnit.SECONDS);
            endFunction(tunnel);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void clientOfTheJdkTrustsTheAuthority(String host) throws Exception {
        HttpClient http = HttpClient.newBuilder().sslContext(trusting()).build();
        CompletableFuture<String> heard = new CompletableFuture<>();
        CompletableFuture<WebSocket> connecting = http.newWebSocketBuilder()
                .buildAsync(
                        URI.create("wss://" + host + ":" + fixture.securePort + "/release/x"),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
                                heard.complete(data.toString());
                                return WebSocket.Listener.super.onText(webSocket, data, last);
                            }
                        });
        try (RawPeer function = fixture.accept()) {
            String key = function.readHead()
                    .lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseThrow();
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            function.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n");
            function.send(Frames.plain(0x81, Frames.text("早上好")));
            connecting.get(20, TimeUnit.SECONDS);
            assertEquals("早上好", heard.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void bothLoopbackAddressesAreServed() throws Exception {
        assumeTrue(Loopback.addresses().contains("::1"), "this machine has no ::1");
        try (GatewayFixture.Tunnel tunnel = open("::1")) {
            tunnel.client().send(Frames.masked(0x89, new byte[0]));
            assertTrue(tunnel.requestHead().contains("X-Forwarded-For: ::1\r\n"), tunnel.requestHead());
            assertTrue(fixture.invocations.recent().get(0).client().startsWith("[::1]:"));
            assertEquals(6, tunnel.function().read(6).length);
            endFunction(tunnel);
        }
        try (RawPeer plain = new RawPeer(new Socket(InetAddress.getByName("::1"), fixture.port))) {
            plain.handshake("/");
            fixture.accept().close();
        }
    }

    private GatewayFixture.Tunnel open(String host) throws Exception {
        SSLSocket socket =
                (SSLSocket) trusting().getSocketFactory().createSocket(InetAddress.getByName(host), fixture.securePort);
        return fixture.open(new RawPeer(socket).handshake("/"));
    }

    /** A client of the JDK that ends first waits three seconds for the answer, which only the function can give. */
    private static void endFunction(GatewayFixture.Tunnel tunnel) throws IOException {
        tunnel.function().close();
    }

    private SSLContext trusting() throws Exception {
        byte[] pem = fixture.certificates.authorityPem().getBytes(StandardCharsets.US_ASCII);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(
                "ca", CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static byte[] payload(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static byte[] read(RawPeer peer, int count) {
        try {
            return peer.read(count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
