package io.scflocal.app.timeline;

import io.scflocal.app.text.Texts;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The buttons above the timeline. */
final class TimelineBar extends HBox {
    private static final double STEP = 2;

    private final Texts texts;

    TimelineBar(TimelineViewModel model, Texts texts, ObjectProperty<ChartKind> chart) {
        this.texts = texts;
        getStyleClass().add("timeline-bar");
        setAlignment(Pos.CENTER_LEFT);
        ToggleButton follow = new ToggleButton();
        follow.setId("timeline-follow");
        follow.setMinWidth(Region.USE_PREF_SIZE);
        follow.textProperty().bind(texts.bind("timeline.follow"));
        follow.selectedProperty().bindBidirectional(model.followingProperty());
        Label hint = new Label();
        hint.getStyleClass().addAll("muted", "small");
        hint.textProperty().bind(texts.bind("timeline.hint"));
        hint.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(
                        follow,
                        button("in", "fth-zoom-in", () -> model.zoom(1 / STEP, 1)),
                        button("out", "fth-zoom-out", () -> model.zoom(STEP, 1)),
                        button("fit", "fth-maximize", model::fit),
                        hint,
                        space,
                        charts(chart));
    }

    private Button button(String name, String icon, Runnable action) {
        Button button = new Button();
        button.setId("timeline-" + name);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.accessibleTextProperty().bind(texts.bind("timeline." + name));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind("timeline." + name));
        button.setTooltip(tip);
        button.setOnAction(event -> action.run());
        return button;
    }

    private HBox charts(ObjectProperty<ChartKind> chart) {
        ToggleGroup group = new ToggleGroup();
        HBox charts = new HBox();
        charts.getStyleClass().add("segments");
        for (ChartKind kind : ChartKind.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("timeline-chart-" + kind.id());
            button.textProperty().bind(texts.bind("timeline.chart." + kind.id()));
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> chart.set(kind));
            chart.subscribe(now -> button.setSelected(now == kind));
            charts.getChildren().add(button);
        }
        return charts;
    }
}
