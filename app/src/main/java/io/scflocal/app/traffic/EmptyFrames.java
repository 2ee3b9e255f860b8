package io.scflocal.app.traffic;

import io.scflocal.app.text.Texts;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
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
        title.textProperty().bind(following(this::title));
        Label hint = new Label();
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.textProperty().bind(following(this::hint));
        getChildren().addAll(title, hint);
        visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.rows().frames() == 0, model.position().revisionProperty()));
    }

    private StringBinding following(Callable<String> text) {
        return Bindings.createStringBinding(
                text,
                texts.languageProperty(),
                model.addressProperty(),
                model.position().revisionProperty());
    }

    private String title() {
        if (isFiltered()) {
            return texts.get("traffic.empty.filtered");
        }
        return texts.get(model.isCleared() ? "traffic.empty.title.cleared" : "traffic.empty.title");
    }

    private boolean isFiltered() {
        return model.filter().isTypedInForce() && model.reader().count() > 0;
    }

    private String hint() {
        if (isFiltered()) {
            return texts.get("traffic.empty.filter");
        }
        if (model.isCleared()) {
            return texts.get("traffic.empty.cleared");
        }
        int connection = model.filter().connectionProperty().get();
        if (connection != 0) {
            return texts.get("traffic.empty.connection", Integer.toString(connection));
        }
        if (model.reader().count() > 0) {
            return texts.get("traffic.empty.hidden");
        }
        String address = model.addressProperty().get();
        return address.isEmpty() ? texts.get("traffic.empty.start") : texts.get("traffic.empty.connect", address);
    }
}
