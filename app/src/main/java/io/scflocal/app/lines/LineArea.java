package io.scflocal.app.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
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

    private final LinePlace place = new LinePlace(this::height);
    private final List<LineRow> rows = new ArrayList<>();
    private final LineRow measure = new LineRow();
    private final LineHeights heights = new LineHeights(measure);
    private final LineBars bars = new LineBars(this::barMoved, this::requestLayout);
    private final Rectangle clip = new Rectangle();
    private final BooleanProperty wrap = new SimpleBooleanProperty(this, "wrap");
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following");
    private final StringProperty highlight = new SimpleStringProperty(this, "highlight", "");
    private final StringProperty hovered = new SimpleStringProperty(this, "hovered", "");
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected", -1);
    private List<Line> lines = List.of();
    private LineSelection selection = LineSelection.NONE;
    private LinePress press = (line, run, clicks) -> false;
    private double widest;
    private boolean follows;

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
        following.addListener(property -> requestLayout());
        highlight.addListener(property -> requestLayout());
        LineMouse.attach(this, bars);
        LineKeys.attach(this);
    }

    /** Shows other lines, from the first one. */
    public void show(List<Line> shown) {
        lines = shown;
        select(LineSelection.NONE);
        place.resize(lines.size(), viewport());
        place.to(0);
        bars.toLeft();
        forgetHeights();
    }

    /** Shows other lines in the place of those that are shown, without moving. */
    public void replace(List<Line> shown) {
        lines = shown;
        if (selection.last() >= lines.size()) {
            select(LineSelection.NONE);
        }
        forgetHeights();
    }

    /** The first lines have gone: what is shown and selected stays where it is on the screen. Call it with the list that is left. */
    public void dropFirst(int gone, List<Line> left) {
        double position = place.position() - gone;
        lines = left;
        select(
                selection.first() < gone
                        ? LineSelection.NONE
                        : new LineSelection(selection.anchor() - gone, selection.lead() - gone));
        heights.forget();
        place.resize(lines.size(), viewport());
        place.to(position);
        requestLayout();
    }

    private void forgetHeights() {
        heights.forget();
        widest = 0;
        requestLayout();
    }

    /** The lines that are shown. */
    public List<Line> lines() {
        return lines;
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
        follows = true;
    }

    private void follow(boolean on) {
        if (follows) {
            following.set(on);
        }
    }

    /** Goes to the end and follows it if this area does such a thing. */
    void toEnd() {
        moveSelection(lines.size() - 1, false);
        follow(true);
    }

    /** Whether the last line stays in view as lines are added. */
    public BooleanProperty followingProperty() {
        return following;
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
        return selected.getReadOnlyProperty();
    }

    /** Numbers of the first and of the last selected line; empty if none is. */
    public Optional<int[]> selectedRange() {
        return selection.anchor() < 0
                ? Optional.empty()
                : Optional.of(new int[] {selection.first(), Math.min(selection.last(), lines.size() - 1)});
    }

    /** Selects one line and brings it into view; the view doesn't follow the end any more. */
    public void reveal(int line) {
        if (line >= 0 && line < lines.size()) {
            following.set(false);
            select(new LineSelection(line, line));
            place.resize(lines.size(), viewport());
            place.reveal(line);
            requestLayout();
        }
    }

    /** Selects from the line with which the selection began to this one. */
    void moveSelection(int line, boolean extend) {
        int wanted = Math.max(0, Math.min(line, lines.size() - 1));
        if (!lines.isEmpty()) {
            LineSelection moved = selection.moved(wanted, extend);
            place.resize(lines.size(), viewport());
            place.reveal(wanted);
            follow(following.get() && wanted == lines.size() - 1);
            select(moved);
        }
    }

    private void select(LineSelection now) {
        selection = now;
        selected.set(now.lead());
        requestLayout();
    }

    /** Moves by pixels, as the mouse wheel does. */
    void scroll(double pixels) {
        place.resize(lines.size(), viewport());
        place.scroll(pixels);
        if (pixels < 0 && place.lastPosition() > 0) {
            follow(false);
        } else if (place.atEnd()) {
            follow(true);
        }
        requestLayout();
    }

    /** About how many lines are in view. */
    int page() {
        return Math.max(1, (int) rows.stream().filter(Node::isVisible).count() - 2);
    }

    private void barMoved(double position) {
        place.resize(lines.size(), viewport());
        place.to(position);
        follow(place.atEnd());
        requestLayout();
    }

    /** The row at a height, if there is one. */
    Optional<LineRow> rowAt(double y) {
        return rows.stream()
                .filter(row -> row.isVisible() && y >= row.getLayoutY() && y < row.getLayoutY() + row.getHeight())
                .findFirst();
    }

    /** A line is pressed, perhaps on a piece of it. */
    void pressed(int line, Optional<Run> run, MouseEvent event) {
        boolean menuInSelection = event.getButton() == MouseButton.SECONDARY && selection.contains(line);
        boolean done = event.getButton() == MouseButton.PRIMARY && press.pressed(line, run, event.getClickCount());
        if (!done && !menuInSelection) {
            follow(following.get() && line == lines.size() - 1);
            select(selection.moved(line, event.isShiftDown()));
        }
    }

    private double viewport() {
        return Math.max(0, getHeight() - bars.height());
    }

    private double textWidth() {
        return Math.max(NARROWEST, getWidth() - LineBars.WIDTH);
    }

    private double height(int line) {
        return wrap.get() ? heights.broken(line, lines.get(line), textWidth()) : heights.unbroken();
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        place.resize(lines.size(), viewport());
        if (following.get()) {
            place.toEnd();
        } else {
            place.scroll(0);
        }
        int used = layoutRows();
        for (int i = used; i < rows.size(); i++) {
            rows.get(i).setVisible(false);
        }
        if (bars.layoutBelow(widest, textWidth(), getWidth(), getHeight())) {
            // The bar takes room from the lines, or gives it back.
            requestLayout();
        }
        bars.layoutBeside(place, used, lines.size(), getWidth(), viewport());
    }

    private int layoutRows() {
        double y = -place.hidden();
        int used = 0;
        for (int line = place.top(); line < lines.size() && y < viewport(); line++) {
            LineRow row = row(used++);
            row.show(line, lines.get(line), selection.contains(line), highlight.get());
            double height = height(line);
            widest = wrap.get() ? 0 : Math.max(widest, row.naturalWidth());
            row.resizeRelocate(-bars.left(), y, Math.max(textWidth(), widest), height);
            row.layout();
            y += height;
        }
        return used;
    }

    private LineRow row(int i) {
        if (i == rows.size()) {
            LineRow row = new LineRow();
            rows.add(row);
            getChildren().add(i, row);
        }
        rows.get(i).setVisible(true);
        return rows.get(i);
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
            case ITEM_COUNT -> lines.size();
            case ITEM_AT_INDEX -> item((Integer) parameters[0]);
            case FOCUS_ITEM -> item(selection.lead());
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private Node item(int line) {
        return rows.stream()
                .filter(row -> row.isVisible() && row.index() == line)
                .map(Node.class::cast)
                .findFirst()
                .orElse(this);
    }
}
