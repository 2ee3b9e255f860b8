package io.scflocal.core.config;

/**
 * One line of a file before and after a change.
 *
 * @param kind what becomes of it
 * @param text the line with its line ending, if it has one
 */
public record TextChange(Kind kind, String text) {

    /** What becomes of a line. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }
}
