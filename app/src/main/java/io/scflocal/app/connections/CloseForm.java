package io.scflocal.app.connections;

import io.scflocal.app.text.Texts;
import io.scflocal.core.frame.OutgoingFrame;
import io.scflocal.core.relay.ConnectionAct;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks for a close code and a reason. */
final class CloseForm extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final int LARGEST = 0xFFFF;

    private final ComboBox<String> code = new ComboBox<>();
    private final TextField reason = new TextField();
    private final Label note = new Label();
    private final Consumer<ConnectionAct> act;

    /** {@code act} receives what was asked for. */
    CloseForm(Texts texts, Consumer<ConnectionAct> act) {
        this.act = act;
        getStyleClass().add("close-form");
        code.setId("close-code");
        code.setEditable(true);
        code.getItems().addAll("1000", "1001", "1008", "1009", "1011", "1012", "1013", "4000");
        code.setValue("1000");
        code.setPrefWidth(90);
        reason.setId("close-reason");
        reason.promptTextProperty().bind(texts.bind("connections.act.close.reason"));
        reason.setOnAction(event -> close());
        Button button = new Button();
        button.setId("close-now");
        button.textProperty().bind(texts.bind("connections.act.close.now"));
        button.getStyleClass().add("danger");
        button.setOnAction(event -> close());
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !valid(), code.getEditor().textProperty(), reason.textProperty()));
        code.getEditor().textProperty().subscribe(now -> code.pseudoClassStateChanged(INVALID, !isCode(now)));
        note.textProperty().bind(texts.bind("connections.act.close.note"));
        note.getStyleClass().addAll("muted", "small");
        getChildren().addAll(new HBox(6, code, reason, button), note);
    }

    void focus() {
        code.getEditor().requestFocus();
        code.getEditor().selectAll();
    }

    private void close() {
        if (valid()) {
            act.accept(new ConnectionAct.Close(
                    Integer.parseInt(code.getEditor().getText().strip()), reason.getText()));
        }
    }

    private boolean valid() {
        return isCode(code.getEditor().getText())
                && reason.getText().getBytes(StandardCharsets.UTF_8).length <= OutgoingFrame.LONGEST_CLOSE_REASON;
    }

    private static boolean isCode(String text) {
        String digits = text.strip();
        return digits.matches("\\d{1,5}") && Integer.parseInt(digits) <= LARGEST;
    }
}
