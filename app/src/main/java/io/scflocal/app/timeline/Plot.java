package io.scflocal.app.timeline;

import io.scflocal.app.chart.Curve;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

/** A pane without layout on which things are drawn at moments or in columns, and which never draws beyond its edges. */
final class Plot extends Pane {
    private TimeSpan span = new TimeSpan(0, 1);

    Plot() {
        getStyleClass().add("plot");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    /** Takes everything away; what is drawn from now on lies in {@code shown}. */
    void begin(TimeSpan shown) {
        span = shown;
        getChildren().clear();
    }

    double x(long moment) {
        return Math.max(-1, Math.min(getWidth() + 1, span.fraction(moment) * getWidth()));
    }

    /** A bar from one moment to another. */
    Rectangle bar(long from, long to, double y, double height, String styleClass) {
        double start = x(from);
        Rectangle bar = new Rectangle(start, y, Math.max(1, x(to) - start), height);
        bar.getStyleClass().add(styleClass);
        getChildren().add(bar);
        return bar;
    }

    /** Upright lines in the columns that have something, from {@code base}, as long as {@code height} says. */
    void ticks(int[] columns, double base, LongUnaryOperator height, String styleClass) {
        Path path = path(styleClass);
        double step = getWidth() / columns.length;
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] > 0) {
                double x = Math.floor((i + 0.5) * step) + 0.5;
                path.getElements().addAll(new MoveTo(x, base), new LineTo(x, base - height.applyAsLong(columns[i])));
            }
        }
    }

    /** An upright line from the foot for each value that is not negative, {@code top} reaching the head; shifted by {@code shift}. */
    void needles(long[] columns, long top, double shift, String styleClass) {
        Path path = path(styleClass);
        double step = getWidth() / columns.length;
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] >= 0) {
                double x = Math.floor((i + 0.5) * step) + 0.5 + shift;
                double height = Math.max(1, getHeight() * columns[i] / Math.max(1, top));
                path.getElements().addAll(new MoveTo(x, getHeight()), new LineTo(x, getHeight() - height));
            }
        }
    }

    /** A line through the values of the columns, 0 at the foot and {@code top} at the head; negative values interrupt it. */
    void line(long[] columns, long top, String styleClass) {
        double[] values = Arrays.stream(columns).asDoubleStream().toArray();
        Curve.trace(path(styleClass), values, top, getWidth(), getHeight());
    }

    private Path path(String styleClass) {
        Path path = new Path();
        path.getStyleClass().add(styleClass);
        path.setMouseTransparent(true);
        getChildren().add(path);
        return path;
    }
}
