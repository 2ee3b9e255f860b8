package io.scflocal.app.lines;

/**
 * A range of selected lines.
 *
 * @param anchor the line with which the selection began; -1 for none
 * @param lead the line to which it goes
 */
record LineSelection(int anchor, int lead) {

    /** Nothing is selected. */
    static final LineSelection NONE = new LineSelection(-1, -1);

    /** Whether a line is in it. */
    boolean contains(int line) {
        return anchor >= 0 && line >= first() && line <= last();
    }

    int first() {
        return Math.min(anchor, lead);
    }

    int last() {
        return Math.max(anchor, lead);
    }

    /** The selection after a click on, or a move to, a line. */
    LineSelection moved(int line, boolean extend) {
        return new LineSelection(extend && anchor >= 0 ? anchor : line, line);
    }
}
