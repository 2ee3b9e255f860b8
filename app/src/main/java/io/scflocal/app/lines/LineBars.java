package io.scflocal.app.lines;

import java.util.function.DoubleConsumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;

/**
 * The scroll bars of lines: one counts lines, the other one pixels.
 *
 * <p>JavaFX thread only.
 */
final class LineBars {
    /** How wide a bar is, in pixels. */
    static final double WIDTH = 12;
    /** As a part of the bar: a shorter one could not be taken hold of. */
    private static final double SHORTEST_THUMB = 0.08;

    private final ScrollBar vertical = bar(Orientation.VERTICAL);
    private final ScrollBar horizontal = bar(Orientation.HORIZONTAL);
    private boolean moving;

    /**
     * @param scrolled told when the user has moved to another line
     * @param shifted told when what is at the left edge has changed
     */
    LineBars(DoubleConsumer scrolled, Runnable shifted) {
        vertical.valueProperty().addListener((property, before, now) -> {
            if (!moving) {
                scrolled.accept(now.doubleValue());
            }
        });
        horizontal.valueProperty().addListener(property -> shifted.run());
    }

    private static ScrollBar bar(Orientation orientation) {
        ScrollBar bar = new ScrollBar();
        bar.setOrientation(orientation);
        bar.setManaged(false);
        return bar;
    }

    /** Both. */
    Node[] nodes() {
        return new Node[] {vertical, horizontal};
    }

    /** How many pixels of the lines are beyond the left edge. */
    double left() {
        return horizontal.getValue();
    }

    /** Shows the beginnings of the lines. */
    void toLeft() {
        horizontal.setValue(0);
    }

    /** Moves to the right, if the lines are wider than there is room. */
    void shift(double pixels) {
        if (horizontal.isVisible()) {
            horizontal.setValue(Math.max(0, Math.min(horizontal.getMax(), horizontal.getValue() + pixels)));
        }
    }

    /** How much of the height the lower bar takes. */
    double height() {
        return horizontal.isVisible() ? WIDTH : 0;
    }

    /** Whether the mouse is on one of them. */
    boolean isHit(MouseEvent event) {
        Node node = event.getTarget() instanceof Node target ? target : null;
        while (node != null && node != vertical && node != horizontal) {
            node = node.getParent();
        }
        return node != null;
    }

    /** Places the lower one for lines of a width in the room for them; whether it has come or gone, which changes the height. */
    boolean layoutBelow(double lines, double room, double width, double height) {
        boolean wide = lines > room;
        boolean changed = horizontal.isVisible() != wide;
        horizontal.setVisible(wide);
        horizontal.setMax(Math.max(0, lines - room));
        horizontal.setVisibleAmount(horizontal.getMax() * room / Math.max(1, lines));
        horizontal.resizeRelocate(0, height - WIDTH, width - WIDTH, WIDTH);
        if (!wide) {
            toLeft();
        }
        return changed;
    }

    /** Places the one on the right. */
    void layoutBeside(LinePlace place, int shown, int count, double width, double height) {
        double last = place.lastPosition();
        moving = true;
        vertical.setVisible(last > 0);
        vertical.setMax(last);
        vertical.setValue(Math.min(last, place.position()));
        vertical.setVisibleAmount(last * Math.max(SHORTEST_THUMB, (double) shown / Math.max(1, count)));
        vertical.setBlockIncrement(shown);
        vertical.setUnitIncrement(1);
        moving = false;
        vertical.resizeRelocate(width - WIDTH, 0, WIDTH, height);
    }
}
