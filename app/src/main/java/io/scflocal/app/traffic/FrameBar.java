package io.scflocal.app.traffic;

import io.scflocal.app.filter.FilterBox;
import io.scflocal.app.fx.Showing;
import io.scflocal.app.text.Texts;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar above the list of frames. */
final class FrameBar extends HBox {
    /** In narrower bars the filter needs the room. */
    private static final double ROOM_FOR_TITLE = 640;

    private final TrafficViewModel model;
    private final Texts texts;
    private final FilterBox filter;

    /** While it is {@code narrow} all buttons are icons. */
    FrameBar(TrafficViewModel model, Texts texts, ObservableBooleanValue narrow) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("frame-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label();
        title.getStyleClass().add("frame-bar-title");
        title.setMinWidth(USE_PREF_SIZE);
        title.textProperty().bind(texts.bind("traffic.title"));
        Showing.showWhile(title, widthProperty().greaterThan(ROOM_FOR_TITLE));
        filter = new FilterBox(new FilterBox.Models(model.filter(), model.completion(), model.hitsProperty()), texts);
        setHgrow(filter, Priority.ALWAYS);
        getChildren()
                .addAll(
                        title,
                        chip(),
                        filter,
                        iconWhile(
                                narrow,
                                toggle(
                                        "traffic.control",
                                        model.filter().controlHiddenProperty().not(),
                                        on -> model.filter().hideControl(!on)),
                                "fth-activity"),
                        withIcon(toggle("traffic.pause", model.pausedProperty(), model::pause), "fth-pause"),
                        iconWhile(
                                narrow,
                                toggle("traffic.follow", model.position().followingProperty(), model::follow),
                                "fth-arrow-down"),
                        withIcon(clear(), "fth-slash"));
    }

    /** Begins a filter with what the user has typed elsewhere. */
    void typeFilter(String text) {
        filter.type(text);
    }

    /** Lets the user type a filter. */
    void focusFilter() {
        filter.focus();
    }

    private Button chip() {
        Button chip = new Button();
        chip.setId("traffic-chip");
        chip.getStyleClass().addAll("pill", "connection-chip");
        chip.setMinWidth(USE_PREF_SIZE);
        chip.textProperty().bind(Bindings.format("#%d  ✕", model.filter().connectionProperty()));
        chip.visibleProperty().bind(model.filter().connectionProperty().isNotEqualTo(0));
        chip.managedProperty().bind(chip.visibleProperty());
        chip.setOnAction(e -> model.showAllConnections());
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(texts.bind(
                        "traffic.chip.tooltip",
                        model.filter().connectionProperty().asString()));
        chip.setTooltip(tooltip);
        return chip;
    }

    private ToggleButton toggle(String key, ObservableBooleanValue state, Consumer<Boolean> set) {
        ToggleButton button = new ToggleButton();
        button.setId(key.replace('.', '-'));
        button.setSelected(state.get());
        state.addListener((property, before, now) -> button.setSelected(now));
        button.setOnAction(e -> {
            set.accept(button.isSelected());
            button.setSelected(state.get());
        });
        named(button, key);
        return button;
    }

    private Button clear() {
        Button button = new Button();
        button.setId("traffic-clear");
        button.setOnAction(e -> model.clear());
        named(button, "traffic.clear");
        return button;
    }

    /** Leaves the room to the filter; the text stays for those who listen and in the tooltip. */
    private static ButtonBase withIcon(ButtonBase button, String icon) {
        button.setGraphic(new FontIcon(icon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        return button;
    }

    private static ButtonBase iconWhile(ObservableBooleanValue narrow, ButtonBase button, String icon) {
        button.setGraphic(new FontIcon(icon));
        button.contentDisplayProperty()
                .bind(Bindings.when(narrow).then(ContentDisplay.GRAPHIC_ONLY).otherwise(ContentDisplay.TEXT_ONLY));
        return button;
    }

    private void named(ButtonBase button, String key) {
        button.getStyleClass().addAll("flat", "frame-bar-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.textProperty().bind(texts.bind(key));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind(key + ".tooltip"));
        button.setTooltip(tooltip);
    }
}
