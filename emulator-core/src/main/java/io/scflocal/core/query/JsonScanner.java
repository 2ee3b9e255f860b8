package io.scflocal.core.query;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Goes through a JSON text token by token (RFC 8259). Every method but {@link #begin} throws {@link MalformedJsonException} where the
 * text is wrong or breaks off. Confined to one thread.
 */
final class JsonScanner {
    private static final int DEEPEST = 500;
    private static final int LONGEST_NUMBER = 1_000;

    private byte[] bytes = {};
    private int end;
    private int at;

    /** Starts at the beginning of another text. */
    void begin(byte[] text, int length) {
        bytes = text;
        end = length;
        at = 0;
    }

    /** Where it stands. */
    int at() {
        return at;
    }

    /** Goes back to where it stood. */
    void goTo(int position) {
        at = position;
    }

    boolean atEnd() {
        return at == end;
    }

    /** The byte that is next. */
    byte peek() {
        return byteAt(at);
    }

    /** The text from {@code start} to here. */
    String since(int start) {
        return new String(bytes, start, at - start, StandardCharsets.UTF_8);
    }

    /** Goes behind the value that is next; returns how many members or elements it has itself. */
    long skip(int depth) {
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
    boolean open(char closing) {
        at++;
        blanks();
        if (byteAt(at) == closing) {
            at++;
            return false;
        }
        return true;
    }

    /** Takes a comma or the closing bracket; true if it was the comma. */
    boolean goesOn(char closing) {
        blanks();
        byte b = byteAt(at++);
        if (b != ',' && b != closing) {
            throw MalformedJsonException.INSTANCE;
        }
        return b == ',';
    }

    void colon() {
        blanks();
        if (byteAt(at++) != ':') {
            throw MalformedJsonException.INSTANCE;
        }
    }

    static void deeper(int depth) {
        if (depth >= DEEPEST) {
            throw MalformedJsonException.INSTANCE;
        }
    }

    Object word() {
        switch (byteAt(at)) {
            case 't':
                expect("true");
                return Boolean.TRUE;
            case 'f':
                expect("false");
                return Boolean.FALSE;
            default:
                expect("null");
                return JsonReader.NULL;
        }
    }

    private void expect(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (byteAt(at++) != word.charAt(i)) {
                throw MalformedJsonException.INSTANCE;
            }
        }
    }

    Object number() {
        int start = at;
        skipNumber();
        if (at - start > LONGEST_NUMBER) {
            throw MalformedJsonException.INSTANCE;
        }
        try {
            return new BigDecimal(new String(bytes, start, at - start, StandardCharsets.ISO_8859_1));
        } catch (NumberFormatException hugeExponent) {
            throw MalformedJsonException.INSTANCE;
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
            throw MalformedJsonException.INSTANCE;
        }
    }

    String string() {
        int start = at + 1;
        boolean escapes = skipString();
        String raw = new String(bytes, start, at - 1 - start, StandardCharsets.UTF_8);
        return escapes ? JsonEscapes.decoded(raw) : raw;
    }

    /** Goes behind the string that is next; returns whether there are escapes in it. */
    private boolean skipString() {
        if (byteAt(at++) != '"') {
            throw MalformedJsonException.INSTANCE;
        }
        boolean escapes = false;
        while (true) {
            byte b = byteAt(at++);
            if (b == '"') {
                return escapes;
            }
            if (b >= 0 && b < ' ') {
                throw MalformedJsonException.INSTANCE;
            }
            if (b == '\\') {
                escapes = true;
                at++;
            }
        }
    }

    void blanks() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
    }

    private byte byteAt(int index) {
        if (index >= end) {
            throw MalformedJsonException.INSTANCE;
        }
        return bytes[index];
    }
}
