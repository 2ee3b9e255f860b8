package io.scflocal.app.composer;

import io.scflocal.app.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The kept messages: a click puts one into the box. */
final class SavedList {
    private static final double ROW_HEIGHT = 26;

    private final ComposerViewModel model;
    private final Texts texts;
    private final VBox root = new VBox();
    private final ListView<SavedMessage> list = new ListView<>();

    SavedList(ComposerViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        root.getStyleClass().add("composer-saved");
        list.setId("composer-saved");
        list.setItems(model.saved());
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new Cell());
        list.setMinHeight(0);
        texts.languageProperty().addListener(property -> list.refresh());
        Label nothing = new Label();
        nothing.getStyleClass().addAll("muted", "small");
        nothing.setWrapText(true);
        nothing.textProperty().bind(texts.bind("composer.saved.nothing"));
        list.setPlaceholder(nothing);
        list.setOnMouseClicked(event -> take());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take();
            } else if (event.getCode() == KeyCode.DELETE) {
                forget(list.getSelectionModel().getSelectedItem());
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        root.getChildren().addAll(keepRow(), list);
    }

    Region root() {
        return root;
    }

    private HBox keepRow() {
        TextField name = new TextField();
        name.setId("composer-keep-name");
        name.promptTextProperty().bind(texts.bind("composer.saved.name"));
        HBox.setHgrow(name, Priority.ALWAYS);
        Button keep = new Button();
        keep.setId("composer-keep");
        keep.textProperty().bind(texts.bind("composer.saved.keep"));
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.disableProperty().bind(name.textProperty().map(String::isBlank));
        keep.setOnAction(event -> {
            model.keep(name.getText().strip());
            name.clear();
        });
        name.setOnAction(event -> keep.fire());
        HBox row = new HBox(6, name, keep);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void take() {
        SavedMessage selected = list.getSelectionModel().getSelectedItem();
        if (selected != null) {
            model.take(selected);
        }
    }

    private void forget(@Nullable SavedMessage message) {
        if (message != null) {
            model.forget(message);
        }
    }

    private final class Cell extends ListCell<SavedMessage> {
        private final Label name = new Label();
        private final Label kind = new Label();
        private final Button forget = new Button();
        private final HBox row = new HBox(6, name, kind, forget);

        Cell() {
            kind.getStyleClass().addAll("muted", "small");
            kind.setMinWidth(Region.USE_PREF_SIZE);
            name.setMaxWidth(Double.MAX_VALUE);
            name.setMinWidth(0);
            HBox.setHgrow(name, Priority.ALWAYS);
            forget.setGraphic(new FontIcon("fth-x"));
            forget.getStyleClass().addAll("button-icon", "flat", "composer-forget");
            forget.accessibleTextProperty().bind(texts.bind("composer.saved.forget"));
            forget.setFocusTraversable(false);
            forget.setOnAction(event -> forget(getItem()));
            row.setAlignment(Pos.CENTER_LEFT);
            // So that a long name is cut instead of making the list scroll sideways.
            prefWidthProperty().bind(list.widthProperty().subtract(20));
        }

        @Override
        protected void updateItem(@Nullable SavedMessage message, boolean empty) {
            super.updateItem(message, empty);
            if (empty || message == null) {
                setGraphic(null);
                return;
            }
            name.setText(message.name());
            kind.setText(texts.get("composer.kind." + message.kind().id()));
            setGraphic(row);
        }
    }
}
