package io.scflocal.app.shell;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line at the foot of the window. */
final class StatusBar {
    private final HBox root;

    StatusBar(StatusViewModel model) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        root = new HBox(
                label(model.framesProperty(), "status-frames"),
                label(model.diskProperty(), "status-disk"),
                label(model.ratesProperty(), "status-rates"),
                label(model.costProperty(), "status-cost"),
                space,
                label(model.heapProperty(), "status-heap"),
                label(model.portsProperty(), "status-ports"));
        root.getStyleClass().add("status-line");
        root.setAlignment(Pos.CENTER_LEFT);
    }

    Region root() {
        return root;
    }

    private static Label label(ObservableValue<String> text, String id) {
        Label label = new Label();
        label.setId(id);
        label.textProperty().bind(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }
}
