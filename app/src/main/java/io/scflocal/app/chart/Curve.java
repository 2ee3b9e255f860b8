package io.scflocal.app.chart;

import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** Draws a row of values as a line. JavaFX thread only. */
public final class Curve {
    private static final double MARGIN = 1.5;

    private Curve() {}

    /**
     * Makes {@code path} the line through {@code values}, which share the width equally; a single one has all of it.
     *
     * @param values negative ones interrupt the line
     * @param top the value at the head; 0 is at the foot
     */
    public static void trace(Path path, double[] values, double top, double width, double height) {
        path.getElements().clear();
        double step = width / values.length;
        boolean drawing = false;
        boolean single = values.length == 1;
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0) {
                drawing = false;
                continue;
            }
            double x = (i + 0.5) * step;
            double y = height - MARGIN - (height - 2 * MARGIN) * values[i] / (top <= 0 ? 1 : top);
            path.getElements().add(drawing ? new LineTo(x, y) : new MoveTo(single ? 0 : x, y));
            if (single) {
                path.getElements().add(new LineTo(width, y));
            }
            drawing = true;
        }
    }
}
