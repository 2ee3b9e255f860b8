package io.scflocal.app.filter;

import io.scflocal.app.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputDialog;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The filters that have a name, and those that were used before. */
final class FilterMenu extends MenuButton {
    private static final int MOST_RECENT = 10;
    private static final int LONGEST = 60;
    private static final double NAME_WIDTH = 250;

    private final FilterViewModel model;
    private final Texts texts;

    FilterMenu(FilterViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("traffic-filter-menu");
        getStyleClass().addAll("flat", "filter-menu");
        setGraphic(new FontIcon("fth-star"));
        setFocusTraversable(true);
        accessibleTextProperty().bind(texts.bind("filter.menu"));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind("filter.menu"));
        setTooltip(tooltip);
        setOnShowing(event -> fill());
        fill();
    }

    private void fill() {
        getItems().clear();
        FilterPresets.BUILT_IN.forEach(
                (name, expression) -> add(texts.get("filter.preset." + name), expression, () -> model.use("$" + name)));
        List<String> own = model.presets().own();
        own.forEach(
                name -> add("$" + name, model.presets().texts().getOrDefault(name, ""), () -> model.use("$" + name)));
        getItems().addAll(new SeparatorMenuItem(), save());
        if (!own.isEmpty()) {
            getItems().add(forget(own));
        }
        List<String> recent = model.history().texts();
        if (!recent.isEmpty()) {
            getItems().addAll(new SeparatorMenuItem(), heading());
            recent.stream().limit(MOST_RECENT).forEach(text -> add(text, "", () -> model.use(text)));
        }
    }

    private void add(String name, String expression, Runnable action) {
        MenuItem item = expression.isEmpty() ? new MenuItem(shortened(name)) : named(name, expression);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        getItems().add(item);
    }

    /** The expression stands behind the name, as in a table. */
    private static MenuItem named(String name, String expression) {
        Label title = new Label(name);
        title.setMinWidth(NAME_WIDTH);
        Label shown = new Label(shortened(expression));
        shown.getStyleClass().addAll("mono", "muted");
        CustomMenuItem item = new CustomMenuItem(new HBox(title, shown));
        item.getContent().setAccessibleText(name + " " + expression);
        return item;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private MenuItem heading() {
        MenuItem heading = new MenuItem(texts.get("filter.recent"));
        heading.setDisable(true);
        return heading;
    }

    private MenuItem save() {
        MenuItem item = new MenuItem(texts.get("filter.save"));
        item.setId("traffic-filter-save");
        item.setDisable(!model.isKeepable());
        item.setOnAction(event -> askName());
        return item;
    }

    private void askName() {
        TextInputDialog dialog = new TextInputDialog();
        dialog.initOwner(getScene().getWindow());
        dialog.getDialogPane().getStylesheets().setAll(getScene().getStylesheets());
        dialog.setTitle(texts.get("filter.save.title"));
        dialog.setHeaderText(texts.get("filter.save.header"));
        dialog.setGraphic(null);
        dialog.getEditor().setId("traffic-preset-name");
        ButtonType save = new ButtonType(texts.get("filter.save.yes"), ButtonBar.ButtonData.OK_DONE);
        ButtonType cancel = new ButtonType(texts.get("filter.save.no"), ButtonBar.ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().setAll(save, cancel);
        dialog.setResultConverter(
                pressed -> pressed == save ? dialog.getEditor().getText() : null);
        Node ok = dialog.getDialogPane().lookupButton(save);
        ok.disableProperty().bind(dialog.getEditor().textProperty().map(name -> !FilterPresets.isName(name)));
        dialog.showAndWait().ifPresent(model::keep);
    }

    private Menu forget(List<String> own) {
        Menu menu = new Menu(texts.get("filter.forget"));
        for (String name : own) {
            MenuItem item = new MenuItem("$" + name);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.forget(name));
            menu.getItems().add(item);
        }
        return menu;
    }
}
