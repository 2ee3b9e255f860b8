package io.scflocal.app.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/**
 * The rows on the screen, of which there are as many as were ever in view at once.
 *
 * <p>JavaFX thread only.
 */
final class LineRows {
    private final List<Node> parent;
    private final List<LineRow> rows = new ArrayList<>();

    /** Rows are added to {@code parent}, below all other nodes. */
    LineRows(List<Node> parent) {
        this.parent = parent;
    }

    /** The row for the line that is so many lines below the first one in view. */
    LineRow use(int below) {
        if (below == rows.size()) {
            LineRow row = new LineRow();
            rows.add(row);
            parent.add(below, row);
        }
        rows.get(below).setVisible(true);
        return rows.get(below);
    }

    /** So many rows are in use, the others are hidden. */
    void hideFrom(int used) {
        for (LineRow row : rows.subList(used, rows.size())) {
            row.setVisible(false);
        }
    }

    /** How many are in view. */
    int inView() {
        return (int) rows.stream().filter(Node::isVisible).count();
    }

    /** The row at a height, if there is one. */
    Optional<LineRow> at(double y) {
        return rows.stream()
                .filter(row -> row.isVisible() && y >= row.getLayoutY() && y < row.getLayoutY() + row.getHeight())
                .findFirst();
    }

    /** The row that shows a line, if it is in view. */
    Optional<LineRow> of(int line) {
        return rows.stream()
                .filter(row -> row.isVisible() && row.index() == line)
                .findFirst();
    }
}
