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
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Says why the function did not start, what to do, and what it printed last. */
final class FailureCard {
    /** In a low window the rest can be scrolled to, and the log below has it, too. */
    private static final int MIN_OUTPUT_ROWS = 3;

    private static final int MAX_OUTPUT_ROWS = 8;
    /** From this height of the window on, every {@link #HEIGHT_PER_ROW} pixels more are worth another row. */
    private static final double LOW = 520;

    private static final double HEIGHT_PER_ROW = 50;

    private final FailureViewModel model;
    private final Texts texts;
    private final VBox root = new VBox();

    FailureCard(FailureViewModel model, Texts texts, Runnable openAnother) {
        this.model = model;
        this.texts = texts;
        Label remedy = line(model.remedy(), "remedy");
        root.getStyleClass().add("failure-card");
        root.setId("failure");
        root.getChildren().addAll(headline(openAnother), line(model.problem(), "problem"), remedy, output());
        Showing.showWhile(root, model.present());
        Showing.showWhile(remedy, remedy.textProperty().isNotEmpty());
    }

    Region root() {
        return root;
    }

    private HBox headline(Runnable openAnother) {
        Label title = line(model.title(), "failure-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label status = line(model.status(), "pill");
        status.getStyleClass().addAll("mono", "danger");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button again = button("shell.failure.again", model.session()::run);
        again.getStyleClass().add("accent");
        Button freePort = button("shell.failure.freePort", model::useFreePort);
        freePort.setId("free-port");
        Showing.showWhile(freePort, model.portTaken());
        HBox headline = new HBox(title, status, space, again, freePort, button("shell.failure.other", openAnother));
        headline.getStyleClass().add("failure-headline");
        headline.setAlignment(Pos.CENTER_LEFT);
        return headline;
    }

    private TextArea output() {
        TextArea lines = new TextArea();
        lines.textProperty().bind(model.lastOutput());
        lines.setEditable(false);
        lines.setMinHeight(Region.USE_PREF_SIZE);
        lines.getStyleClass().addAll("mono", "last-output");
        ObservableValue<Number> height = root.sceneProperty().flatMap(Scene::heightProperty);
        lines.prefRowCountProperty()
                .bind(Bindings.createIntegerBinding(
                        () -> rows(lines.getText(), height.getValue()), lines.textProperty(), height));
        lines.accessibleTextProperty().bind(texts.bind("shell.failure.output"));
        Showing.showWhile(lines, lines.textProperty().isNotEmpty());
        return lines;
    }

    private static int rows(String text, @Nullable Number windowHeight) {
        double height = windowHeight == null ? 0 : windowHeight.doubleValue();
        long room = Math.max(MIN_OUTPUT_ROWS, Math.min(MAX_OUTPUT_ROWS, (long) ((height - LOW) / HEIGHT_PER_ROW)));
        return (int) Math.min(room, text.lines().count());
    }

    private Button button(String key, Runnable action) {
        Button button = new Button();
        button.textProperty().bind(texts.bind(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
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
