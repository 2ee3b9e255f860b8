package io.scflocal.core.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.client.ClientHandshake.HeaderField;
import io.scflocal.core.frame.Opcode;
import io.scflocal.core.frame.OutgoingFrame;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client against a server that a test plays byte by byte. */
@Timeout(20)
class WebSocketClientTest {
    private final BlockingQueue<ClientEnd> ends = new LinkedBlockingQueue<>();
    private ServerSocket listening;

    @BeforeEach
    void listen() throws IOException {
        listening = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }

    @AfterEach
    void stopListening() throws IOException {
        listening.close();
    }

    private CompletableFuture<WebSocketClient> connect(List<HeaderField> headers, List<String> subprotocols) {
        URI address = URI.create("ws://127.0.0.1:" + listening.getLocalPort() + "/release/chat?x=%20");
        return CompletableFuture.supplyAsync(() -> {
            try {
                return WebSocketClient.connect(new ClientHandshake(address, headers, subprotocols), ends::add);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.read());
        }
        return head.toString();
    }

    private static void answer(Socket peer, String head, String more) throws Exception {
        String key = head.replaceAll("(?s).*Sec-WebSocket-Key: (\\S+).*", "$1");
        byte[] hash = MessageDigest.getInstance("SHA-1")
                .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
        String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "sec-websocket-accept: " + Base64.getEncoder().encodeToString(hash) + "\r\n" + more + "\r\n";
        for (byte one : answer.getBytes(StandardCharsets.US_ASCII)) {
            peer.getOutputStream().write(one);
        }
    }

    /** Reads a short masked frame: its first byte, then the unmasked payload. */
    private static byte[] frame(InputStream in) throws IOException {
        int first = in.read();
        int length = in.read() & 0x7F;
        byte[] key = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        byte[] result = new byte[length + 1];
        result[0] = (byte) first;
        for (int i = 0; i < length; i++) {
            result[i + 1] = (byte) (payload[i] ^ key[i & 3]);
        }
        return result;
    }

    @Test
    void asksAsItWasTold() throws Exception {
        CompletableFuture<WebSocketClient> connecting =
                connect(List.of(new HeaderField("X-Room", "早")), List.of("chat", "echo"));
        try (Socket peer = listening.accept()) {
            String head = head(peer.getInputStream());
            assertTrue(head.startsWith("GET /release/chat?x=%20 HTTP/1.1\r\nHost: 127.0.0.1:"), head);
            assertTrue(head.contains("\r\nSec-WebSocket-Protocol: chat, echo\r\n"), head);
            assertTrue(head.contains("\r\nX-Room: "), head);
            answer(peer, head, "Sec-WebSocket-Protocol: echo\r\n");
            try (WebSocketClient client = connecting.get()) {
                assertEquals("echo", client.subprotocol());
                assertEquals("127.0.0.1:" + peer.getPort(), client.localAddress());
            }
        }
    }

    @Test
    void sendsWhatRfc6455KeepsFromClients() throws Exception {
        CompletableFuture<WebSocketClient> connecting = connect(List.of(), List.of());
        try (Socket peer = listening.accept()) {
            answer(peer, head(peer.getInputStream()), "");
            WebSocketClient client = connecting.get();
            client.send(new OutgoingFrame(false, true, Opcode.RESERVED_3, new byte[] {1, 2, 3}));
            assertArrayEquals(new byte[] {0x43, 1, 2, 3}, frame(peer.getInputStream()));
            client.send(OutgoingFrame.close(1006, ""));
            assertArrayEquals(new byte[] {(byte) 0x88, 3, (byte) 0xEE}, frame(peer.getInputStream()));
            assertThrows(IOException.class, () -> client.send(OutgoingFrame.message(Opcode.TEXT, new byte[0])));
            client.close();
            assertEquals(-1, peer.getInputStream().read());
        }
        assertEquals(new ClientEnd(1006, ""), ends.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void answersPingAndCloseAlsoWhenTheyComeWithTheHandshake() throws Exception {
        CompletableFuture<WebSocketClient> connecting = connect(List.of(), List.of());
        try (Socket peer = listening.accept()) {
            answer(peer, head(peer.getInputStream()), "");
            byte[] frames = {(byte) 0x89, 2, 'h', 'i', (byte) 0x88, 5, 0x03, (byte) 0xE8, 'b', 'y', 'e'};
            peer.getOutputStream().write(frames);
            assertArrayEquals(new byte[] {(byte) 0x8A, 'h', 'i'}, frame(peer.getInputStream()));
            assertArrayEquals(new byte[] {(byte) 0x88, 0x03, (byte) 0xE8, 'b', 'y', 'e'}, frame(peer.getInputStream()));
            connecting.get();
        }
        assertEquals(new ClientEnd(1000, "bye"), ends.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void saysWhyItWasRefused() throws Exception {
        CompletableFuture<WebSocketClient> connecting = connect(List.of(), List.of());
        try (Socket peer = listening.accept()) {
            head(peer.getInputStream());
            peer.getOutputStream()
                    .write("HTTP/1.1 432 Nope\r\nX-Scf-Message: no further instance\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            Throwable error = assertThrows(Exception.class, connecting::get);
            while (!(error instanceof HandshakeRefusedException)) {
                error = error.getCause();
            }
            HandshakeRefusedException refused = (HandshakeRefusedException) error;
            assertEquals(432, refused.status());
            assertEquals("no further instance", refused.explanation());
        }
    }

    @Test
    void refusesWhatWouldWriteFurtherHeaders() {
        assertThrows(IllegalArgumentException.class, () -> new HeaderField("X-A", "1\r\nX-B: 2"));
        assertThrows(IllegalArgumentException.class, () -> new HeaderField("X A", "1"));
        URI address = URI.create("ws://127.0.0.1/");
        List<String> subprotocols = List.of("a b");
        assertThrows(IllegalArgumentException.class, () -> new ClientHandshake(address, List.of(), subprotocols));
    }
}
