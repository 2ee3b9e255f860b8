package io.scflocal.app.detail;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Shows lines of coloured text; only the visible ones are read and laid out. */
final class LineList extends ListView<Line> {
    private static final double SIDE = 10;
    private static final double SCROLL_BAR = 16;

    /** Room for a line of sixteen bytes, in pixels. */
    private static final double WIDE_HEX = 500;

    private final boolean wraps;
    private List<Line> shown = List.of();

    /** Long lines are broken at the right edge if {@code wraps}, else scrolled to. */
    LineList(boolean wraps) {
        this.wraps = wraps;
        getStyleClass().addAll("line-list", "mono");
        setCellFactory(list -> new LineCell());
        widthProperty().addListener((property, before, now) -> widthChanged(before.doubleValue(), now.doubleValue()));
    }

    /** Shows other lines, from the first one. */
    void show(List<Line> lines) {
        shown = lines;
        setItems(FXCollections.observableList(fitted()));
        scrollTo(0);
    }

    /** Hexadecimal lines are not broken: they get as many bytes as there is room for. */
    private List<Line> fitted() {
        return shown instanceof HexLines hex ? hex.inLinesOf(hexBytes(getWidth())) : shown;
    }

    private static int hexBytes(double width) {
        return width < WIDE_HEX ? HexLines.NARROW_LINE : HexLines.WIDE_LINE;
    }

    private void widthChanged(double before, double now) {
        if (shown instanceof HexLines && hexBytes(before) != hexBytes(now)) {
            show(shown);
        } else if (wraps) {
            // The height of a line depends on the width.
            refresh();
        }
    }

    private final class LineCell extends ListCell<Line> {
        private final TextFlow flow = new TextFlow();

        LineCell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setGraphic(flow);
        }

        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            flow.getChildren().clear();
            if (!empty && line != null) {
                line.runs().forEach(run -> flow.getChildren().add(node(run)));
            }
        }

        private static Text node(Run run) {
            Text text = new Text(run.text());
            text.getStyleClass().addAll("run", run.kind().styleClass());
            return text;
        }

        private double room() {
            return wraps
                    ? Math.max(1, LineList.this.getWidth() - SCROLL_BAR - 2 * SIDE)
                    : Math.ceil(flow.prefWidth(-1));
        }

        @Override
        protected double computePrefWidth(double height) {
            return wraps ? 0 : room() + 2 * SIDE;
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.ceil(flow.prefHeight(room()));
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            flow.resizeRelocate(SIDE, 0, room(), getHeight());
        }
    }
}
