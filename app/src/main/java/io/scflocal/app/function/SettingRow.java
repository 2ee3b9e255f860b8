package io.scflocal.app.function;

import io.scflocal.app.fx.Showing;
import io.scflocal.app.text.ConfigTexts;
import io.scflocal.app.text.Texts;
import io.scflocal.core.config.Rule;
import java.util.Map;
import javafx.beans.binding.Bindings;
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

/** One setting in the side bar: its name, its value to be edited, and what is wrong with what was typed. */
final class SettingRow extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final SettingEntry entry;
    private final Texts texts;

    /** A row whose texts stand under {@code settings.<SETTING>}. */
    SettingRow(SettingEntry entry, Texts texts) {
        this.entry = entry;
        this.texts = texts;
        getStyleClass().add("number-field");
        TextField field = field(entry, texts);
        Label label = new Label();
        label.textProperty().bind(texts.bind(key(entry)));
        label.getStyleClass().add("muted");
        label.setLabelFor(field);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(label, space, field, unit(entry, texts));
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, fault(), waits());
    }

    static String key(SettingEntry entry) {
        return "settings." + entry.setting().name();
    }

    /** A field for the value; its tooltip gives the platform's rule and where the value comes from. */
    static TextField field(SettingEntry entry, Texts texts) {
        TextField field = new TextField();
        field.setId("setting-" + entry.setting().key());
        field.textProperty().bindBidirectional(entry.textProperty());
        field.accessibleTextProperty().bind(texts.bind(key(entry)));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(Bindings.concat(
                        texts.bind(key(entry) + ".rule"), "\n", texts.bind("settings.from", origin(entry, texts))));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        field.setTooltip(tooltip);
        entry.validProperty().subscribe(valid -> field.pseudoClassStateChanged(INVALID, !valid));
        field.setOnAction(event -> entry.commit());
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                entry.commit();
            }
        });
        Map<KeyCode, Runnable> keys = Map.of(
                KeyCode.ESCAPE, entry::revert, KeyCode.UP, () -> entry.stepBy(1), KeyCode.DOWN, () -> entry.stepBy(-1));
        field.setOnKeyPressed(event -> {
            Runnable action = keys.get(event.getCode());
            if (action != null) {
                action.run();
                event.consume();
            }
        });
        return field;
    }

    /** Where the value in force comes from, in words. */
    static ObservableValue<String> origin(SettingEntry entry, Texts texts) {
        return Bindings.createStringBinding(
                () -> new ConfigTexts(texts.messages())
                        .origin(entry.originProperty().get()),
                entry.originProperty(),
                texts.languageProperty());
    }

    /** What is allowed, in words. */
    static ObservableValue<String> allowed(SettingEntry entry, Texts texts) {
        Rule rule = entry.setting().rule();
        if (rule instanceof Rule.Whole whole) {
            return texts.bind(
                    whole.step() == 1 ? "settings.range" : "settings.range.step",
                    String.valueOf(whole.min()),
                    String.valueOf(whole.max()),
                    String.valueOf(whole.step()));
        }
        return rule instanceof Rule.Text
                ? texts.bind("settings.not-empty")
                : texts.bind("settings.allowed", rule.shown());
    }

    /** Also where there is no unit, so that the numbers stand one below the other. */
    static Label unit(SettingEntry entry, Texts texts) {
        Label label = new Label();
        String unit =
                switch (entry.setting()) {
                    case IDLE_TIMEOUT, TIMEOUT, INIT_TIMEOUT -> "settings.unit.seconds";
                    case MEMORY -> "settings.unit.megabytes";
                    case PACKET_SIZE -> "settings.unit.kilobytes";
                    case PRICE_CALLS, PRICE_GB_SECOND -> "settings.unit.yuan";
                    default -> "";
                };
        if (!unit.isEmpty()) {
            label.textProperty().bind(texts.bind(unit));
        }
        label.getStyleClass().add("unit");
        return label;
    }

    private Label fault() {
        Label fault = new Label();
        fault.textProperty().bind(allowed(entry, texts));
        fault.getStyleClass().addAll("danger", "field-message");
        Showing.showWhile(fault, entry.validProperty().not());
        return fault;
    }

    private Label waits() {
        Label note = new Label();
        note.textProperty().bind(texts.bind("settings.waits"));
        note.getStyleClass().addAll("muted", "field-message");
        Showing.showWhile(note, entry.waitsProperty());
        return note;
    }
}
