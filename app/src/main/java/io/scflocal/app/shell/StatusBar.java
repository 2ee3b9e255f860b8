package io.scflocal.app.shell;

import io.scflocal.app.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line at the foot of the window. */
final class StatusBar {
    private final HBox root;

    StatusBar(StatusViewModel model, Texts texts) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        root = new HBox(
                label(model.framesProperty(), "status-frames"),
                label(model.diskProperty(), "status-disk"),
                label(model.ratesProperty(), "status-rates"),
                explained(label(model.costProperty(), "status-cost"), texts.bind("shell.status.cost.tip")),
                space,
                explained(label(model.heapProperty(), "status-heap"), texts.bind("shell.status.heap.tip")),
                explained(label(model.portsProperty(), "status-ports"), texts.bind("shell.status.ports.tip")));
        root.getStyleClass().add("status-line");
        root.setAlignment(Pos.CENTER_LEFT);
    }

    Region root() {
        return root;
    }

    private static Label explained(Label label, ObservableValue<String> meaning) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(meaning);
        label.setTooltip(tooltip);
        return label;
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
