package io.scflocal.app.traffic;

import io.scflocal.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stands in the list while it has no rows: how to get some. */
final class EmptyFrames extends VBox {
    private final TrafficViewModel model;
    private final Texts texts;

    EmptyFrames(TrafficViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("frames-empty");
        setAlignment(Pos.CENTER);
        setMouseTransparent(true);
        Label title = new Label();
        title.getStyleClass().add("frames-empty-title");
        title.textProperty().bind(texts.bind("traffic.empty.title"));
        Label hint = new Label();
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.textProperty()
                .bind(Bindings.createStringBinding(
                        this::hint,
                        texts.languageProperty(),
                        model.addressProperty(),
                        model.position().revisionProperty()));
        getChildren().addAll(title, hint);
        visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.grid().total() == 0, model.position().revisionProperty()));
    }

    private String hint() {
        if (model.connectionProperty().get() != 0) {
            return texts.get(
                    "traffic.empty.connection",
                    Integer.toString(model.connectionProperty().get()));
        }
        if (model.reader().count() > 0) {
            return texts.get(model.controlHiddenProperty().get() ? "traffic.empty.hidden" : "traffic.empty.cleared");
        }
        String address = model.addressProperty().get();
        return address.isEmpty() ? texts.get("traffic.empty.start") : texts.get("traffic.empty.connect", address);
    }
}
