package io.scflocal.app.function;

import io.scflocal.app.text.Texts;
import io.scflocal.core.config.EnvironmentRow;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The function's own variables as a table, with a line to add or change one. */
final class EnvironmentPane extends VBox {
    private final EnvironmentViewModel model;
    private final Texts texts;
    private final EnvironmentGrid table;
    private final TextField name = new TextField();
    private final TextField value = new TextField();
    private final Button put = new Button();
    private final Label fault = new Label();

    EnvironmentPane(EnvironmentViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        table = new EnvironmentGrid(texts, row -> Optional.of(remove(row)));
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
        table.show(rows);
        if (rows.isEmpty()) {
            Label none = new Label(texts.get("settings.variable.none"));
            none.getStyleClass().add("muted");
            table.addRow(0, none);
        }
    }

    private Button remove(EnvironmentRow row) {
        Button remove = new Button("✕");
        remove.getStyleClass().addAll("button-icon", "flat", "small");
        remove.setAccessibleText(texts.get("settings.variable.remove", row.name()));
        remove.setVisible(model.isByHand(row));
        remove.setOnAction(event -> model.remove(row.name()));
        return remove;
    }
}
