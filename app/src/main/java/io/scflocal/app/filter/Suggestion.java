package io.scflocal.app.filter;

/**
 * Something that may be typed next.
 *
 * @param text the text
 * @param kind what it is
 * @param count how often a value was seen; 0 where that isn't known or means nothing
 */
record Suggestion(String text, Kind kind, long count) {

    /** What a suggestion is. */
    enum Kind {
        FIELD,
        FUNCTION,
        PRESET,
        OPERATOR,
        VALUE,
        JOIN
    }

    static Suggestion of(Kind kind, String text) {
        return new Suggestion(text, kind, 0);
    }
}
