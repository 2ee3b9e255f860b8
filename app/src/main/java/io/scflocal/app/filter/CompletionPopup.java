package io.scflocal.app.filter;

import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Texts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/**
 * The list under the filter of what may be typed next. Tab takes the first or the chosen one, Enter only one that was chosen with the
 * arrows: otherwise Enter applies the filter as it stands. What is wrong with the filter stands above the list, which covers the line
 * under the bar.
 */
final class CompletionPopup {
    private static final double ROW = 24;
    private static final int MOST_ROWS = 9;
    private static final double WIDTH = 320;

    private final TextField field;
    private final CompletionViewModel model;
    private final Popup popup = new Popup();
    private final ListView<Suggestion> list = new ListView<>();
    private final VBox content = new VBox();
    private boolean typing;

    CompletionPopup(TextField field, CompletionViewModel model, FilterNote note, Texts texts) {
        this.field = field;
        this.model = model;
        list.setId("traffic-completion");
        list.getStyleClass().add("mono");
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Cell(texts));
        list.setOnMouseClicked(event -> accept(list.getSelectionModel().getSelectedItem()));
        note.setId("traffic-completion-note");
        note.maxWidthProperty().bind(list.widthProperty());
        content.getChildren().addAll(note, list);
        content.getStyleClass().add("completion");
        popup.getContent().add(content);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        // Not whenever it is hidden: with nothing to offer yet, what is counted in the background may still come.
        popup.setOnAutoHide(event -> model.close());
        model.offeredProperty().addListener((property, before, now) -> show(now));
        field.textProperty().addListener((property, before, now) -> typing = true);
        field.caretPositionProperty().addListener(property -> moved());
        field.focusedProperty().addListener(property -> {
            typing = false;
            model.close();
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** The caret follows the text a moment after that has changed. */
    private void moved() {
        if (typing && field.isFocused()) {
            typing = false;
            update(false);
        }
    }

    private CompletionViewModel.Typed now() {
        int caret = Math.min(field.getCaretPosition(), field.getLength());
        return new CompletionViewModel.Typed(field.getText(), caret);
    }

    private void update(boolean asked) {
        model.update(now(), asked);
    }

    private void show(List<Suggestion> offered) {
        list.getItems().setAll(offered);
        list.getSelectionModel().clearSelection();
        list.setPrefHeight(Math.min(MOST_ROWS, offered.size()) * ROW + 4);
        if (offered.isEmpty() || !field.isFocused()) {
            popup.hide();
            return;
        }
        content.getStylesheets().setAll(stylesheets());
        Bounds bounds = field.localToScreen(field.getBoundsInLocal());
        popup.show(field, bounds.getMinX(), bounds.getMaxY() + 2);
    }

    /** Those of the window and of what the field stands in, outermost first: a popup takes over none by itself. */
    private List<String> stylesheets() {
        Deque<String> found = new ArrayDeque<>();
        for (Parent parent = field.getParent(); parent != null; parent = parent.getParent()) {
            parent.getStylesheets().forEach(found::addFirst);
        }
        field.getScene().getStylesheets().forEach(found::addFirst);
        return List.copyOf(found);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
            update(true);
            event.consume();
        } else if (popup.isShowing() && !event.isShortcutDown() && handles(event.getCode())) {
            event.consume();
        }
    }

    private boolean handles(KeyCode code) {
        Suggestion chosen = list.getSelectionModel().getSelectedItem();
        switch (code) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case TAB -> accept(chosen == null ? list.getItems().get(0) : chosen);
            case ESCAPE -> model.close();
            case ENTER -> {
                if (chosen == null) {
                    model.close();
                    return false;
                }
                accept(chosen);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void move(int by) {
        int count = list.getItems().size();
        int from = list.getSelectionModel().getSelectedIndex();
        int to = from < 0 ? (by > 0 ? 0 : count - 1) : Math.floorMod(from + by, count);
        list.getSelectionModel().select(to);
        list.scrollTo(Math.max(0, to - MOST_ROWS + 1));
    }

    private void accept(Suggestion suggestion) {
        CompletionViewModel.Typed typed = model.accept(now(), suggestion);
        field.setText(typed.text());
        field.positionCaret(typed.caret());
        update(false);
    }

    /** A suggestion with what it is. */
    private static final class Cell extends ListCell<Suggestion> {
        private final Texts texts;
        private final Label text = new Label();
        private final Label kind = new Label();
        private final HBox row = new HBox(text, new Region(), kind);

        Cell(Texts texts) {
            this.texts = texts;
            HBox.setHgrow(row.getChildren().get(1), Priority.ALWAYS);
            kind.getStyleClass().addAll("muted", "small");
            kind.setMinWidth(Region.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(Suggestion suggestion, boolean empty) {
            super.updateItem(suggestion, empty);
            setGraphic(empty ? null : row);
            if (!empty) {
                text.setText(suggestion.text());
                kind.setText(
                        suggestion.count() > 0
                                ? texts.get("filter.seen", Formats.count(suggestion.count()))
                                : texts.get("filter.kind."
                                        + suggestion.kind().name().toLowerCase(Locale.ROOT)));
            }
        }
    }
}
