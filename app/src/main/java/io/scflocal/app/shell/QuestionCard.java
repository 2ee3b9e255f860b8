package io.scflocal.app.shell;

import io.scflocal.app.fx.WrappedLabel;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks before something is lost. */
final class QuestionCard {
    private static final double WIDTH = 460;

    private final VBox root = new VBox();
    private final Button no = new Button();

    /**
     * Shows a question.
     *
     * @param title the question in a few words
     * @param text what would be lost
     * @param yes the words on the button that does it
     * @param cancel the words on the button that does not
     * @param answer is told whether to do it
     */
    QuestionCard(String title, String text, String yes, String cancel, Consumer<Boolean> answer) {
        root.setId("question");
        root.getStyleClass().add("overlay-card");
        root.setPrefWidth(WIDTH);
        Button does = new Button(yes);
        does.setId("question-yes");
        does.setDefaultButton(true);
        does.setOnAction(event -> answer.accept(true));
        no.setText(cancel);
        no.setOnAction(event -> answer.accept(false));
        HBox buttons = new HBox(8, no, does);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        root.getChildren().addAll(new WrappedLabel(title, "overlay-title"), new WrappedLabel(text), buttons);
    }

    Region root() {
        return root;
    }

    /** The harmless answer has the focus. */
    void requestFocus() {
        no.requestFocus();
    }
}
