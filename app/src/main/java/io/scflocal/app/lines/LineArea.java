package io.scflocal.app.lines;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Shows lines of coloured text; only the visible ones are read and laid out, so that neither their number nor their heights matter. A
 * stock list costs time in proportion to its first visible row.
 *
 * <p>JavaFX thread only.
 */
public final class LineArea extends Region {
    private static final double NARROWEST = 20;

    private final LineRow measure = new LineRow();
    private final LineHeights heights = new LineHeights(measure);
    private final ShownLines shown = new ShownLines(new Measured(), this::viewport, this::requestLayout);
    private final LineRows rows = new LineRows(getChildren());
    private final LineBars bars = new LineBars(shown::scrollTo, this::requestLayout);
    private final Rectangle clip = new Rectangle();
    private final BooleanProperty wrap = new SimpleBooleanProperty(this, "wrap");
    private final StringProperty highlight = new SimpleStringProperty(this, "highlight", "");
    private final StringProperty hovered = new SimpleStringProperty(this, "hovered", "");
    private LinePress press = (line, run, clicks) -> false;
    private double widest;

    /** What happens when a line is pressed, before it is selected. */
    public interface LinePress {
        /**
         * A line is pressed.
         *
         * @param line its number
         * @param run the piece that is pressed, if it is one
         * @param clicks 1 for a single click, 2 for a double click
         * @return whether that is all: the line is not selected
         */
        boolean pressed(int line, Optional<Run> run, int clicks);
    }

    /** Shows nothing yet. Long lines are broken at the right edge if {@code wraps}, else scrolled to. */
    public LineArea(boolean wraps) {
        wrap.set(wraps);
        getStyleClass().addAll("line-area", "mono");
        getStylesheets().add(LineArea.class.getResource("lines.css").toExternalForm());
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setFocusTraversable(true);
        setMinSize(0, 0);
        measure.setVisible(false);
        getChildren().add(measure);
        getChildren().addAll(bars.nodes());
        setClip(clip);
        wrap.addListener(property -> forgetHeights());
        widthProperty().addListener(property -> forgetHeights());
        highlight.addListener(property -> requestLayout());
        LineMouse.attach(this, shown, bars);
        LineKeys.attach(this, shown);
    }

    /** Shows other lines, from the first one. */
    public void show(List<Line> lines) {
        shown.show(lines);
        bars.toLeft();
        widest = 0;
    }

    /** Shows other lines in the place of those that are shown, without moving. */
    public void replace(List<Line> lines) {
        shown.replace(lines);
        widest = 0;
    }

    /** The first lines have gone: what is shown and selected stays where it is on the screen. Call it with the list that is left. */
    public void dropFirst(int gone, List<Line> left) {
        shown.dropFirst(gone, left);
    }

    private void forgetHeights() {
        heights.forget();
        widest = 0;
        requestLayout();
    }

    /** The lines that are shown. */
    public List<Line> lines() {
        return shown.lines();
    }

    /** What to do when a line is pressed. */
    public void onPress(LinePress action) {
        press = action;
    }

    /** Whether long lines are broken. */
    public BooleanProperty wrapProperty() {
        return wrap;
    }

    /** From now on scrolling to the end, or away from it, tells whether the end is followed. */
    public void followByScrolling() {
        shown.followByScrolling();
    }

    /** Whether the last line stays in view as lines are added. */
    public BooleanProperty followingProperty() {
        return shown.followingProperty();
    }

    /** Name of the part whose pieces are highlighted; empty for none. */
    public StringProperty highlightProperty() {
        return highlight;
    }

    /** Name of the part under the mouse; empty for none. */
    public StringProperty hoveredProperty() {
        return hovered;
    }

    /** Number of the line that was selected last; -1 for none. */
    public ReadOnlyIntegerProperty selectedProperty() {
        return shown.selectedProperty();
    }

    /** Numbers of the first and of the last selected line; empty if none is. */
    public Optional<int[]> selectedRange() {
        return shown.selectedRange();
    }

    /** Selects one line and brings it into view; the view doesn't follow the end any more. */
    public void reveal(int line) {
        shown.reveal(line);
    }

    /** About how many lines are in view. */
    int page() {
        return Math.max(1, rows.inView() - 2);
    }

    /** The row at a height, if there is one. */
    Optional<LineRow> rowAt(double y) {
        return rows.at(y);
    }

    /** A line is pressed, perhaps on a piece of it. */
    void pressed(int line, Optional<Run> run, MouseEvent event) {
        boolean menuInSelection =
                event.getButton() == MouseButton.SECONDARY && shown.selection().contains(line);
        boolean done = event.getButton() == MouseButton.PRIMARY && press.pressed(line, run, event.getClickCount());
        if (!done && !menuInSelection) {
            shown.select(line, event.isShiftDown());
        }
    }

    private double viewport() {
        return Math.max(0, getHeight() - bars.height());
    }

    private double textWidth() {
        return Math.max(NARROWEST, getWidth() - LineBars.WIDTH);
    }

    private final class Measured implements ShownLines.Heights {
        @Override
        public double of(int line) {
            return wrap.get() ? heights.broken(line, shown.lines().get(line), textWidth()) : heights.unbroken();
        }

        @Override
        public void forget() {
            heights.forget();
        }
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        shown.settle();
        int used = layoutRows();
        rows.hideFrom(used);
        if (bars.layoutBelow(widest, textWidth(), getWidth(), getHeight())) {
            // The bar takes room from the lines, or gives it back.
            requestLayout();
        }
        bars.layoutBeside(shown.place(), used, shown.lines().size(), getWidth(), viewport());
    }

    private int layoutRows() {
        double y = -shown.place().hidden();
        int used = 0;
        for (int line = shown.place().top(); line < shown.lines().size() && y < viewport(); line++) {
            LineRow row = rows.use(used++);
            row.show(line, shown.lines().get(line), shown.selection().contains(line), highlight.get());
            double height = shown.height(line);
            widest = wrap.get() ? 0 : Math.max(widest, row.naturalWidth());
            row.resizeRelocate(-bars.left(), y, Math.max(textWidth(), widest), height);
            row.layout();
            y += height;
        }
        return used;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 200;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 300;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> shown.lines().size();
            case ITEM_AT_INDEX -> item((Integer) parameters[0]);
            case FOCUS_ITEM -> item(shown.selection().lead());
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private Node item(int line) {
        return rows.of(line).map(Node.class::cast).orElse(this);
    }
}
