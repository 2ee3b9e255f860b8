package io.scflocal.app.connections;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/** A small bar that is as full as there is left of a limit, and lights up when a message has set it back. */
final class CountdownBar extends Region {
    private static final PseudoClass RESTARTED = PseudoClass.getPseudoClass("restarted");

    private final Region left = new Region();
    private double fraction;

    CountdownBar() {
        getStyleClass().add("countdown-bar");
        left.getStyleClass().add("left");
        left.setManaged(false);
        getChildren().add(left);
    }

    void show(Countdown countdown) {
        UrgencyStyle.set(this, countdown.urgency());
        pseudoClassStateChanged(RESTARTED, countdown.restarted());
        if (fraction != countdown.fraction()) {
            fraction = countdown.fraction();
            placeLeft();
        }
    }

    @Override
    protected void layoutChildren() {
        placeLeft();
    }

    private void placeLeft() {
        double top = snappedTopInset();
        double start = snappedLeftInset();
        double width = getWidth() - start - snappedRightInset();
        double height = getHeight() - top - snappedBottomInset();
        left.resizeRelocate(start, top, snapSizeX(Math.max(0, width * fraction)), Math.max(0, height));
    }
}
