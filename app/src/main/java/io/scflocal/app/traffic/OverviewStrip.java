package io.scflocal.app.traffic;

import io.scflocal.app.text.Texts;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** The strip beside the scroll bar: a tick where something is. A click goes there. */
final class OverviewStrip extends Region {
    static final double WIDTH = 12;
    /** Height of a part; a tick fills most of it. */
    private static final double PART = 3;

    private final TrafficViewModel model;
    private final Map<Overview.Kind, Path> ticks = new EnumMap<>(Overview.Kind.class);

    OverviewStrip(TrafficViewModel model, Texts texts) {
        this.model = model;
        setId("traffic-overview");
        getStyleClass().add("overview");
        for (Overview.Kind kind : Overview.Kind.values()) {
            Path path = new Path();
            path.setManaged(false);
            path.setMouseTransparent(true);
            path.getStyleClass()
                    .addAll("overview-tick", "overview-" + kind.name().toLowerCase(Locale.ROOT));
            ticks.put(kind, path);
        }
        getChildren().addAll(ticks.values());
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind("frames.overview"));
        Tooltip.install(this, tooltip);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
        heightProperty()
                .addListener((property, before, now) -> model.overview().parts((int) (now.doubleValue() / PART)));
        model.overview().overviewProperty().addListener((property, before, now) -> draw(now));
    }

    private void draw(Overview overview) {
        double part = getHeight() / overview.count();
        ticks.forEach((kind, path) -> {
            path.getElements().clear();
            for (int number : overview.parts().getOrDefault(kind, new int[0])) {
                double y = Math.floor(number * part) + PART / 2;
                path.getElements().addAll(new MoveTo(left(kind), y), new LineTo(right(kind), y));
            }
        });
    }

    /** Openings stand left and ends right, so that both are seen where they fall together; what is rarer is wider. */
    private static double left(Overview.Kind kind) {
        return switch (kind) {
            case CLOSE -> WIDTH / 2;
            case OPEN, ERROR, HIT, MARK -> 1;
        };
    }

    private static double right(Overview.Kind kind) {
        return kind == Overview.Kind.OPEN ? WIDTH / 2 : WIDTH - 1;
    }

    /** The row under the mouse comes to the middle of the list. */
    private void go(MouseEvent event) {
        double part = Math.max(0, Math.min(1, event.getY() / getHeight()));
        model.move(list -> list.scrollTo(Math.max(0, Math.round(part * list.total()) - list.viewport() / 2)));
        event.consume();
    }
}
