package io.scflocal.app.timeline;

/** How columns and moments are laid out on the screen, the same in every row of the timeline. */
final class Columns {
    /** Room for the names of the rows. */
    static final double LABEL = 180;

    /** Room on the right, where the list has its scroll bar. */
    static final double RIGHT = 16;

    /** How wide a column is. */
    static final double WIDTH = 2;

    private Columns() {}

    /** Width of the plot in a row of this width. */
    static double plotWidth(double rowWidth) {
        return Math.max(1, rowWidth - LABEL - RIGHT);
    }

    /** How many columns fit into a row of this width. */
    static int fitting(double rowWidth) {
        return (int) Math.max(1, plotWidth(rowWidth) / WIDTH);
    }
}
