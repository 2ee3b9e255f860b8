package io.scflocal.app.action;

import io.scflocal.app.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A box to type into and the actions that fit; Enter does the selected one.
 *
 * <p>JavaFX thread only.
 */
public final class CommandPalette {
    private static final double ROW_HEIGHT = 30;
    private static final int ROWS = 12;

    private final PaletteViewModel model;
    private final Texts texts;
    private final Runnable close;
    private final TextField box = new TextField();
    private final ListView<Action> list = new ListView<>();
    private final VBox root = new VBox(box, list);

    /** Shows what {@code model} finds; {@code close} is run before an action is. */
    public CommandPalette(PaletteViewModel model, Texts texts, Runnable close) {
        this.model = model;
        this.texts = texts;
        this.close = close;
        root.setId("palette");
        root.getStyleClass().addAll("palette", "overlay-card");
        box.setId("palette-box");
        box.promptTextProperty().bind(texts.bind("action.palette.prompt"));
        box.textProperty().addListener((property, before, now) -> find(now));
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setItems(model.hits());
        list.setFixedCellSize(ROW_HEIGHT);
        list.setPrefHeight(ROWS * ROW_HEIGHT + 2);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new ActionCell());
        list.setPlaceholder(placeholder());
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                perform();
            }
        });
        list.getSelectionModel().selectFirst();
    }

    /** What goes over the window. */
    public Region root() {
        return root;
    }

    /** Puts the caret into the box. */
    public void requestFocus() {
        box.requestFocus();
    }

    private void find(String query) {
        model.queryProperty().set(query);
        list.getSelectionModel().selectFirst();
    }

    private Label placeholder() {
        Label nothing = new Label();
        nothing.getStyleClass().add("muted");
        nothing.textProperty().bind(texts.bind("action.palette.nothing"));
        return nothing;
    }

    private void key(KeyEvent event) {
        int rows = list.getItems().size();
        int selected = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.ENTER) {
            perform();
        } else if (event.getCode() == KeyCode.DOWN && rows > 0) {
            select((selected + 1) % rows);
        } else if (event.getCode() == KeyCode.UP && rows > 0) {
            select((selected + rows - 1) % rows);
        } else {
            return;
        }
        event.consume();
    }

    private void select(int row) {
        list.getSelectionModel().select(row);
        list.scrollTo(row);
    }

    private void perform() {
        Action selected = list.getSelectionModel().getSelectedItem();
        if (selected != null) {
            close.run();
            selected.perform();
        }
    }

    private final class ActionCell extends ListCell<Action> {
        private final Label group = new Label();
        private final Label text = new Label();
        private final Label keys = new Label();
        private final HBox row = new HBox(group, text, keys);

        ActionCell() {
            group.getStyleClass().addAll("muted", "palette-group");
            keys.getStyleClass().add("key-cap");
            text.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(text, Priority.ALWAYS);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setSpacing(10);
        }

        @Override
        protected void updateItem(@Nullable Action action, boolean empty) {
            super.updateItem(action, empty);
            if (empty || action == null) {
                setGraphic(null);
                return;
            }
            group.setText(texts.get(action.group().textKey()));
            text.setText(texts.get(action.textKey()));
            keys.setText(action.keys()
                    .map(combination -> combination.getDisplayText())
                    .orElse(""));
            keys.setVisible(action.keys().isPresent());
            setGraphic(row);
        }
    }
}
