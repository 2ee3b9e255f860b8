package io.scflocal.app.captures;

import io.scflocal.app.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A bar that is there while something long is done with a capture: what, how far, and a button that ends it. JavaFX thread only. */
public final class TaskBar {
    private final HBox root = new HBox(10);
    private final ProgressBar progress = new ProgressBar();

    /** Shows {@code task}. */
    public TaskBar(TaskViewModel task, Texts texts) {
        Label label = new Label();
        label.textProperty().bind(texts.bind("captures.task.running", task.subjectProperty()));
        progress.setId("task-progress");
        progress.setFocusTraversable(true);
        progress.accessibleTextProperty().bind(label.textProperty());
        progress.progressProperty().bind(task.progressProperty());
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        Button cancel = new Button();
        cancel.setId("task-cancel");
        cancel.textProperty().bind(texts.bind("captures.task.cancel"));
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> task.cancel());
        root.getChildren().addAll(label, progress, cancel);
        root.setAlignment(Pos.CENTER_LEFT);
        root.getStyleClass().add("task-bar");
        root.visibleProperty().bind(task.runningProperty());
        root.managedProperty().bind(task.runningProperty());
    }

    /** What to put above or below what it is about. */
    public Region root() {
        return root;
    }

    /** A region with this bar above it. */
    public Region above(Region below) {
        VBox.setVgrow(below, Priority.ALWAYS);
        return new VBox(root, below);
    }

    /** Leads the eye to how far it is; not to the button, which a stray key would press. */
    void requestFocus() {
        progress.requestFocus();
    }
}
