package io.scflocal.app.logs;

import io.scflocal.app.text.PatternText;
import io.scflocal.app.text.Texts;
import io.scflocal.core.invocation.LogSource;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** What is to be found in the log, and what can be done with all of it. */
final class LogBar extends HBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final LogViewModel viewModel;
    private final Texts texts;
    private final LogDesk desk;
    private final TextField find = new TextField();

    LogBar(LogViewModel viewModel, Texts texts, LogDesk desk, BooleanProperty wrap) {
        this.viewModel = viewModel;
        this.texts = texts;
        this.desk = desk;
        getStyleClass().add("log-tools");
        ToggleButton regex = new ToggleButton(".*");
        regex.setId("logRegex");
        regex.selectedProperty().bindBidirectional(viewModel.criteria().regexProperty());
        ToggleButton wrapping = new ToggleButton();
        wrapping.setId("logWrap");
        wrapping.textProperty().bind(texts.bind("logs.wrap"));
        wrapping.selectedProperty().bindBidirectional(wrap);
        tip(regex, "logs.regex");
        tip(wrapping, "logs.wrap.tooltip");
        Button clear = button("logs.clear", "logClear", viewModel::clear);
        Button undo = button("logs.undo", "logUndo", viewModel::undoClear);
        clear.visibleProperty().bind(viewModel.clearedBeforeProperty().isEqualTo(0));
        undo.visibleProperty().bind(clear.visibleProperty().not());
        clear.managedProperty().bind(clear.visibleProperty());
        undo.managedProperty().bind(undo.visibleProperty());
        Button save = button("logs.export", "logExport", this::export);
        getChildren().addAll(findBox(), regex, filter(), wrapping, clear, undo, save);
    }

    private Button button(String key, String id, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        button.setOnAction(event -> action.run());
        tip(button, key + ".tooltip");
        return button;
    }

    private void tip(ButtonBase button, String key) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind(key));
        button.setTooltip(tip);
        button.setMinWidth(USE_PREF_SIZE);
    }

    private TextField findBox() {
        find.setId("logFind");
        find.getStyleClass().add("log-find");
        find.promptTextProperty().bind(texts.bind("logs.find"));
        find.textProperty().bindBidirectional(viewModel.criteria().findProperty());
        Tooltip error = new Tooltip();
        error.textProperty()
                .bind(texts.bind(
                        "logs.wrongRegex",
                        Bindings.createStringBinding(
                                () -> PatternText.of(
                                        texts.messages(),
                                        viewModel.criteria().findErrorProperty().get()),
                                viewModel.criteria().findErrorProperty(),
                                texts.languageProperty())));
        viewModel.criteria().findErrorProperty().addListener((property, before, now) -> {
            find.pseudoClassStateChanged(WRONG, !now.isEmpty());
            find.setTooltip(now.isEmpty() ? null : error);
        });
        find.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                find.clear();
                event.consume();
            }
        });
        return find;
    }

    void focusFind() {
        find.requestFocus();
        find.selectAll();
    }

    private MenuButton filter() {
        MenuButton menu = new MenuButton();
        menu.setId("logFilter");
        menu.textProperty().bind(texts.bind("logs.filter"));
        menu.setMinWidth(USE_PREF_SIZE);
        source(menu, "platform", LogSource.PLATFORM, LogSource.PLATFORM_ERROR);
        source(menu, "stdout", LogSource.STDOUT);
        source(menu, "stderr", LogSource.STDERR);
        menu.getItems().add(new SeparatorMenuItem());
        ToggleGroup levels = new ToggleGroup();
        for (LogLevel level : LogLevel.values()) {
            RadioMenuItem item = new RadioMenuItem();
            item.textProperty().bind(texts.bind("logs.level." + level.name().toLowerCase(Locale.ROOT)));
            item.setToggleGroup(levels);
            item.setSelected(level == viewModel.criteria().levelProperty().get());
            item.setOnAction(event -> viewModel.criteria().levelProperty().set(level));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void source(MenuButton menu, String name, LogSource... sources) {
        CheckMenuItem item = new CheckMenuItem();
        item.textProperty().bind(texts.bind("logs.source." + name));
        item.setSelected(true);
        item.selectedProperty().addListener((property, before, now) -> {
            if (now) {
                viewModel.criteria().sources().addAll(List.of(sources));
            } else {
                viewModel.criteria().sources().removeAll(List.of(sources));
            }
        });
        menu.getItems().add(item);
    }

    /** Asks for a file and writes the listed lines into it. */
    void export() {
        desk.chooseFile("invocation.log").ifPresent(viewModel::export);
    }
}
