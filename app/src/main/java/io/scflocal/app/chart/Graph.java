package io.scflocal.app.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/** Lines over equal steps of time, the greatest value of all at the head. JavaFX thread only. */
public final class Graph extends Region {
    private final Text top = new ChartText();
    private final Text left = new ChartText();
    private final Text right = new ChartText();
    private final List<Path> paths = new ArrayList<>();
    private List<Line> lines = List.of();

    /**
     * One line.
     *
     * @param values a value for each step; negative ones interrupt it
     * @param styleClass its colour
     */
    public record Line(double[] values, String styleClass) {}

    public Graph() {
        getStyleClass().add("graph");
        getChildren().addAll(top, left, right);
    }

    /**
     * Shows lines instead of those before.
     *
     * @param most the greatest value of them, in words
     * @param from what their beginning stands for
     * @param to what their end stands for
     */
    public void show(List<Line> shown, String most, String from, String to) {
        lines = shown;
        getChildren().removeAll(paths);
        paths.clear();
        for (Line line : shown) {
            Path path = new Path();
            path.setManaged(false);
            path.getStyleClass().add(line.styleClass());
            paths.add(path);
        }
        getChildren().addAll(paths);
        top.setText(most);
        left.setText(from);
        right.setText(to);
        requestLayout();
    }

    /** The greatest value of some lines; 0 when there is none. */
    public static double most(List<Line> lines) {
        return lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.values()))
                .max()
                .orElse(0);
    }

    @Override
    protected void layoutChildren() {
        double height = Math.max(1, getHeight() - 2 * ChartText.HEIGHT);
        double most = most(lines);
        for (int i = 0; i < paths.size(); i++) {
            Curve.trace(paths.get(i), lines.get(i).values(), most, getWidth(), height);
            paths.get(i).setLayoutY(ChartText.HEIGHT);
        }
        left.setY(getHeight() - ChartText.HEIGHT + 2);
        right.setY(getHeight() - ChartText.HEIGHT + 2);
        right.setX(getWidth() - right.getLayoutBounds().getWidth());
    }
}
