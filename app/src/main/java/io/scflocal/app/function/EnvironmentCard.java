package io.scflocal.app.function;

import io.scflocal.app.text.EnvironmentTexts;
import io.scflocal.app.text.Texts;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every variable of the function's process, and who gives it. In the language of the moment. JavaFX thread only. */
public final class EnvironmentCard {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 440;

    private final Texts texts;
    private final VBox root = new VBox();

    /**
     * Shows the variables of {@code model}.
     *
     * @param edit leads to where variables are changed
     * @param close takes the card away
     */
    public EnvironmentCard(EnvironmentViewModel model, Texts texts, Runnable edit, Runnable close) {
        this.texts = texts;
        EnvironmentTexts words = new EnvironmentTexts(texts.messages());
        EnvironmentGrid grid = new EnvironmentGrid(texts, row -> Optional.empty());
        model.all().subscribe(grid::show);
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(WIDTH, HEIGHT);
        scroll.getStyleClass().add("edge-to-edge");
        root.setId("environment-card");
        root.getStyleClass().add("overlay-card");
        root.getChildren()
                .addAll(
                        head(model, edit, close),
                        scroll,
                        note(words.precedence()),
                        note(model.isSandboxed() ? texts.get("settings.environment.masked") : words.notes()));
    }

    /** What goes over the window. */
    public Region root() {
        return root;
    }

    private HBox head(EnvironmentViewModel model, Runnable edit, Runnable close) {
        Label title = new Label(texts.get("settings.environment"));
        title.getStyleClass().add("overlay-title");
        Label where = new Label(
                texts.get(model.isSandboxed() ? "settings.environment.sandboxed" : "settings.environment.plain"));
        where.getStyleClass().addAll("muted", "small");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(
                title,
                where,
                space,
                button("environment-edit", "settings.environment.edit", edit),
                button("environment-close", "settings.close", close));
        head.getStyleClass().add("settings-line");
        return head;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Label note(String text) {
        Label note = new Label(text);
        note.setWrapText(true);
        note.setMaxWidth(WIDTH);
        note.getStyleClass().addAll("muted", "small");
        return note;
    }
}
