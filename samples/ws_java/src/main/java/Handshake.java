import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The HTTP request that opens a WebSocket connection, and the two answers to it (RFC 6455 section 4.2). */
final class Handshake {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int MAX_BYTES = 16 * 1024;

    private final String path;
    private final Map<String, String> headers;

    private Handshake(String path, Map<String, String> headers) {
        this.path = path;
        this.headers = headers;
    }

    /** Reads up to the empty line and not a byte more, for what follows are frames; null if the peer sends nothing at all. */
    static Handshake read(InputStream in) throws IOException {
        String head = readHead(in);
        if (head.isEmpty()) {
            return null;
        }
        String[] lines = head.split("\r\n");
        String[] requestLine = lines[0].split(" ");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        lines[i].substring(0, colon),
                        lines[i].substring(colon + 1).trim());
            }
        }
        return new Handshake(requestLine.length > 1 ? requestLine[1] : "/", headers);
    }

    private static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int emptyLine = 0;
        while (emptyLine < 4) {
            int b = in.read();
            if (b < 0 && head.size() == 0) {
                return "";
            }
            if (b < 0) {
                throw new EOFException("half a request");
            }
            if (head.size() == MAX_BYTES) {
                throw new IOException("request too large");
            }
            head.write(b);
            boolean expected = b == (emptyLine % 2 == 0 ? '\r' : '\n');
            emptyLine = expected ? emptyLine + 1 : b == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    String path() {
        return path;
    }

    /** The platform's id of this invocation. */
    String requestId() {
        return headers.getOrDefault("X-Scf-Request-Id", "unknown");
    }

    boolean isWebSocket() {
        return headers.getOrDefault("Upgrade", "").toLowerCase(Locale.ROOT).equals("websocket")
                && headers.containsKey("Sec-WebSocket-Key");
    }

    void accept(OutputStream out) throws IOException {
        write(
                out,
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                        + answerTo(headers.get("Sec-WebSocket-Key"))
                        + "\r\n\r\n");
    }

    void refuse(OutputStream out) throws IOException {
        String body = "This function speaks WebSocket.\n";
        write(
                out,
                "HTTP/1.1 426 Upgrade Required\r\nUpgrade: websocket\r\nConnection: close\r\n"
                        + "Content-Type: text/plain\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body);
    }

    private static String answerTo(String key) {
        try {
            byte[] joined = (key + GUID).getBytes(StandardCharsets.ISO_8859_1);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(joined));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
