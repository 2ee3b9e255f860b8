package io.scflocal.app.decode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * An XML text in pieces, each with how deep it lies. It is never given to a parser that would follow what is in it: entities stay as they
 * are.
 */
public final class Markup {

    /**
     * A tag with its attributes, a comment or a text between them.
     *
     * @param text as it was written; a text without the blanks around it
     * @param tag whether it stands in angle brackets
     * @param depth how many elements it lies in
     */
    public record Piece(String text, boolean tag, int depth) {}

    private final String text;
    private final Cancellation cancellation;
    private final List<Piece> pieces = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private int at;

    private Markup(String text, Cancellation cancellation) {
        this.text = text;
        this.cancellation = cancellation;
    }

    /**
     * The pieces of an XML document.
     *
     * @throws DecodeException if its elements don't fit into each other; the position is in characters
     */
    public static List<Piece> read(String text, Cancellation cancellation) throws DecodeException {
        Markup markup = new Markup(text, cancellation);
        markup.document();
        return markup.pieces;
    }

    private void document() throws DecodeException {
        String begin = text.stripLeading();
        if (begin.length() < 3
                || begin.charAt(0) != '<'
                || !isNameStart(begin.charAt(1)) && "?!".indexOf(begin.charAt(1)) < 0) {
            throw new DecodeException(Fault.NOT_THE_FORMAT, 0);
        }
        while (at < text.length()) {
            cancellation.check();
            if (text.charAt(at) == '<') {
                tag();
            } else {
                characters();
            }
        }
        if (!open.isEmpty() || pieces.isEmpty()) {
            throw new DecodeException(Fault.ENDS_EARLY, text.length());
        }
    }

    private void characters() throws DecodeException {
        int from = at;
        int next = text.indexOf('<', at);
        at = next < 0 ? text.length() : next;
        String characters = text.substring(from, at).strip();
        if (!characters.isEmpty()) {
            if (open.isEmpty()) {
                throw new DecodeException(Fault.UNEXPECTED, from);
            }
            pieces.add(new Piece(characters, false, open.size()));
        }
    }

    private void tag() throws DecodeException {
        if (text.startsWith("<!--", at)) {
            other("-->");
        } else if (text.startsWith("<![CDATA[", at)) {
            other("]]>");
        } else if (text.startsWith("<?", at)) {
            other("?>");
        } else if (text.startsWith("<!", at)) {
            other(">");
        } else {
            element();
        }
    }

    private void other(String end) throws DecodeException {
        int to = text.indexOf(end, at);
        if (to < 0) {
            throw new DecodeException(Fault.ENDS_EARLY, text.length());
        }
        add(to + end.length());
    }

    private void add(int to) {
        pieces.add(new Piece(text.substring(at, to), true, open.size()));
        at = to;
    }

    private void element() throws DecodeException {
        int from = at;
        int end = endOfTag();
        boolean closing = text.charAt(from + 1) == '/';
        String name = name(closing ? from + 2 : from + 1);
        if (closing) {
            if (!name.equals(open.peek())) {
                throw new DecodeException(Fault.UNEXPECTED, from);
            }
            open.pop();
            add(end + 1);
        } else {
            add(end + 1);
            if (text.charAt(end - 1) != '/') {
                open.push(name);
            }
        }
    }

    /** Where the tag ends; a bracket within quotes doesn't count. */
    private int endOfTag() throws DecodeException {
        char quote = 0;
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i;
            } else if (c == '<') {
                throw new DecodeException(Fault.UNEXPECTED, i);
            }
        }
        throw new DecodeException(Fault.ENDS_EARLY, text.length());
    }

    private String name(int from) throws DecodeException {
        int to = from;
        while (to < text.length() && (isNameStart(text.charAt(to)) || to > from && isNameChar(text.charAt(to)))) {
            to++;
        }
        if (to == from) {
            throw new DecodeException(Fault.UNEXPECTED, from);
        }
        return text.substring(from, to);
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || c == ':';
    }

    private static boolean isNameChar(char c) {
        return Character.isDigit(c) || c == '-' || c == '.' || c == '\u00B7';
    }
}
