package io.scflocal.app.detail;

import java.util.Locale;

/**
 * A piece of a line in one colour.
 *
 * @param text the characters
 * @param kind what they are
 */
record Run(String text, Kind kind) {

    /** What a piece of text is. */
    enum Kind {
        PLAIN,
        KEY,
        STRING,
        NUMBER,
        LITERAL,
        OFFSET,
        HEADER,
        MASK_KEY,
        ASCII;

        /** CSS class of such a piece. */
        String styleClass() {
            return "run-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
