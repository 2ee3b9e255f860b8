package io.scflocal.app.function;

import io.scflocal.app.text.ConfigTexts;
import io.scflocal.app.text.Texts;
import io.scflocal.core.config.Value;
import io.scflocal.core.interpreter.LocalPrograms;
import io.scflocal.core.platform.Interpreter.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Each language with the programs of this machine to choose from, and what is chosen more precisely than by language. */
final class InterpretersPane extends VBox {
    private static final double FIELD_WIDTH = 320;

    private final InterpretersViewModel model;
    private final Texts texts;
    private final GridPane table = new GridPane();

    InterpretersPane(InterpretersViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Label rule = new Label(texts.get("interpreters.rule"));
        rule.setWrapText(true);
        rule.getStyleClass().addAll("muted", "small");
        table.getStyleClass().addAll("settings-grid", "roomy");
        getStyleClass().add("section");
        getChildren().addAll(rule, table);
        model.chosen().subscribe(chosen -> fill());
        model.installed().addListener((MapChangeListener<Language, List<LocalPrograms.Installed>>) change -> fill());
    }

    private void fill() {
        table.getChildren().clear();
        Map<String, Value> chosen = model.chosen().getValue();
        int row = 0;
        for (Language language : Language.values()) {
            Label name = new Label(language.title());
            ComboBox<String> box = box(language, Optional.ofNullable(chosen.get(language.id())));
            name.setLabelFor(box);
            Label fault = new Label(texts.get("interpreters.error.program.short"));
            fault.getStyleClass().addAll("danger", "field-message");
            fault.setVisible(false);
            box.getEditor()
                    .textProperty()
                    .addListener((property, before, now) -> fault.setVisible(
                            !path(now).isBlank() && model.program(path(now)).isEmpty()));
            table.addRow(row++, name, box, origin(chosen.get(language.id())), fault);
        }
        for (Map.Entry<String, Value> choice : chosen.entrySet()) {
            if (Stream.of(Language.values()).noneMatch(known -> known.id().equals(choice.getKey()))) {
                table.addRow(row++, precise(choice.getKey(), choice.getValue()));
            }
        }
    }

    private Node[] precise(String name, Value choice) {
        Label key = new Label(name);
        Label program = new Label(choice.text());
        program.getStyleClass().add("mono");
        Button remove = new Button("✕");
        remove.getStyleClass().addAll("button-icon", "flat", "small");
        remove.setAccessibleText(texts.get("settings.variable.remove", name));
        remove.setVisible(model.isByHand(choice));
        remove.setOnAction(event -> model.forget(name));
        return new Node[] {key, program, origin(choice), remove};
    }

    private ComboBox<String> box(Language language, Optional<Value> chosen) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("interpreter-" + language.id());
        box.setEditable(true);
        box.setPrefWidth(FIELD_WIDTH);
        box.setAccessibleText(texts.get("interpreters.of", language.title()));
        box.getItems().add(texts.get("interpreters.nearest"));
        for (LocalPrograms.Installed program : model.installed().getOrDefault(language, List.of())) {
            box.getItems().add(program.path() + "   " + program.version());
        }
        box.getEditor().setText(chosen.map(Value::text).orElse(texts.get("interpreters.nearest")));
        box.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.choose(language, path(now));
            }
        });
        return box;
    }

    /** An offered program has its version behind it. */
    private String path(String offered) {
        return offered.equals(texts.get("interpreters.nearest")) ? "" : offered.replaceFirst(" {3}[\\d.]+$", "");
    }

    private Label origin(Value choice) {
        Label origin = new Label(choice == null ? "" : new ConfigTexts(texts.messages()).origin(choice.origin()));
        origin.getStyleClass().addAll("muted", "small");
        return origin;
    }
}
