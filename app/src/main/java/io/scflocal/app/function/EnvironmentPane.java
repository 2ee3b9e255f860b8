package io.scflocal.app.function;

import io.scflocal.app.text.EnvironmentTexts;
import io.scflocal.app.text.Texts;
import io.scflocal.core.config.EnvironmentRow;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The function's own variables as a table, with a line to add or change one. */
final class EnvironmentPane extends VBox {
    private final EnvironmentViewModel model;
    private final Texts texts;
    private final GridPane table = new GridPane();
    private final TextField name = new TextField();
    private final TextField value = new TextField();
    private final Button put = new Button();
    private final Label fault = new Label();

    EnvironmentPane(EnvironmentViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        table.getStyleClass().add("settings-grid");
        name.setId("variable-name");
        value.setId("variable-value");
        put.setId("variable-put");
        name.promptTextProperty().bind(texts.bind("settings.variable.name"));
        value.promptTextProperty().bind(texts.bind("settings.variable.value"));
        name.accessibleTextProperty().bind(name.promptTextProperty());
        value.accessibleTextProperty().bind(value.promptTextProperty());
        put.textProperty().bind(texts.bind("settings.variable.put"));
        put.setOnAction(event -> put());
        value.setOnAction(event -> put());
        name.textProperty().addListener((property, before, now) -> check());
        value.textProperty().addListener((property, before, now) -> check());
        HBox.setHgrow(value, Priority.ALWAYS);
        HBox line = new HBox(name, value, put);
        line.getStyleClass().add("settings-line");
        fault.getStyleClass().addAll("danger", "field-message");
        fault.setWrapText(true);
        getStyleClass().add("section");
        getChildren().addAll(table, line, fault);
        model.rows().subscribe(this::fill);
        check();
    }

    private void put() {
        String wanted = name.getText().strip();
        if (model.fault(wanted, value.getText()).isEmpty()) {
            model.put(wanted, value.getText());
            name.clear();
            value.clear();
            name.requestFocus();
        }
    }

    private void check() {
        String wanted = name.getText().strip();
        Optional<EnvironmentViewModel.Fault> found = model.fault(wanted, value.getText());
        put.setDisable(found.isPresent());
        fault.setText(
                wanted.isEmpty()
                        ? ""
                        : found.map(known -> texts.get("settings.variable." + known))
                                .orElse(""));
        fault.setVisible(!fault.getText().isEmpty());
        fault.setManaged(fault.isVisible());
    }

    private void fill(List<EnvironmentRow> rows) {
        EnvironmentTexts words = new EnvironmentTexts(texts.messages());
        table.getChildren().clear();
        if (rows.isEmpty()) {
            Label none = new Label(texts.get("settings.variable.none"));
            none.getStyleClass().add("muted");
            table.addRow(0, none);
        }
        for (int i = 0; i < rows.size(); i++) {
            EnvironmentRow row = rows.get(i);
            Label key = new Label(row.name());
            Label shown = new Label(words.value(row));
            Label origin = new Label(words.origin(row));
            key.getStyleClass().add("mono");
            shown.getStyleClass().add("mono");
            shown.setMaxWidth(300);
            origin.getStyleClass().addAll("muted", "small");
            Button remove = new Button("✕");
            remove.getStyleClass().addAll("button-icon", "flat", "small");
            remove.setAccessibleText(texts.get("settings.variable.remove", row.name()));
            remove.setVisible(model.isByHand(row));
            remove.setOnAction(event -> model.remove(row.name()));
            table.addRow(i, key, shown, origin, remove);
        }
    }
}
