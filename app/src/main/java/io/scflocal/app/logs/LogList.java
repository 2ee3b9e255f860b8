package io.scflocal.app.logs;

import io.scflocal.app.text.Texts;
import io.scflocal.core.invocation.LogLine;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The rows of the log, and what can be copied from them. */
final class LogList extends ListView<LogRow> {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double ROW_HEIGHT = 19;

    private final LogViewModel viewModel;
    private final Texts texts;

    LogList(LogViewModel viewModel, Texts texts) {
        super(viewModel.rows());
        this.viewModel = viewModel;
        this.texts = texts;
        setId("logList");
        getStyleClass().add("log-list");
        setFixedCellSize(ROW_HEIGHT);
        setCellFactory(list -> new LogLineCell(texts));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setPlaceholder(placeholder());
        setContextMenu(menu());
        addEventHandler(KeyEvent.KEY_PRESSED, this::copyOnShortcut);
        texts.languageProperty().addListener((property, before, now) -> refresh());
        TailFollower.attach(this, viewModel.followingProperty());
    }

    private Label placeholder() {
        Label label = new Label();
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        this::whyEmpty,
                        texts.languageProperty(),
                        viewModel.findProperty(),
                        viewModel.requestIdProperty()));
        label.getStyleClass().addAll("muted", "empty-text");
        label.setWrapText(true);
        return label;
    }

    private String whyEmpty() {
        boolean all = viewModel.findProperty().get().isEmpty()
                && viewModel.requestIdProperty().get().isEmpty();
        return texts.get(all ? "logs.empty" : "logs.noMatch");
    }

    private ContextMenu menu() {
        return new ContextMenu(copyItem("lines", LogText::copy), copyItem("texts", LogText::copyTexts));
    }

    private MenuItem copyItem(String name, Function<List<LogLine>, String> text) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(texts.bind("logs.copy." + name));
        item.disableProperty().bind(getSelectionModel().selectedItemProperty().isNull());
        item.setOnAction(event -> copy(text));
        return item;
    }

    private void copyOnShortcut(KeyEvent event) {
        if (COPY.match(event)) {
            copy(LogText::copy);
            event.consume();
        }
    }

    private void copy(Function<List<LogLine>, String> text) {
        List<LogLine> lines = LogViewModel.lines(getSelectionModel().getSelectedItems());
        if (!lines.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text.apply(lines));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
