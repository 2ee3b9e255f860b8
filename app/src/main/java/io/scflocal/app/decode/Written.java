package io.scflocal.app.decode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** How values of binary formats are written in a tree. */
final class Written {
    private static final int BYTES_SHOWN = 64;
    private static final int LONGEST_KEY = 200;

    private Written() {}

    /** A text in quotes, as JSON writes it. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }

    /** UTF-8 in quotes; what isn't UTF-8 becomes U+FFFD. */
    static String quoted(byte[] utf8) {
        return quoted(new String(utf8, StandardCharsets.UTF_8));
    }

    /** The first bytes in hexadecimal, as CBOR's diagnostic notation writes them, and how many there are if that isn't all. */
    static String bytes(byte[] bytes) {
        int shown = Math.min(bytes.length, BYTES_SHOWN);
        String hex = HexFormat.of().formatHex(bytes, 0, shown);
        return shown == bytes.length ? "h'" + hex + "'" : "h'" + hex + "…' (" + bytes.length + ")";
    }

    static String number(double value) {
        return Double.toString(value);
    }

    /** A key of which nobody needs more than the beginning. */
    static String key(String text) {
        return text.length() <= LONGEST_KEY ? text : text.substring(0, LONGEST_KEY) + "…";
    }

    /** The text that bytes are, if they are UTF-8 without control characters other than tab and line ends. */
    static Optional<String> printable(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean printable = text.chars()
                    .noneMatch(
                            c -> c == 0x7F || c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= 0x80 && c < 0xA0);
            return printable ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException notText) {
            // Said by the result.
            return Optional.empty();
        }
    }
}
