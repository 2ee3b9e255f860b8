package io.scflocal.app.chart;

import java.util.Arrays;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;

/** A line through the newest values of something, the newest on the right; its foot is zero, its head a little above the greatest. */
public final class SparkLine extends Region {
    private static final double HEADROOM = 1.1;

    private final Path line = new Path();
    private double[] given = {};
    private double[] values = given;

    public SparkLine() {
        getStyleClass().add("spark-line");
        line.getStyleClass().add("spark-line-stroke");
        line.setManaged(false);
        getChildren().add(line);
    }

    /**
     * Shows values. Nothing is drawn when they are the same array as before.
     *
     * @param newest as many as there are, the newest last; negative ones leave a gap
     * @param room for how many there is room
     */
    public void show(double[] newest, int room) {
        if (newest == given) {
            return;
        }
        given = newest;
        values = newest;
        if (newest.length < room) {
            values = new double[room];
            Arrays.fill(values, -1);
            System.arraycopy(newest, 0, values, room - newest.length, newest.length);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double top = Arrays.stream(values).max().orElse(0) * HEADROOM;
        Curve.trace(line, values, top, getWidth(), getHeight());
    }
}
