package io.scflocal.app.traffic;

/**
 * How the user sees a row apart from its frame.
 *
 * @param selected whether it is selected
 * @param lead whether it is the one that is looked at
 */
record RowState(boolean selected, boolean lead) {}
