package io.scflocal.app.function;

import io.scflocal.app.text.Texts;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A row with a label, a number that is edited in place, its unit, and what is wrong with it. */
final class NumberField extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final NumberSetting setting;
    private final Texts texts;
    private final TextField field = new TextField();

    /** A row whose texts stand under {@code function.<key>}; its unit, if any, under {@code function.unit.<unit>}. */
    NumberField(NumberSetting setting, String key, String unit, Texts texts) {
        this.setting = setting;
        this.texts = texts;
        getStyleClass().add("number-field");
        buildField(key);
        Label label = new Label();
        label.textProperty().bind(texts.bind("function." + key));
        label.getStyleClass().add("muted");
        label.setLabelFor(field);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(label, space, field, unitLabel(unit));
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, message());
    }

    /** Also where there is no unit, so that the numbers stand one below the other. */
    private Label unitLabel(String unit) {
        Label label = new Label();
        if (!unit.isEmpty()) {
            label.textProperty().bind(texts.bind("function.unit." + unit));
        }
        label.getStyleClass().add("unit");
        return label;
    }

    /** A line under the number while {@code shown} is true. */
    void note(String key, ObservableValue<Boolean> shown) {
        Label note = new Label();
        note.textProperty().bind(texts.bind(key));
        note.getStyleClass().addAll("muted", "field-message");
        appearsWhile(note, shown);
        getChildren().add(note);
    }

    private void buildField(String key) {
        field.setId("setting-" + key);
        field.textProperty().bindBidirectional(setting.textProperty());
        field.accessibleTextProperty().bind(texts.bind("function." + key));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind("function." + key + ".tip"));
        field.setTooltip(tooltip);
        setting.validProperty()
                .addListener((property, before, valid) -> field.pseudoClassStateChanged(INVALID, !valid));
        field.setOnAction(event -> setting.commit());
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                setting.commit();
            }
        });
        Map<KeyCode, Runnable> keys = Map.of(
                KeyCode.ESCAPE,
                setting::revert,
                KeyCode.UP,
                () -> setting.stepBy(1),
                KeyCode.DOWN,
                () -> setting.stepBy(-1));
        field.setOnKeyPressed(event -> {
            Runnable action = keys.get(event.getCode());
            if (action != null) {
                action.run();
                event.consume();
            }
        });
    }

    private Label message() {
        Label message = new Label();
        String key = setting.step() == 1 ? "function.range" : "function.range.step";
        message.textProperty()
                .bind(texts.bind(
                        key,
                        String.valueOf(setting.min()),
                        String.valueOf(setting.max()),
                        String.valueOf(setting.step())));
        message.getStyleClass().addAll("danger", "field-message");
        appearsWhile(message, setting.validProperty().not());
        return message;
    }

    private static void appearsWhile(Label label, ObservableValue<Boolean> shown) {
        label.setWrapText(true);
        label.visibleProperty().bind(shown);
        label.managedProperty().bind(shown);
    }
}
