package io.scflocal.core.query;

import java.util.HexFormat;

/** Reads the escapes in the strings of JSON (RFC 8259 section 7). */
final class JsonEscapes {
    private JsonEscapes() {}

    /** The text that a string with escapes stands for. */
    static String decoded(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escape = raw.charAt(++i);
            switch (escape) {
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append(unicode(raw, i + 1));
                    i += 4;
                }
                default -> text.append(escape);
            }
        }
        return text.toString();
    }

    private static char unicode(String raw, int from) {
        if (from + 4 > raw.length()) {
            throw MalformedJsonException.INSTANCE;
        }
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            if (!HexFormat.isHexDigit(raw.charAt(i))) {
                throw MalformedJsonException.INSTANCE;
            }
            code = code << 4 | HexFormat.fromHexDigit(raw.charAt(i));
        }
        return (char) code;
    }
}
