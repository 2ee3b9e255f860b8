package io.scflocal.app.payload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a JSON text into tokens without changing a character, so that no number loses a digit. */
public final class JsonTokens {
    private static final String STRUCTURE = "{}[]:,";
    private static final JsonToken.Type[] STRUCTURE_TYPES = {
        JsonToken.Type.OPEN_OBJECT,
        JsonToken.Type.CLOSE_OBJECT,
        JsonToken.Type.OPEN_ARRAY,
        JsonToken.Type.CLOSE_ARRAY,
        JsonToken.Type.COLON,
        JsonToken.Type.COMMA
    };

    private final String text;
    private final List<JsonToken> tokens = new ArrayList<>();

    private JsonTokens(String text) {
        this.text = text;
    }

    /**
     * The tokens of {@code text}; empty if it isn't made of JSON tokens.
     *
     * @param mayBeCut whether the end may be missing, even in the middle of a token
     */
    public static Optional<List<JsonToken>> of(String text, boolean mayBeCut) {
        JsonTokens scanner = new JsonTokens(text);
        return scanner.scan(mayBeCut) ? Optional.of(scanner.tokens) : Optional.empty();
    }

    private boolean scan(boolean mayBeCut) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int structure = STRUCTURE.indexOf(c);
            if (" \t\r\n".indexOf(c) >= 0) {
                at++;
            } else if (structure >= 0) {
                at = add(STRUCTURE_TYPES[structure], at, at + 1);
            } else {
                at = c == '"' ? string(at, mayBeCut) : word(at, mayBeCut);
            }
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    private int add(JsonToken.Type type, int from, int to) {
        tokens.add(new JsonToken(type, from, to));
        return to;
    }

    private int string(int from, boolean mayBeCut) {
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) < ' ') {
                return -1;
            }
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            return mayBeCut ? add(JsonToken.Type.STRING, from, text.length()) : -1;
        }
        return add(JsonToken.Type.STRING, from, at + 1);
    }

    private int word(int from, boolean mayBeCut) {
        int to = from;
        while (to < text.length() && isWordChar(text.charAt(to))) {
            to++;
        }
        String word = text.substring(from, to);
        boolean cut = mayBeCut && to == text.length();
        if (isLiteral(word, cut)) {
            return add(JsonToken.Type.LITERAL, from, to);
        }
        return isNumber(word, cut) ? add(JsonToken.Type.NUMBER, from, to) : -1;
    }

    private static boolean isWordChar(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' || c == 'E';
    }

    private static boolean isLiteral(String word, boolean cut) {
        for (String literal : List.of("true", "false", "null")) {
            if (cut && !word.isEmpty() ? literal.startsWith(word) : literal.equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** RFC 8259 section 6, by hand because a regular expression recurses for each digit group of a hostile number. */
    private static boolean isNumber(String word, boolean cut) {
        int at = word.startsWith("-") ? 1 : 0;
        int whole = digits(word, at);
        boolean valid = whole > at && (word.charAt(at) != '0' || whole == at + 1);
        at = whole;
        if (valid && at < word.length() && word.charAt(at) == '.') {
            int fraction = digits(word, at + 1);
            valid = fraction > at + 1;
            at = fraction;
        }
        if (valid && at < word.length() && "eE".indexOf(word.charAt(at)) >= 0) {
            int sign = at + 1 < word.length() && "+-".indexOf(word.charAt(at + 1)) >= 0 ? 1 : 0;
            int exponent = digits(word, at + 1 + sign);
            valid = exponent > at + 1 + sign;
            at = exponent;
        }
        return at == word.length() && (valid || cut && !word.isEmpty());
    }

    private static int digits(String word, int from) {
        int at = Math.min(from, word.length());
        while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
