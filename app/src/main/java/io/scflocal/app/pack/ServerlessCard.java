package io.scflocal.app.pack;

import io.scflocal.app.fx.Desktop;
import io.scflocal.app.fx.Showing;
import io.scflocal.app.fx.WrappedLabel;
import io.scflocal.app.pack.ServerlessViewModel.State;
import io.scflocal.app.text.Texts;
import io.scflocal.core.config.ServerlessUpdate;
import io.scflocal.core.config.TextChange;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The card that shows what {@code serverless.yml} should say, line by line, and writes it. In the language of the moment. JavaFX thread
 * only.
 */
public final class ServerlessCard {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 380;

    private final ServerlessViewModel model;
    private final Texts texts;
    private final VBox root = new VBox();
    private final VBox body = new VBox(8);

    /** Begins to look at the file; {@code close} takes the card away. */
    public ServerlessCard(ServerlessViewModel model, Texts texts, Desktop desktop, Runnable close) {
        this.model = model;
        this.texts = texts;
        Label title = new Label(texts.get("serverless.title"));
        title.getStyleClass().add("overlay-title");
        root.setId("serverless-card");
        root.getStyleClass().add("overlay-card");
        root.setPrefWidth(WIDTH);
        root.getChildren()
                .addAll(title, new WrappedLabel(texts.get("serverless.about"), "muted"), body, buttons(desktop, close));
        model.stateProperty().subscribe(now -> show(now));
        model.look();
    }

    /** What goes over the window. */
    public Region root() {
        return root;
    }

    private void show(State state) {
        body.getChildren().clear();
        if (state instanceof State.Looking) {
            say("serverless.looking", "", "muted");
        } else if (state instanceof State.Failed failed) {
            say("serverless.failed", failed.reason(), "danger");
        } else if (state instanceof State.Written written) {
            say("serverless.written", written.update().file().toString(), "success");
        } else if (state instanceof State.Compared compared) {
            show(compared);
        }
    }

    private void show(State.Compared compared) {
        ServerlessUpdate update = compared.update();
        String file = update.file().toString();
        if (compared.again()) {
            say("serverless.changedMeanwhile", file, "warning");
        }
        if (update.isUpToDate()) {
            say("serverless.upToDate", file, "success");
        } else if (update.isUnderstood()) {
            VBox lines = new VBox();
            update.changes().forEach(line -> lines.getChildren().add(line(line)));
            body.getChildren().addAll(new Label(file), scrolling(lines));
        } else {
            say("serverless.notUnderstood", file, "warning");
            Label wanted = new Label(update.wanted());
            wanted.getStyleClass().add("mono");
            body.getChildren().add(scrolling(wanted));
        }
    }

    private void say(String key, Object argument, String styleClass) {
        Label label = new WrappedLabel(texts.get(key, argument), styleClass);
        label.setId("serverless-told");
        body.getChildren().add(label);
    }

    private static ScrollPane scrolling(Node content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setPrefHeight(HEIGHT);
        return pane;
    }

    private static Label line(TextChange line) {
        Label label = new Label(line.shown());
        label.getStyleClass()
                .addAll(
                        "mono",
                        switch (line.kind()) {
                            case SAME -> "muted";
                            case REMOVED -> "danger";
                            case ADDED -> "success";
                        });
        return label;
    }

    private HBox buttons(Desktop desktop, Runnable close) {
        Button copy = button("copy", () -> {
            if (model.stateProperty().get() instanceof State.Compared compared) {
                desktop.copy(compared.update().wanted());
            }
        });
        Showing.showWhile(copy, compared(update -> !update.isUnderstood()));
        Button write = button("write", model::write);
        write.setDefaultButton(true);
        Showing.showWhile(write, compared(update -> update.isUnderstood() && !update.isUpToDate()));
        HBox buttons = new HBox(8, copy, button("close", close), write);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private ObservableValue<Boolean> compared(Predicate<ServerlessUpdate> so) {
        return model.stateProperty()
                .map(state -> state instanceof State.Compared compared && so.test(compared.update()));
    }

    private Button button(String name, Runnable action) {
        Button button = new Button(texts.get("serverless." + name));
        button.setId("serverless-" + name);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
