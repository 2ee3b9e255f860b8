package io.scflocal.app.lines;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The lines that are shown, where the view stands among them, which are selected, and whether the end is followed.
 *
 * <p>Confined to one thread; needs no toolkit.
 */
final class ShownLines {
    private final Heights heights;
    private final DoubleSupplier viewport;
    private final Runnable changed;
    private final LinePlace place;
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following");
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected", -1);
    private List<Line> lines = List.of();
    private LineSelection selection = LineSelection.NONE;
    private boolean followsByScrolling;

    /** How high the lines are. */
    interface Heights {
        /** Height of a line that is shown, in pixels; more than 0. */
        double of(int line);

        /** The numbers stand for other lines now. */
        void forget();
    }

    /**
     * Shows nothing yet.
     *
     * @param viewport how many pixels of the lines are in view
     * @param changed told when they are to be laid out anew
     */
    ShownLines(Heights heights, DoubleSupplier viewport, Runnable changed) {
        this.heights = heights;
        this.viewport = viewport;
        this.changed = changed;
        place = new LinePlace(heights::of);
        following.addListener(property -> changed.run());
    }

    List<Line> lines() {
        return lines;
    }

    /** Where the view stands; only to be read. */
    LinePlace place() {
        return place;
    }

    /** Height of a line, in pixels. */
    double height(int line) {
        return heights.of(line);
    }

    LineSelection selection() {
        return selection;
    }

    /** Number of the line that was selected last; -1 for none. */
    ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Whether the last line stays in view as lines are added. */
    BooleanProperty followingProperty() {
        return following;
    }

    /** From now on scrolling to the end, or away from it, tells whether the end is followed. */
    void followByScrolling() {
        followsByScrolling = true;
    }

    private void follow(boolean on) {
        if (followsByScrolling) {
            following.set(on);
        }
    }

    /** Shows other lines, from the first one. */
    void show(List<Line> others) {
        lines = others;
        select(LineSelection.NONE);
        resize();
        place.to(0);
        heights.forget();
    }

    /** Shows other lines in the place of those that are shown, without moving. */
    void replace(List<Line> others) {
        lines = others;
        heights.forget();
        if (selection.last() >= lines.size()) {
            select(LineSelection.NONE);
        }
        changed.run();
    }

    /** The first lines have gone; the others stay where they are on the screen. */
    void dropFirst(int gone, List<Line> left) {
        double position = place.position() - gone;
        lines = left;
        select(
                selection.first() < gone
                        ? LineSelection.NONE
                        : new LineSelection(selection.anchor() - gone, selection.lead() - gone));
        heights.forget();
        resize();
        place.to(position);
    }

    /** Numbers of the first and of the last selected line; empty if none is. */
    Optional<int[]> selectedRange() {
        return selection.anchor() < 0
                ? Optional.empty()
                : Optional.of(new int[] {selection.first(), Math.min(selection.last(), lines.size() - 1)});
    }

    /** Selects one line and brings it into view; the end is not followed any more. */
    void reveal(int line) {
        if (line >= 0 && line < lines.size()) {
            following.set(false);
            select(new LineSelection(line, line));
            resize();
            place.reveal(line);
        }
    }

    /** Selects a line that is in view, or with {@code extend} up to it. */
    void select(int line, boolean extend) {
        follow(following.get() && line == lines.size() - 1);
        select(selection.moved(line, extend));
    }

    /** Selects a line, or with {@code extend} up to it, and brings it into view; one beyond the ends stands for the end. */
    void moveSelection(int line, boolean extend) {
        if (!lines.isEmpty()) {
            int wanted = Math.max(0, Math.min(line, lines.size() - 1));
            resize();
            place.reveal(wanted);
            select(wanted, extend);
        }
    }

    /** Goes to the end and follows it if the end is followed by scrolling. */
    void toEnd() {
        moveSelection(lines.size() - 1, false);
        follow(true);
    }

    private void select(LineSelection now) {
        selection = now;
        selected.set(now.lead());
        changed.run();
    }

    /** Moves by pixels, as the mouse wheel does. */
    void scroll(double pixels) {
        resize();
        place.scroll(pixels);
        if (pixels < 0 && place.lastPosition() > 0) {
            follow(false);
        } else if (place.atEnd()) {
            follow(true);
        }
        changed.run();
    }

    /** Moves to a {@link LinePlace#position}, as the scroll bar does. */
    void scrollTo(double position) {
        resize();
        place.to(position);
        follow(place.atEnd());
        changed.run();
    }

    /** Stays in place, or at the end, with as much room and as many lines as there are now. */
    void settle() {
        resize();
        if (following.get()) {
            place.toEnd();
        } else {
            place.scroll(0);
        }
    }

    private void resize() {
        place.resize(lines.size(), viewport.getAsDouble());
    }
}
