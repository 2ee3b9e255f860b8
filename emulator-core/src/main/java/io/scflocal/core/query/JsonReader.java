package io.scflocal.core.query;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds values in a JSON text without building a tree (RFC 8259). Values before a place where the text breaks off or is wrong are found
 * all the same. Confined to one thread.
 */
final class JsonReader {
    /** Stands for {@code null}. */
    static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private static final int DEEPEST = 500;
    private static final int LONGEST_NUMBER = 1_000;

    /** An object or array, as it was written. */
    record Composite(String text, long members) {}

    /** The text is no JSON. */
    private static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Malformed() {
            super(null, null, false, false);
        }
    }

    private static final Malformed MALFORMED = new Malformed();

    private byte[] bytes = {};
    private int end;
    private int at;
    private List<JsonPath.Step> steps = List.of();
    private Predicate<Object> wanted = value -> false;

    /** Whether a value on the way satisfies a predicate; values are String, BigDecimal, Boolean, {@link #NULL} or {@link Composite}. */
    boolean anyMatch(byte[] text, int length, JsonPath path, Predicate<Object> predicate) {
        begin(text, length);
        steps = path.steps();
        wanted = predicate;
        try {
            return find(0, 0);
        } catch (Malformed e) {
            // What is not JSON has no values.
            return false;
        }
    }

    /** Whether the text is one object or array and nothing else. */
    boolean isDocument(byte[] text, int length) {
        begin(text, length);
        try {
            blanks();
            if (at == end || bytes[at] != '{' && bytes[at] != '[') {
                return false;
            }
            skip(0);
            blanks();
            return at == end;
        } catch (Malformed e) {
            // Said by the result.
            return false;
        }
    }

    private void begin(byte[] text, int length) {
        bytes = text;
        end = length;
        at = 0;
    }

    /** Looks into the value that is next, of which the first {@code done} steps are gone; it is behind the value if it returns false. */
    private boolean find(int done, int depth) {
        blanks();
        if (done == steps.size()) {
            return wanted.test(value(depth));
        }
        JsonPath.Step step = steps.get(done);
        byte first = byteAt(at);
        if (first == '{' && !(step instanceof JsonPath.Step.Index)) {
            return findInObject(step, done, depth);
        }
        if (first == '[' && !(step instanceof JsonPath.Step.Key)) {
            return findInArray(step, done, depth);
        }
        skip(depth);
        return false;
    }

    private boolean findInObject(JsonPath.Step step, int done, int depth) {
        boolean anywhere = step instanceof JsonPath.Step.Anywhere;
        String name = step instanceof JsonPath.Step.Key key ? key.name() : ((JsonPath.Step.Anywhere) step).name();
        deeper(depth);
        for (boolean more = open('}'); more; more = goesOn('}')) {
            blanks();
            boolean named = string().equals(name);
            colon();
            int start = at;
            if (named && find(done + 1, depth + 1)) {
                return true;
            }
            if (anywhere) {
                at = start;
                if (find(done, depth + 1)) {
                    return true;
                }
            } else if (!named) {
                skip(depth + 1);
            }
        }
        return false;
    }

    private boolean findInArray(JsonPath.Step step, int done, int depth) {
        int wantedIndex = step instanceof JsonPath.Step.Index index ? index.index() : -1;
        deeper(depth);
        int i = 0;
        for (boolean more = open(']'); more; more = goesOn(']')) {
            if (wantedIndex < 0 && find(done, depth + 1)) {
                return true;
            }
            if (wantedIndex >= 0 && i == wantedIndex && find(done + 1, depth + 1)) {
                return true;
            }
            if (wantedIndex >= 0 && i != wantedIndex) {
                skip(depth + 1);
            }
            i++;
        }
        return false;
    }

    private Object value(int depth) {
        int start = at;
        switch (byteAt(at)) {
            case '"':
                return string();
            case '{', '[':
                long members = skip(depth);
                return new Composite(new String(bytes, start, at - start, StandardCharsets.UTF_8), members);
            case 't', 'f', 'n':
                return word();
            default:
                return number();
        }
    }

    /** Goes behind the value that is next; returns how many members or elements it has itself. */
    private long skip(int depth) {
        blanks();
        switch (byteAt(at)) {
            case '"':
                skipString();
                return 0;
            case '{':
                deeper(depth);
                return skipMembers(depth, '}');
            case '[':
                deeper(depth);
                return skipMembers(depth, ']');
            case 't', 'f', 'n':
                word();
                return 0;
            default:
                skipNumber();
                return 0;
        }
    }

    private long skipMembers(int depth, char closing) {
        long members = 0;
        for (boolean more = open(closing); more; more = goesOn(closing)) {
            if (closing == '}') {
                blanks();
                skipString();
                colon();
            }
            skip(depth + 1);
            members++;
        }
        return members;
    }

    /** Behind the opening bracket; false if the closing one is next, which is taken. */
    private boolean open(char closing) {
        at++;
        blanks();
        if (byteAt(at) == closing) {
            at++;
            return false;
        }
        return true;
    }

    /** Takes a comma or the closing bracket; true if it was the comma. */
    private boolean goesOn(char closing) {
        blanks();
        byte b = byteAt(at++);
        if (b != ',' && b != closing) {
            throw MALFORMED;
        }
        return b == ',';
    }

    private void colon() {
        blanks();
        if (byteAt(at++) != ':') {
            throw MALFORMED;
        }
    }

    private static void deeper(int depth) {
        if (depth >= DEEPEST) {
            throw MALFORMED;
        }
    }

    private Object word() {
        switch (byteAt(at)) {
            case 't':
                expect("true");
                return Boolean.TRUE;
            case 'f':
                expect("false");
                return Boolean.FALSE;
            default:
                expect("null");
                return NULL;
        }
    }

    private void expect(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (byteAt(at++) != word.charAt(i)) {
                throw MALFORMED;
            }
        }
    }

    private Object number() {
        int start = at;
        skipNumber();
        if (at - start > LONGEST_NUMBER) {
            throw MALFORMED;
        }
        try {
            return new BigDecimal(new String(bytes, start, at - start, StandardCharsets.ISO_8859_1));
        } catch (NumberFormatException hugeExponent) {
            throw MALFORMED;
        }
    }

    private void skipNumber() {
        if (byteAt(at) == '-') {
            at++;
        }
        if (byteAt(at) == '0') {
            at++;
        } else {
            digits();
        }
        if (at < end && bytes[at] == '.') {
            at++;
            digits();
        }
        if (at < end && (bytes[at] | 0x20) == 'e') {
            at++;
            if (byteAt(at) == '+' || bytes[at] == '-') {
                at++;
            }
            digits();
        }
    }

    private void digits() {
        int start = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == start) {
            throw MALFORMED;
        }
    }

    private String string() {
        int start = at + 1;
        boolean escapes = skipString();
        String raw = new String(bytes, start, at - 1 - start, StandardCharsets.UTF_8);
        return escapes ? unescaped(raw) : raw;
    }

    /** Goes behind the string that is next; returns whether there are escapes in it. */
    private boolean skipString() {
        if (byteAt(at++) != '"') {
            throw MALFORMED;
        }
        boolean escapes = false;
        while (true) {
            byte b = byteAt(at++);
            if (b == '"') {
                return escapes;
            }
            if (b >= 0 && b < ' ') {
                throw MALFORMED;
            }
            if (b == '\\') {
                escapes = true;
                at++;
            }
        }
    }

    private static String unescaped(String raw) {
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
            throw MALFORMED;
        }
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            if (!HexFormat.isHexDigit(raw.charAt(i))) {
                throw MALFORMED;
            }
            code = code << 4 | HexFormat.fromHexDigit(raw.charAt(i));
        }
        return (char) code;
    }

    private void blanks() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
    }

    private byte byteAt(int index) {
        if (index >= end) {
            throw MALFORMED;
        }
        return bytes[index];
    }
}
