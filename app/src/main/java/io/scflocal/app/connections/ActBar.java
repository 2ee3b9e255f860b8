package io.scflocal.app.connections;

import io.scflocal.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What can be done to the selected connection, and a button for a connection of one's own. */
final class ActBar extends HBox {
    private final Texts texts;

    ActBar(ConnectionsViewModel viewModel, Texts texts, Runnable connect) {
        this.texts = texts;
        getStyleClass().add("act-bar");
        setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(this, Priority.ALWAYS);
        getChildren()
                .addAll(
                        button("connect", connect),
                        whileOpen(button("expire", viewModel::expireIdle), viewModel.actableProperty()),
                        whileOpen(button("drop", viewModel::drop), viewModel.actableProperty()),
                        close(viewModel));
    }

    private Button button(String name, Runnable action) {
        Button button = new Button();
        button.setId("connection-" + name);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty().bind(texts.bind("connections.act." + name));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind("connections.act." + name + ".tip"));
        button.setTooltip(tip);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Button whileOpen(Button button, ObservableBooleanValue open) {
        button.disableProperty().bind(Bindings.not(open));
        return button;
    }

    private MenuButton close(ConnectionsViewModel viewModel) {
        MenuButton menu = new MenuButton();
        menu.setId("connection-close");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.getStyleClass().add("close-button");
        menu.textProperty().bind(texts.bind("connections.act.close"));
        CloseForm form = new CloseForm(texts, act -> {
            menu.hide();
            viewModel.act(act);
        });
        CustomMenuItem item = new CustomMenuItem(form, false);
        item.getStyleClass().add("close-form-item");
        menu.getItems().add(item);
        menu.setOnShown(event -> form.focus());
        menu.disableProperty().bind(viewModel.actableProperty().not());
        return menu;
    }
}
