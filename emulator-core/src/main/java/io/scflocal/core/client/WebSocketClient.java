package io.scflocal.core.client;

import io.scflocal.core.client.ClientHandshake.HeaderField;
import io.scflocal.core.frame.CloseCode;
import io.scflocal.core.frame.ClosePayload;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.frame.Opcode;
import io.scflocal.core.frame.OutgoingFrame;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * One connection of a client. Unlike the JDK's client it sends any frame and any close code, also those that RFC 6455 keeps from clients,
 * because what the platform makes of them is what its users want to see. It answers pings and the other side's Close frame by itself and
 * offers no extensions.
 *
 * <p>Thread-safe. {@link #send} and {@link #connect} block.
 */
public final class WebSocketClient implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WebSocketClient.class.getName());
    private static final int CONNECT_MILLIS = 10_000;
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int DEFAULT_PORT = 80;
    private static final int SWITCHING_PROTOCOLS = 101;
    /** RFC 6455 section 1.3. */
    private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final SecureRandom random = new SecureRandom();
    private final Socket socket = new Socket();
    private final Consumer<ClientEnd> listener;
    private String subprotocol = "";
    private boolean closeSent;
    private ClientEnd end = new ClientEnd(CloseCode.ABNORMAL_CLOSURE, "");

    private WebSocketClient(Consumer<ClientEnd> listener) {
        this.listener = listener;
    }

    /**
     * Connects and shakes hands; returns when the other side has answered 101. There is no limit on how long it may take to answer,
     * because a cold start may take minutes; {@link Thread#interrupt} does not end the wait.
     *
     * @param listener told once of the end, on a thread of the client's own
     * @throws HandshakeRefusedException if the answer is not 101
     * @throws IOException if there is no connection or no valid answer
     */
    public static WebSocketClient connect(ClientHandshake handshake, Consumer<ClientEnd> listener) throws IOException {
        WebSocketClient client = new WebSocketClient(listener);
        try {
            client.shakeHands(handshake);
        } catch (IOException e) {
            client.socket.close();
            throw e;
        }
        Thread reader = new Thread(client::read, "client reader");
        reader.setDaemon(true);
        reader.start();
        return client;
    }

    /** Address and port of this end, as the emulator knows its clients. */
    public String localAddress() {
        return socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    /** The sub-protocol that was agreed upon; empty for none. */
    public String subprotocol() {
        return subprotocol;
    }

    /**
     * Sends a frame as it is, masked with a random key. After a Close frame nothing more is sent.
     *
     * @throws IOException if the connection is broken, or a Close frame has been sent
     */
    public synchronized void send(OutgoingFrame frame) throws IOException {
        if (closeSent) {
            throw new IOException("Nothing can be sent after a Close frame.");
        }
        closeSent = frame.opcode() == Opcode.CLOSE;
        ByteBuffer wire = frame.masked(random.nextInt());
        socket.getOutputStream().write(wire.array(), wire.arrayOffset() + wire.position(), wire.remaining());
    }

    /** Ends the TCP connection without a Close frame. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A client's connection could not be closed", e);
        }
    }

    private void shakeHands(ClientHandshake handshake) throws IOException {
        URI address = handshake.address();
        int port = address.getPort() < 0 ? DEFAULT_PORT : address.getPort();
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(address.getHost(), port), CONNECT_MILLIS);
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        String key = Base64.getEncoder().encodeToString(nonce);
        socket.getOutputStream().write(request(handshake, key).getBytes(StandardCharsets.UTF_8));
        HandshakeAnswer answer = HandshakeAnswer.read(socket.getInputStream());
        if (answer.status() != SWITCHING_PROTOCOLS) {
            String platform = answer.header("X-Scf-Message");
            throw new HandshakeRefusedException(answer.status(), platform.isEmpty() ? answer.phrase() : platform);
        }
        if (!answer.header("Sec-WebSocket-Accept").equals(accept(key))) {
            throw new IOException("The answer's Sec-WebSocket-Accept does not fit the request's key.");
        }
        subprotocol = answer.header("Sec-WebSocket-Protocol");
    }

    private static String request(ClientHandshake handshake, String key) {
        URI address = handshake.address();
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        StringBuilder request = new StringBuilder("GET " + path + query + " HTTP/1.1\r\n");
        field(request, "Host", address.getRawAuthority());
        field(request, "Upgrade", "websocket");
        field(request, "Connection", "Upgrade");
        field(request, "Sec-WebSocket-Key", key);
        field(request, "Sec-WebSocket-Version", "13");
        if (!handshake.subprotocols().isEmpty()) {
            field(request, "Sec-WebSocket-Protocol", String.join(", ", handshake.subprotocols()));
        }
        for (HeaderField header : handshake.headers()) {
            field(request, header.name(), header.value());
        }
        return request.append("\r\n").toString();
    }

    private static void field(StringBuilder request, String name, String value) {
        request.append(name).append(": ").append(value).append("\r\n");
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest((key + ACCEPT_SUFFIX).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }

    private void read() {
        FrameScanner scanner = new FrameScanner(new IncomingControl(this::control));
        byte[] buffer = new byte[BUFFER_BYTES];
        try (socket) {
            InputStream in = socket.getInputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                scanner.scan(ByteBuffer.wrap(buffer, 0, count));
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A client's connection broke", e);
        }
        listener.accept(end);
    }

    private void control(Opcode opcode, byte[] payload) {
        try {
            if (opcode == Opcode.PING) {
                send(OutgoingFrame.message(Opcode.PONG, payload));
            } else if (opcode == Opcode.CLOSE) {
                ClosePayload close = ClosePayload.parse(ByteBuffer.wrap(payload));
                end = new ClientEnd(close.code(), close.reason());
                answerClose(payload);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A control frame could not be answered", e);
        }
    }

    private synchronized void answerClose(byte[] payload) throws IOException {
        if (!closeSent) {
            send(OutgoingFrame.message(Opcode.CLOSE, payload));
        }
    }
}
