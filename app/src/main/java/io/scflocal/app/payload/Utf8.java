package io.scflocal.app.payload;

import java.nio.charset.StandardCharsets;

/** UTF-8 that may be cut anywhere, because a frame may be a fragment or still be arriving. */
public final class Utf8 {
    private static final int LONGEST = 4;

    private Utf8() {}

    /** Whether {@code b} is not the first byte of a character. */
    public static boolean isContinuation(byte b) {
        return (b & 0xC0) == 0x80;
    }

    /** The text of {@code bytes}; what isn't UTF-8 becomes U+FFFD, a character cut off at either end is left out. */
    public static String text(byte[] bytes) {
        int from = 0;
        while (from < Math.min(bytes.length, LONGEST - 1) && isContinuation(bytes[from])) {
            from++;
        }
        int to = withoutCutEnd(bytes, from);
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static int withoutCutEnd(byte[] bytes, int from) {
        int start = bytes.length;
        do {
            start--;
        } while (start > from && start > bytes.length - LONGEST && isContinuation(bytes[start]));
        return start >= from && start + lengthOf(bytes[start]) > bytes.length ? start : bytes.length;
    }

    private static int lengthOf(byte first) {
        int value = first & 0xFF;
        if (value < 0xC0) {
            return 1;
        }
        return value < 0xE0 ? 2 : value < 0xF0 ? 3 : LONGEST;
    }

    /** Whether {@code bytes} read as text: valid UTF-8 apart from its ends, without control characters but tab and line ends. */
    public static boolean isText(byte[] bytes) {
        return text(bytes)
                .chars()
                .noneMatch(c -> c == 0xFFFD || c == 0x7F || c < ' ' && c != '\t' && c != '\n' && c != '\r');
    }

    /** {@code text} on one line: control characters as their pictures (␊, ␉), cut after {@code maxChars} chars with an ellipsis. */
    public static String oneLine(String text, int maxChars) {
        int end = Math.min(text.length(), maxChars);
        if (end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        StringBuilder line = new StringBuilder(end + 1);
        for (int i = 0; i < end; i++) {
            line.append(visible(text.charAt(i)));
        }
        return end < text.length() ? line.append('…').toString() : line.toString();
    }

    private static char visible(char c) {
        if (c < ' ') {
            return (char) ('\u2400' + c);
        }
        return switch (c) {
            case '\u007F' -> '\u2421';
            case '\u0085', '\u2028', '\u2029' -> '\u2424';
            default -> c;
        };
    }
}
