package io.scflocal.app.function;

import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/** A line through the values of a history, newest on the right; its foot is zero. */
final class SparkLine extends Region {
    private static final double STROKE = 1.5;

    private final History history;
    private final Polyline line = new Polyline();

    SparkLine(History history) {
        this.history = history;
        getStyleClass().add("spark-line");
        line.getStyleClass().add("spark-line-stroke");
        line.setManaged(false);
        getChildren().add(line);
        history.countProperty().addListener((property, before, now) -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        double[] values = history.values();
        double top = history.max() * 1.1;
        double stepX = getWidth() / (history.capacity() - 1);
        line.getPoints().clear();
        for (int i = 0; i < values.length; i++) {
            double x = getWidth() - (values.length - 1 - i) * stepX;
            double y = top == 0 ? 0 : values[i] / top;
            line.getPoints().addAll(x, STROKE + (getHeight() - 2 * STROKE) * (1 - y));
        }
    }
}
