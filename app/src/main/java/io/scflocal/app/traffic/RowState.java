package io.scflocal.app.traffic;

/**
 * How the user sees a row apart from its frame.
 *
 * @param selected whether it is selected
 * @param lead whether it is the one that is looked at
 * @param marked whether the user has marked it
 * @param hit whether it is what the user looks for
 */
record RowState(boolean selected, boolean lead, boolean marked, boolean hit) {
    static final RowState PLAIN = new RowState(false, false, false, false);
}
