package io.scflocal.app.logs;

import io.scflocal.app.lines.LineArea;
import io.scflocal.app.text.Texts;
import io.scflocal.core.invocation.LogLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** The rows of the log, and what can be done with them. */
final class LogArea extends StackPane {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final LogViewModel viewModel;
    private final Texts texts;
    private final LogDesk desk;
    private final LineArea area = new LineArea(false);
    private final LogLines lines;

    LogArea(LogViewModel viewModel, Texts texts, LogDesk desk) {
        this.viewModel = viewModel;
        this.texts = texts;
        this.desk = desk;
        lines = new LogLines(viewModel.rows(), texts);
        area.setId("logList");
        area.getStyleClass().add("log-list");
        area.followByScrolling();
        area.followingProperty().bindBidirectional(viewModel.followingProperty());
        area.show(lines);
        area.onPress((row, run, clicks) -> clicks == 2 && showFrame());
        area.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        area.setOnContextMenuRequested(event -> {
            menu().show(area, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        viewModel.rows().addListener(this::rowsChanged);
        viewModel.revealedProperty().addListener((property, before, now) -> area.reveal(now.intValue()));
        texts.languageProperty().addListener(property -> area.replace(lines));
        getChildren().addAll(area, placeholder());
    }

    private void rowsChanged(ListChangeListener.Change<? extends LogRow> change) {
        int gone = 0;
        while (change.next()) {
            gone += change.wasRemoved() && !change.wasAdded() ? change.getRemovedSize() : 0;
        }
        if (gone > 0) {
            area.dropFirst(gone, lines);
        } else {
            area.replace(lines);
        }
    }

    LineArea area() {
        return area;
    }

    private Label placeholder() {
        Label label = new Label();
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        this::whyEmpty,
                        texts.languageProperty(),
                        viewModel.rows(),
                        viewModel.clearedBeforeProperty(),
                        viewModel.criteria().findProperty(),
                        viewModel.criteria().requestIdProperty()));
        label.visibleProperty().bind(Bindings.isEmpty(viewModel.rows()));
        label.getStyleClass().addAll("muted", "empty-text");
        label.setWrapText(true);
        label.setMouseTransparent(true);
        return label;
    }

    private String whyEmpty() {
        if (viewModel.isFiltered()) {
            return texts.get("logs.noMatch");
        }
        return texts.get(viewModel.clearedBeforeProperty().get() > 0 ? "logs.cleared" : "logs.empty");
    }

    private List<LogLine> selected() {
        return area.selectedRange()
                .map(range -> LogViewModel.lines(viewModel.rows().subList(range[0], range[1] + 1)))
                .orElse(List.of());
    }

    /** Shows the frame that is nearest to the first selected line; false if no line is selected. */
    boolean showFrame() {
        Optional<LogLine> line = selected().stream().findFirst();
        line.ifPresent(desk::showFrameNear);
        return line.isPresent();
    }

    private void showOnly() {
        selected().stream().findFirst().map(LogLine::requestId).ifPresent(viewModel::showOnly);
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu(
                item("logs.showFrame", this::showFrame),
                item("logs.showOnly", this::showOnly),
                new SeparatorMenuItem(),
                item("logs.copy.lines", this::copyLines),
                item("logs.copy.texts", () -> copy(LogText::copyTexts)));
        if (selected().isEmpty()) {
            menu.getItems().forEach(item -> item.setDisable(true));
        }
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void keyPressed(KeyEvent event) {
        if (COPY.match(event)) {
            copyLines();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            showFrame();
            event.consume();
        }
    }

    /** Copies the selected lines as they are listed. */
    void copyLines() {
        copy(LogText::copy);
    }

    private void copy(Function<List<LogLine>, String> text) {
        List<LogLine> chosen = selected();
        if (!chosen.isEmpty()) {
            desk.copy(text.apply(chosen));
        }
    }
}
