package io.scflocal.app.shell;

import io.scflocal.app.fx.Showing;
import io.scflocal.app.fx.Theme;
import io.scflocal.app.settings.KnownFolder;
import io.scflocal.app.start.StartViewModel;
import io.scflocal.app.text.Texts;
import io.scflocal.core.EmulatorState;
import java.util.Arrays;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar at the head of the window. */
final class ToolBarView {
    /** Of a longer name so much stays to be read, in pixels. */
    private static final double LEAST_NAME = 60;

    private final StateViewModel model;
    private final Commands commands;
    private final Texts texts;
    private final HBox root = new HBox();

    ToolBarView(StateViewModel model, Commands commands, Runnable toggleSide) {
        this.model = model;
        this.commands = commands;
        this.texts = commands.preferences().texts();
        root.getStyleClass().add("top-bar");
        root.setAlignment(Pos.CENTER_LEFT);
        Label product = new Label("SCF Local");
        product.getStyleClass().add("product");
        Showing.showWhile(product, model.open().not());
        Button side = iconButton("side-bar", "fth-sidebar", toggleSide);
        side.getStyleClass().addAll("button-icon", "flat");
        Showing.showWhile(side, model.open());
        root.getChildren().addAll(product, side, functionMenu());
        root.getChildren().addAll(runButtons());
        root.getChildren().addAll(statePill(), new AddressBar(model, texts).root());
        root.getChildren().addAll(themeButton(), languageButton(), settingsButton());
    }

    Region root() {
        return root;
    }

    private MenuButton functionMenu() {
        MenuButton menu = new MenuButton();
        menu.setId("function-menu");
        menu.textProperty().bind(model.nameProperty());
        menu.setMnemonicParsing(false);
        menu.setMinWidth(LEAST_NAME);
        menu.getStyleClass().add("function-menu");
        tip(menu, texts.bind("shell.function.tip"));
        menu.setOnShowing(event -> fill(menu));
        fill(menu);
        Showing.showWhile(menu, model.open());
        return menu;
    }

    private void fill(MenuButton menu) {
        menu.getItems().setAll(item("shell.open-another", commands.chooseFolder()), new SeparatorMenuItem());
        for (KnownFolder folder : commands.preferences().folders().newestFirst()) {
            MenuItem recent = new MenuItem(StartViewModel.shortened(folder.path()));
            recent.setMnemonicParsing(false);
            recent.setOnAction(event -> commands.openFolder().accept(folder.path()));
            menu.getItems().add(recent);
        }
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("shell.pack", commands.cards().pack()),
                        item("shell.serverless", commands.cards().serverless()),
                        new SeparatorMenuItem(),
                        item("shell.close", () -> commands.session().close()));
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(texts.bind(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private Node[] runButtons() {
        Button run = button("run", glyph("run"), commands.session()::run);
        Button stop = button("stop", glyph("stop"), commands.session()::stop);
        Button restart = button("restart", new FontIcon("fth-rotate-cw"), commands.session()::restart);
        Button reload = iconButton("reload", "fth-zap", commands.session()::reload);
        Showing.showWhile(run, model.open().and(model.busy().not()));
        Showing.showWhile(stop, model.open().and(model.busy()));
        Showing.showWhile(restart, model.open());
        Showing.showWhile(reload, model.open());
        ToggleButton debug = debugButton();
        Showing.showWhile(debug, model.open());
        reload.disableProperty().bind(restart.disableProperty());
        stop.getStyleClass().add("stop-button");
        stop.disableProperty().bind(model.session().stateProperty().isEqualTo(EmulatorState.STOPPING));
        restart.disableProperty().bind(model.session().stateProperty().isNotEqualTo(EmulatorState.RUNNING));
        return new Node[] {run, stop, restart, reload, debug};
    }

    private ToggleButton debugButton() {
        ToggleButton debug = new ToggleButton();
        debug.setId("debug");
        debug.setGraphic(new FontIcon("fth-crosshair"));
        debug.accessibleTextProperty().bind(texts.bind("shell.debug"));
        debug.setOnAction(event -> commands.toggleDebug());
        commands.session().debugProperty().subscribe(debug::setSelected);
        tip(debug, texts.bind("shell.debug.tip"));
        return debug;
    }

    private Button iconButton(String key, String icon, Runnable action) {
        Button button = button(key, new FontIcon(icon), action);
        button.accessibleTextProperty().bind(texts.bind("shell." + key));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        return button;
    }

    private Button button(String key, Node graphic, Runnable action) {
        Button button = new Button();
        button.setId(key);
        button.textProperty().bind(texts.bind("shell." + key));
        button.setGraphic(graphic);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        tip(button, texts.bind("shell." + key + ".tip"));
        return button;
    }

    private Label statePill() {
        Label pill = new Label();
        pill.setId("state");
        pill.textProperty().bind(model.stateTextProperty());
        pill.setGraphic(glyph("dot"));
        pill.setMinWidth(Region.USE_PREF_SIZE);
        pill.getStyleClass().addAll("pill", "state-pill");
        model.healthProperty().subscribe(now -> Arrays.stream(EmulatorState.values())
                .forEach(state -> pill.pseudoClassStateChanged(
                        PseudoClass.getPseudoClass(state.name().toLowerCase(Locale.ROOT)), state == now)));
        Showing.showWhile(pill, model.open());
        return pill;
    }

    private Button themeButton() {
        Button button = new Button();
        button.setId("theme");
        button.setGraphic(glyph("theme"));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setOnAction(event -> commands.preferences().nextTheme());
        ObservableValue<String> text = texts.bind(
                "shell.theme",
                commands.preferences().appearance().themeProperty().map(Theme::ordinal));
        button.accessibleTextProperty().bind(text);
        tip(button, text);
        return button;
    }

    private Button languageButton() {
        Button button = new Button("中 / EN");
        button.setId("language");
        button.getStyleClass().addAll("flat", "language-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> commands.preferences().otherLanguage());
        button.accessibleTextProperty().bind(texts.bind("shell.language"));
        tip(button, texts.bind("shell.language"));
        return button;
    }

    private Button settingsButton() {
        Button button = new Button();
        button.setId("settings");
        button.setGraphic(new FontIcon("fth-settings"));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setOnAction(event -> commands.cards().settings().run());
        button.accessibleTextProperty().bind(texts.bind("settings.title"));
        tip(button, texts.bind("settings.tip"));
        return button;
    }

    private static Region glyph(String name) {
        Region glyph = new Region();
        glyph.getStyleClass().addAll("glyph", "glyph-" + name);
        return glyph;
    }

    private static void tip(Control control, ObservableValue<String> text) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(text);
        control.setTooltip(tooltip);
    }
}
