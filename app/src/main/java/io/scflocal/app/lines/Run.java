package io.scflocal.app.lines;

import java.util.Locale;

/**
 * A piece of a line in one colour.
 *
 * @param text the characters
 * @param kind what they are
 * @param part name of what they belong to, so that all pieces of it can be highlighted together; empty for none
 */
public record Run(String text, Kind kind, String part) {

    /** A piece that belongs to nothing. */
    public Run(String text, Kind kind) {
        this(text, kind, "");
    }

    /** What a piece of text is. */
    public enum Kind {
        PLAIN,
        /** Less important than the rest. */
        MUTED,
        /** More important than the rest. */
        BOLD,
        KEY,
        STRING,
        NUMBER,
        LITERAL,
        /** A sign that opens or closes what is below it. */
        TWISTY,
        OFFSET,
        HEADER,
        MASK_KEY,
        ASCII,
        ADDED,
        REMOVED,
        ERROR,
        WARNING,
        RED,
        GREEN,
        YELLOW,
        BLUE,
        MAGENTA,
        CYAN;

        /** CSS class of such a piece. */
        public String styleClass() {
            return "run-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
