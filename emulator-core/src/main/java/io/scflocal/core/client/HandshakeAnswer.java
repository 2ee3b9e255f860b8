package io.scflocal.core.client;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The head of the answer to a handshake.
 *
 * @param status HTTP status
 * @param phrase its reason phrase
 * @param headers the last value of each header field, by the name in lower case
 */
record HandshakeAnswer(int status, String phrase, Map<String, String> headers) {
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final String END = "\r\n\r\n";

    /**
     * Reads up to the empty line and no byte further, because frames may follow at once.
     *
     * @throws IOException if the stream ends or holds something else than the head of an HTTP answer
     */
    static HandshakeAnswer read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < END.length()) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The connection ended before the handshake was answered.");
            }
            head.write(next);
            if (next == END.charAt(matched)) {
                matched++;
            } else {
                matched = next == END.charAt(0) ? 1 : 0;
            }
            if (head.size() > LONGEST_HEAD) {
                throw new IOException(
                        "The answer to the handshake has more than " + LONGEST_HEAD + " bytes of headers.");
            }
        }
        return parse(head.toString(StandardCharsets.ISO_8859_1).split("\r\n"));
    }

    private static HandshakeAnswer parse(String[] lines) throws IOException {
        String[] first = lines[0].split(" ", 3);
        if (first.length < 2 || !first[0].startsWith("HTTP/1.") || !first[1].matches("\\d{3}")) {
            throw new IOException("The answer to the handshake is not HTTP: " + lines[0]);
        }
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
        }
        return new HandshakeAnswer(Integer.parseInt(first[1]), first.length == 3 ? first[2] : "", headers);
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
}
