package io.scflocal.app.checks;

import io.scflocal.app.fx.Showing;
import io.scflocal.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An installation that runs or has ended: what runs, its last lines, and a way to end it. Takes no room otherwise. */
final class InstallPane extends VBox {
    private static final double LINES_HEIGHT = 150;

    private final InstallViewModel model;
    private final Texts texts;

    InstallPane(InstallViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("install");
        getStyleClass().add("install");
        getChildren().addAll(head(), lines());
        Showing.showWhile(this, model.storyProperty().map(story -> story.state() != InstallViewModel.State.NONE));
    }

    private HBox head() {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.setPrefSize(14, 14);
        Showing.showWhile(wheel, model.storyProperty().map(story -> story.state() == InstallViewModel.State.RUNNING));
        Label what = new Label();
        what.textProperty()
                .bind(Bindings.createStringBinding(this::sentence, model.storyProperty(), texts.languageProperty()));
        what.setWrapText(true);
        model.storyProperty().subscribe(story -> {
            what.getStyleClass().setAll("label", "problem-what");
            switch (story.state()) {
                case FAILED -> what.getStyleClass().add("danger");
                case DONE -> what.getStyleClass().add("success");
                case NONE, RUNNING -> {}
            }
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button end = new Button();
        end.setId("install-end");
        end.getStyleClass().add("small");
        end.setMinWidth(Region.USE_PREF_SIZE);
        end.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(model.isRunning() ? "checks.window.cancel" : "checks.install.dismiss"),
                        model.storyProperty(),
                        texts.languageProperty()));
        end.setOnAction(event -> {
            if (model.isRunning()) {
                model.cancel();
            } else {
                model.dismiss();
            }
        });
        HBox head = new HBox(wheel, what, space, end);
        head.getStyleClass().add("install-head");
        return head;
    }

    private ListView<String> lines() {
        ListView<String> lines = new ListView<>(model.lines());
        lines.getStyleClass().addAll("mono", "dense");
        lines.setPrefHeight(LINES_HEIGHT);
        lines.setFocusTraversable(false);
        model.lines().addListener((ListChangeListener<String>)
                change -> lines.scrollTo(model.lines().size() - 1));
        Showing.showWhile(lines, Bindings.isNotEmpty(model.lines()));
        return lines;
    }

    private String sentence() {
        InstallViewModel.Story story = model.storyProperty().get();
        return story.textKey().isEmpty()
                ? ""
                : texts.get(story.textKey(), story.arguments().toArray());
    }
}
