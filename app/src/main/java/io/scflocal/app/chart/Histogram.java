package io.scflocal.app.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** How many there are of each class, as bars side by side for each series. JavaFX thread only. */
public final class Histogram extends Region {
    private static final double LABEL_GAP = 6;

    private final Text top = new ChartText();
    private final List<Text> labels = new ArrayList<>();
    private final List<List<Rectangle>> bars = new ArrayList<>();
    private List<Series> series = List.of();

    /**
     * Bars of one colour.
     *
     * @param counts how many there are of each class
     * @param styleClass their colour
     */
    public record Series(long[] counts, String styleClass) {}

    public Histogram() {
        getStyleClass().add("graph");
        getChildren().add(top);
    }

    /**
     * Shows bars instead of those before.
     *
     * @param shown each with a count for every class
     * @param most the greatest count, in words
     * @param classes what each class is
     */
    public void show(List<Series> shown, String most, List<String> classes) {
        series = shown;
        bars.forEach(getChildren()::removeAll);
        bars.clear();
        getChildren().removeAll(labels);
        labels.clear();
        for (Series one : shown) {
            List<Rectangle> ofOne = new ArrayList<>();
            for (int i = 0; i < one.counts().length; i++) {
                Rectangle bar = new Rectangle();
                bar.setManaged(false);
                bar.getStyleClass().add(one.styleClass());
                ofOne.add(bar);
            }
            bars.add(ofOne);
            getChildren().addAll(ofOne);
        }
        for (String name : classes) {
            Text label = new ChartText();
            label.setText(name);
            labels.add(label);
        }
        getChildren().addAll(labels);
        top.setText(most);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (labels.isEmpty()) {
            return;
        }
        double room = getWidth() / labels.size();
        double foot = getHeight() - ChartText.HEIGHT;
        double most = series.stream()
                .flatMapToLong(one -> Arrays.stream(one.counts()))
                .max()
                .orElse(0);
        double width = Math.max(1, (room - 2) / bars.size());
        for (int i = 0; i < bars.size(); i++) {
            for (int at = 0; at < bars.get(i).size(); at++) {
                long count = series.get(i).counts()[at];
                // One among a million is seen, too.
                double height = count == 0 ? 0 : Math.max(1, (foot - ChartText.HEIGHT) * count / most);
                place(bars.get(i).get(at), at * room + i * width, foot - height, width, height);
            }
        }
        double free = 0;
        for (int at = 0; at < labels.size(); at++) {
            Text label = labels.get(at);
            double x = at * room;
            double end = x + label.getLayoutBounds().getWidth();
            label.setVisible(x >= free && end <= getWidth());
            free = label.isVisible() ? end + LABEL_GAP : free;
            label.setX(x);
            label.setY(foot + 2);
        }
    }

    private static void place(Rectangle bar, double x, double y, double width, double height) {
        bar.setX(x);
        bar.setY(y);
        bar.setWidth(width);
        bar.setHeight(height);
    }
}
