package io.scflocal.app.function;

import java.util.stream.IntStream;
import javafx.scene.layout.Region;

/** A bar for each value of a history, newest on the right. */
final class RateBars extends Region {
    private static final double GAP = 4;

    private final History history;
    private final History scale;

    /** Bars that fill the height together with those of {@code other}, so that the two can be compared. */
    RateBars(History history, History other, String styleClass) {
        this.history = history;
        this.scale = other;
        getStyleClass().addAll("rate-bars", styleClass);
        IntStream.range(0, history.capacity()).forEach(i -> getChildren().add(bar()));
        history.countProperty().addListener((property, before, now) -> requestLayout());
        other.countProperty().addListener((property, before, now) -> requestLayout());
    }

    private static Region bar() {
        Region bar = new Region();
        bar.getStyleClass().add("rate-bar");
        return bar;
    }

    @Override
    protected void layoutChildren() {
        double[] values = history.values();
        double top = Math.max(1, Math.max(history.max(), scale.max()));
        double width = (getWidth() + GAP) / history.capacity();
        int first = history.capacity() - values.length;
        for (int i = 0; i < history.capacity(); i++) {
            double height = i < first ? 0 : getHeight() * values[i - first] / top;
            double shown = Math.max(1, height);
            getChildren().get(i).resizeRelocate(i * width, getHeight() - shown, width - GAP, shown);
        }
    }
}
