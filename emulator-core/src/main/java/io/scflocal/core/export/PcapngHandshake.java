package io.scflocal.core.export;

import io.scflocal.core.capture.HandshakeRecord;
import io.scflocal.core.capture.HeaderRecord;
import io.scflocal.core.frame.Direction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of a conversation: TCP's handshake, then HTTP's, built again from what was recorded of it.
 *
 * @param handshake the header fields
 * @param client address and port of the client
 * @param epochNanos when it happened
 */
record PcapngHandshake(HandshakeRecord handshake, String client, long epochNanos) {
    private static final int USUAL_PORT = 8000;
    private static final Pattern PORT = Pattern.compile(".*:(\\d{1,5})");

    /** A handshake of which nothing is known, so that the frames after it are seen as WebSocket's. */
    static PcapngHandshake unknown(long epochNanos) {
        List<HeaderRecord> upgrade =
                List.of(new HeaderRecord("Upgrade", "websocket", ""), new HeaderRecord("Connection", "Upgrade", ""));
        return new PcapngHandshake(new HandshakeRecord("GET", "/", "/", upgrade, 101, upgrade), "", epochNanos);
    }

    /** Begins a conversation. */
    TcpConversation open(PcapngOutput out, int connection, String comment) throws IOException {
        Direction up = Direction.CLIENT_TO_FUNCTION;
        Direction down = Direction.FUNCTION_TO_CLIENT;
        TcpConversation conversation = new TcpConversation(out, connection, client, serverPort());
        conversation.signal(epochNanos, up, TcpConversation.SYN, comment);
        conversation.signal(epochNanos, down, TcpConversation.SYN | TcpConversation.ACK, "");
        conversation.signal(epochNanos, up, TcpConversation.ACK, "");
        conversation.send(epochNanos, up, request(), "");
        if (handshake.responseStatus() != 0) {
            conversation.send(epochNanos, down, response(), "");
        }
        return conversation;
    }

    private int serverPort() {
        Matcher port = PORT.matcher(new ClientView(handshake).host());
        return port.matches() ? Integer.parseInt(port.group(1)) & 0xFFFF : USUAL_PORT;
    }

    private InputStream request() {
        return http(
                handshake.method() + " " + handshake.requestTarget() + " HTTP/1.1",
                new ClientView(handshake).requestHeaders());
    }

    private InputStream response() {
        int status = handshake.responseStatus();
        return http(
                "HTTP/1.1 " + status + " " + ClientView.phrase(status), new ClientView(handshake).responseHeaders());
    }

    private static InputStream http(String firstLine, List<HeaderRecord> headers) {
        StringBuilder text = new StringBuilder(firstLine).append("\r\n");
        headers.forEach(header ->
                text.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        return new ByteArrayInputStream(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }
}
