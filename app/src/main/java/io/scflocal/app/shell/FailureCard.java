package io.scflocal.app.shell;

import io.scflocal.app.fx.Showing;
import io.scflocal.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Says why the function did not start, what to do, and what it printed last. */
final class FailureCard {
    private static final int MAX_OUTPUT_ROWS = 8;
    /** On a low screen the rest can be scrolled to, and the log below has it, too. */
    private static final int FEW_OUTPUT_ROWS = 3;

    private static final double LOW = 760;

    private final FailureViewModel model;
    private final Texts texts;
    private final VBox root = new VBox();

    FailureCard(FailureViewModel model, Texts texts, Runnable openAnother) {
        this.model = model;
        this.texts = texts;
        Label remedy = line(model.remedy(), "remedy");
        root.getStyleClass().add("failure-card");
        root.setId("failure");
        root.getChildren().addAll(headline(), line(model.problem(), "problem"), remedy, output(), buttons(openAnother));
        Showing.showWhile(root, model.present());
        Showing.showWhile(remedy, remedy.textProperty().isNotEmpty());
    }

    Region root() {
        return root;
    }

    private HBox headline() {
        Label title = line(model.title(), "failure-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label status = line(model.status(), "pill");
        status.getStyleClass().addAll("mono", "danger");
        HBox headline = new HBox(title, status);
        headline.getStyleClass().add("failure-headline");
        headline.setAlignment(Pos.CENTER_LEFT);
        return headline;
    }

    private VBox output() {
        Label title = line(texts.bind("shell.failure.output"), "muted");
        TextArea lines = new TextArea();
        lines.textProperty().bind(model.lastOutput());
        lines.setEditable(false);
        lines.getStyleClass().addAll("mono", "last-output");
        ObservableValue<Number> height = root.sceneProperty().flatMap(Scene::heightProperty);
        lines.prefRowCountProperty()
                .bind(Bindings.createIntegerBinding(
                        () -> rows(lines.getText(), height.getValue()), lines.textProperty(), height));
        lines.accessibleTextProperty().bind(texts.bind("shell.failure.output"));
        VBox output = new VBox(title, lines);
        Showing.showWhile(output, lines.textProperty().isNotEmpty());
        return output;
    }

    private static int rows(String text, @Nullable Number windowHeight) {
        boolean low = windowHeight != null && windowHeight.doubleValue() < LOW;
        return (int)
                Math.min(low ? FEW_OUTPUT_ROWS : MAX_OUTPUT_ROWS, text.lines().count());
    }

    private HBox buttons(Runnable openAnother) {
        Button again = button("shell.failure.again", model.session()::run);
        again.getStyleClass().add("accent");
        HBox buttons = new HBox(again, button("shell.failure.other", openAnother));
        buttons.getStyleClass().add("failure-buttons");
        return buttons;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button();
        button.textProperty().bind(texts.bind(key));
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Label line(ObservableValue<String> text, String styleClass) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
