package io.scflocal.app.timeline;

import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Texts;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.invocation.InvocationEnd;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** One connection: its name, its life as a bar, its frames as ticks, its idle times as shades. */
final class LaneCell extends ListCell<Lane> {
    static final double HEIGHT = 26;
    private static final double MIDDLE = HEIGHT / 2;
    private static final double BAR = 6;

    private final Supplier<TimeSpan> span;
    private final Texts texts;
    private final Label name = new Label();
    private final Plot plot = new Plot();
    private final HBox row = new HBox(name, plot);

    /** @param width how wide the other rows are drawn, so that moments stand one below the other */
    LaneCell(Supplier<TimeSpan> span, Texts texts, ObservableValue<Number> width) {
        this.span = span;
        this.texts = texts;
        getStyleClass().add("lane");
        name.setMinWidth(Columns.LABEL);
        name.setMaxWidth(Columns.LABEL);
        // Paths differ in their last part.
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(HEIGHT);
        row.setMaxHeight(HEIGHT);
        plot.minWidthProperty().bind(width);
        plot.maxWidthProperty().bind(width);
        plot.setMinHeight(HEIGHT);
        plot.setPrefHeight(HEIGHT);
        plot.widthProperty().addListener((property, before, now) -> draw());
    }

    Plot plot() {
        return plot;
    }

    @Override
    protected void updateItem(@Nullable Lane lane, boolean empty) {
        super.updateItem(lane, empty);
        setGraphic(empty ? null : row);
        draw();
    }

    private void draw() {
        Lane lane = getItem();
        plot.begin(span.get());
        if (lane == null || plot.getWidth() < 1) {
            return;
        }
        name.setText("#" + lane.invocation().connection() + "  "
                + lane.invocation().handshake().requestTarget());
        setAccessibleText(texts.get(
                "timeline.lane",
                Integer.toString(lane.invocation().connection()),
                Formats.count(
                        lane.invocation().traffic(Direction.CLIENT_TO_FUNCTION).frames()),
                Formats.count(
                        lane.invocation().traffic(Direction.FUNCTION_TO_CLIENT).frames())));
        String state = lane.invocation()
                .end()
                .map(InvocationEnd::status)
                .map(status -> status.isSuccess() ? "life-success" : "life-failure")
                .orElse("life-open");
        plot.bar(lane.invocation().openedEpochNanos(), lane.end(), MIDDLE - BAR / 2, BAR, state);
        for (Lane.Idle idle : lane.idles()) {
            plot.bar(idle.from(), idle.to(), MIDDLE - BAR / 2, BAR, idle.used() >= 1 ? "idle-over" : "idle")
                    .setOpacity(0.15 + 0.85 * idle.used());
        }
        plot.ticks(lane.toFunction(), MIDDLE - BAR / 2, LaneCell::height, "ticks-c2f");
        plot.ticks(lane.toClient(), MIDDLE + BAR / 2, count -> -height(count), "ticks-f2c");
    }

    /** One frame is seen, and a hundred differ from ten. */
    private static long height(long count) {
        return Math.min(10, 5 + Math.round(2 * Math.log10(count)));
    }
}
