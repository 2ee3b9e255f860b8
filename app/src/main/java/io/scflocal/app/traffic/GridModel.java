package io.scflocal.app.traffic;

/**
 * Where a grid of rows stands: how many rows there are, which one is at the top, whether the view follows the end, which row is
 * selected. Plain numbers, so a billion rows cost what ten cost.
 *
 * <p>Not thread-safe.
 */
final class GridModel {
    private long total;
    private long viewport = 1;
    private long top;
    private long selected = Rows.NO_ROW;
    private long seen;
    private boolean follows = true;

    /** How many rows there are. */
    long total() {
        return total;
    }

    /** The first visible row. */
    long top() {
        return top;
    }

    /** How many rows fit in, at least 1. */
    long viewport() {
        return viewport;
    }

    /** The selected row, or {@link Rows#NO_ROW}. */
    long selected() {
        return selected;
    }

    /** Whether the end stays in view as rows are added. */
    boolean follows() {
        return follows;
    }

    /** The largest possible {@link #top}. */
    long lastTop() {
        return Math.max(0, total - viewport);
    }

    /** How many rows were added at the end since the view stopped to follow it; 0 while it follows. */
    long added() {
        return Math.max(0, total - seen);
    }

    /** There are now {@code rows} rows; those that were there keep their places. */
    void total(long rows) {
        total = rows;
        if (selected >= total) {
            selected = Rows.NO_ROW;
        }
        settle();
    }

    /** Now {@code rows} rows fit in. */
    void viewport(long rows) {
        viewport = Math.max(1, rows);
        settle();
    }

    /** Other rows are shown from now on: {@code newTop} is to be at the top unless the end is followed. */
    void replace(long rows, long newTop, long newSelected) {
        total = rows;
        top = newTop;
        selected = newSelected;
        seen = Math.min(seen, total);
        settle();
    }

    /** The first {@code rows} rows are not counted as added; does nothing while the end is followed. */
    void seen(long rows) {
        if (!follows) {
            seen = Math.min(rows, total);
        }
    }

    /** The user scrolls so that {@code row} is at the top; the end is followed when it is in view then. */
    void scrollTo(long row) {
        top = row;
        follow(row >= lastTop());
    }

    /** Follows the end, or stays. */
    void follow(boolean on) {
        if (follows && !on) {
            seen = total;
        }
        follows = on;
        settle();
    }

    /** Selects a visible row and leaves every row where it is. The end is let go unless it is the last row. */
    void select(long row) {
        selected = row;
        if (row != total - 1) {
            follow(false);
        }
    }

    /** Selects the row that is nearest to {@code row}, and brings it into view. */
    void moveTo(long row) {
        if (total == 0) {
            return;
        }
        long target = Math.max(0, Math.min(row, total - 1));
        select(target);
        if (target == total - 1) {
            follow(true);
        } else {
            top = Math.max(Math.min(top, target), target - viewport + 1);
            settle();
        }
    }

    /** Moves the selection by {@code rows}; without one, selects the first or the last visible row. */
    void moveBy(long rows) {
        if (selected == Rows.NO_ROW) {
            moveTo(rows > 0 ? top : Math.min(top + viewport, total) - 1);
        } else {
            moveTo(selected + rows);
        }
    }

    private void settle() {
        if (follows) {
            seen = total;
            top = lastTop();
        } else {
            top = Math.max(0, Math.min(top, lastTop()));
        }
    }
}
