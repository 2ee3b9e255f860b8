package io.scflocal.app.decode;

/**
 * Reads a JSON text (RFC 8259) into a tree, without recursion, however deep it is, and without changing a character, so that no number
 * loses a digit.
 */
public final class JsonOutline {
    private final String text;
    private final boolean mayBeCut;
    private final OutlineBuilder builder;
    private int at;

    private JsonOutline(String text, boolean mayBeCut, Cancellation cancellation) {
        this.text = text;
        this.mayBeCut = mayBeCut;
        builder = new OutlineBuilder(cancellation);
    }

    /**
     * The tree of a JSON object or array.
     *
     * @param mayBeCut whether the end of the text may be missing, because the rest is in another frame or was not kept
     * @throws DecodeException if it is something else; the position is in characters
     */
    public static Outline read(String text, boolean mayBeCut, Cancellation cancellation) throws DecodeException {
        JsonOutline reader = new JsonOutline(text, mayBeCut, cancellation);
        reader.document();
        return reader.builder.build(text);
    }

    private void document() throws DecodeException {
        blanks();
        if (at == text.length() || text.charAt(at) != '{' && text.charAt(at) != '[') {
            throw new DecodeException(Fault.NOT_THE_FORMAT, at);
        }
        boolean first = true;
        do {
            first = step(first);
        } while (builder.depth() > 0 && at < text.length());
        if (builder.depth() > 0) {
            endedEarly();
        }
        blanks();
        if (at < text.length()) {
            throw new DecodeException(Fault.GOES_ON, at);
        }
    }

    private void endedEarly() throws DecodeException {
        if (!mayBeCut) {
            throw new DecodeException(Fault.ENDS_EARLY, text.length());
        }
        at = text.length();
    }

    /** Reads one value, or the end of what is open; returns whether a value that was opened is still empty. */
    private boolean step(boolean first) throws DecodeException {
        blanks();
        if (builder.depth() > 0) {
            if (!separator(first)) {
                return false;
            }
            blanks();
            if (builder.inObject() && !key()) {
                return false;
            }
            blanks();
        }
        if (at == text.length()) {
            return false;
        }
        return value();
    }

    /** Takes what stands before a value: a comma unless it is the first one; false if there is none because the parent ends. */
    private boolean separator(boolean first) throws DecodeException {
        if (at == text.length()) {
            return false;
        }
        char c = text.charAt(at);
        if (c == (builder.inObject() ? '}' : ']')) {
            at++;
            builder.close();
            return false;
        }
        if (!first) {
            if (c != ',') {
                throw new DecodeException(Fault.UNEXPECTED, at);
            }
            at++;
        }
        return true;
    }

    private boolean key() throws DecodeException {
        if (at == text.length()) {
            return false;
        }
        if (text.charAt(at) != '"') {
            throw new DecodeException(Fault.UNEXPECTED, at);
        }
        int from = at;
        string();
        builder.key(from, at);
        blanks();
        if (at == text.length()) {
            return cutKey();
        }
        if (text.charAt(at) != ':') {
            throw new DecodeException(Fault.UNEXPECTED, at);
        }
        at++;
        blanks();
        return at < text.length() || cutKey();
    }

    /** A key whose value is in another frame is shown without a value. */
    private boolean cutKey() throws DecodeException {
        builder.leaf(Outline.Kind.LITERAL, at, at, at);
        return false;
    }

    private boolean value() throws DecodeException {
        int from = at;
        switch (text.charAt(at)) {
            case '{', '[' -> {
                builder.open(text.charAt(at) == '{' ? Outline.Kind.OBJECT : Outline.Kind.ARRAY, at);
                at++;
                return true;
            }
            case '"' -> {
                string();
                builder.leaf(Outline.Kind.STRING, from, at, from);
            }
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number();
        }
        return false;
    }

    private void literal(String word) throws DecodeException {
        int from = at;
        int i = 0;
        while (i < word.length() && at < text.length() && text.charAt(at) == word.charAt(i)) {
            i++;
            at++;
        }
        if (i < word.length()) {
            if (at < text.length()) {
                throw new DecodeException(Fault.UNEXPECTED, at);
            }
            endedEarly();
        }
        builder.leaf(Outline.Kind.LITERAL, from, at, from);
    }

    private void string() throws DecodeException {
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) < ' ') {
                throw new DecodeException(Fault.UNEXPECTED, at);
            }
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            endedEarly();
        } else {
            at++;
        }
    }

    private void number() throws DecodeException {
        int from = at;
        accept("-");
        if (!accept("0")) {
            digits();
        }
        if (accept(".")) {
            digits();
        }
        if (accept("eE")) {
            accept("+-");
            digits();
        }
        builder.leaf(Outline.Kind.NUMBER, from, at, from);
    }

    private boolean accept(String chars) {
        boolean there = at < text.length() && chars.indexOf(text.charAt(at)) >= 0;
        if (there) {
            at++;
        }
        return there;
    }

    private void digits() throws DecodeException {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == from) {
            if (at < text.length()) {
                throw new DecodeException(Fault.UNEXPECTED, at);
            }
            endedEarly();
        }
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
