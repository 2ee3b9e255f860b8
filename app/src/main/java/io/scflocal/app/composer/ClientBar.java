package io.scflocal.app.composer;

import io.scflocal.app.composer.BuiltInClient.State;
import io.scflocal.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the built-in client asks for, and the button that connects it. */
final class ClientBar {
    private static final int HEADER_ROWS = 5;
    private static final int HEADER_COLUMNS = 34;

    private final ComposerViewModel model;
    private final Texts texts;
    private final HBox root = new HBox();

    ClientBar(ComposerViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        root.getStyleClass().add("composer-bar");
        root.setAlignment(Pos.CENTER_LEFT);
        TextField path =
                field("composer-path", "composer.path", model.handshake().pathProperty());
        path.setOnAction(event -> model.connect());
        HBox.setHgrow(path, Priority.ALWAYS);
        TextField subprotocols = field(
                "composer-subprotocols",
                "composer.subprotocols",
                model.handshake().subprotocolsProperty());
        Label slash = new Label("/");
        slash.getStyleClass().addAll("mono", "muted");
        root.getChildren().addAll(connectButton(), slash, path, subprotocols, headers());
        root.getChildren().forEach(node -> node.setFocusTraversable(true));
    }

    Region root() {
        return root;
    }

    private Button connectButton() {
        Button button = new Button();
        button.setId("composer-connect");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                switch (model.clientStateProperty().get()) {
                                    case DISCONNECTED -> "composer.connect";
                                    case CONNECTING -> "composer.cancel";
                                    case CONNECTED -> "composer.disconnect";
                                }),
                        model.clientStateProperty(),
                        texts.languageProperty()));
        button.setOnAction(event -> {
            if (model.clientStateProperty().get() == State.DISCONNECTED) {
                model.connect();
            } else {
                model.disconnect();
            }
        });
        return button;
    }

    private TextField field(String id, String key, StringProperty value) {
        TextField field = new TextField();
        field.setId(id);
        field.getStyleClass().add("mono");
        field.promptTextProperty().bind(texts.bind(key));
        field.accessibleTextProperty().bind(texts.bind(key));
        field.textProperty().bindBidirectional(value);
        field.disableProperty().bind(model.clientStateProperty().isNotEqualTo(State.DISCONNECTED));
        return field;
    }

    private MenuButton headers() {
        TextArea area = new TextArea();
        area.setId("composer-headers");
        area.getStyleClass().add("mono");
        area.setPrefRowCount(HEADER_ROWS);
        area.setPrefColumnCount(HEADER_COLUMNS);
        area.setPromptText("Authorization: Bearer …");
        area.textProperty().bindBidirectional(model.handshake().headersProperty());
        Label note = new Label();
        note.textProperty().bind(texts.bind("composer.headers.note"));
        note.getStyleClass().addAll("muted", "small");
        CustomMenuItem item = new CustomMenuItem(new VBox(6, note, area), false);
        item.getStyleClass().add("composer-headers");
        MenuButton button = new MenuButton();
        button.getItems().add(item);
        button.textProperty()
                .bind(texts.bind(
                        "composer.headers", model.handshake().headersProperty().map(text -> text.lines()
                                .filter(line -> !line.isBlank())
                                .count())));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(model.clientStateProperty().isNotEqualTo(State.DISCONNECTED));
        button.setOnShown(event -> area.requestFocus());
        return button;
    }
}
