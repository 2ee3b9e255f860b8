package io.scflocal.app.logs;

import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a list at its end as it grows, until the user scrolls up or points at a row before the last; takes hold again when the user
 * has scrolled back to the end. The rows must stand still while {@code following} is false: then only the user moves the scroll bar.
 */
final class TailFollower {
    private static final double AT_END = 0.999;

    private final ListView<?> list;
    private final BooleanProperty following;
    private @Nullable ScrollBar bar;

    private TailFollower(ListView<?> list, BooleanProperty following) {
        this.list = list;
        this.following = following;
    }

    /** Ties {@code following} to what the user does with {@code list}. */
    static void attach(ListView<?> list, BooleanProperty following) {
        TailFollower follower = new TailFollower(list, following);
        list.skinProperty().addListener((property, before, now) -> follower.skinned());
        list.addEventFilter(ScrollEvent.SCROLL, follower::scrolled);
        list.addEventFilter(KeyEvent.KEY_PRESSED, follower::keyPressed);
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, follower::mousePressed);
        following.addListener((property, before, now) -> follower.toEnd());
    }

    private void skinned() {
        // Not before: the skin must have been told of new rows before it can scroll to them.
        list.getItems().addListener((ListChangeListener<Object>) change -> toEnd());
        list.heightProperty().addListener((property, before, now) -> toEnd());
        for (Node node : list.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar other && other.getOrientation() == Orientation.HORIZONTAL) {
                // It takes room from the last rows when it appears.
                other.visibleProperty().addListener((property, before, now) -> toEnd());
            }
            if (node instanceof ScrollBar found && found.getOrientation() == Orientation.VERTICAL) {
                bar = found;
                found.valueProperty().addListener((property, before, now) -> {
                    if (now.doubleValue() > before.doubleValue() && now.doubleValue() >= AT_END * found.getMax()) {
                        following.set(true);
                    }
                });
            }
        }
    }

    private void toEnd() {
        if (following.get()) {
            list.scrollTo(list.getItems().size() - 1);
        }
    }

    private void letGo() {
        // While everything fits the end is always in sight.
        if (bar != null && bar.isVisible()) {
            following.set(false);
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() > 0) {
            letGo();
        }
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case UP, PAGE_UP, HOME -> letGo();
            case END -> following.set(true);
            default -> {}
        }
    }

    private void mousePressed(MouseEvent event) {
        if (event.getTarget() instanceof Node target && letsGo(target)) {
            letGo();
        }
    }

    private boolean letsGo(Node target) {
        for (Node at = target; at != null && at != list; at = at.getParent()) {
            if (at == bar) {
                return true;
            }
            if (at instanceof LogLineCell cell) {
                return !cell.isEmpty() && cell.getIndex() < list.getItems().size() - 1;
            }
        }
        return false;
    }
}
