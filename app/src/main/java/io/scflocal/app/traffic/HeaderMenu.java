package io.scflocal.app.traffic;

import io.scflocal.app.text.Texts;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Chooses the columns and what the time column shows. */
final class HeaderMenu extends ContextMenu {
    private final GridSettings settings;
    private final Texts texts;

    HeaderMenu(GridSettings settings, Texts texts, List<Column> withoutRoom) {
        this.settings = settings;
        this.texts = texts;
        for (Column column : Column.values()) {
            getItems().add(column(column, withoutRoom.contains(column)));
        }
        getItems().add(new SeparatorMenuItem());
        for (TimeMode mode : TimeMode.values()) {
            getItems().add(time(mode));
        }
        getItems().addAll(new SeparatorMenuItem(), reset());
    }

    private CheckMenuItem column(Column column, boolean withoutRoom) {
        String name = texts.get(column.nameKey());
        CheckMenuItem item = new CheckMenuItem(withoutRoom ? texts.get("frames.columns.noRoom", name) : name);
        item.setSelected(settings.columns().isChosen(column));
        item.setOnAction(event -> {
            settings.columns().choose(column, item.isSelected());
            settings.rememberColumns();
        });
        return item;
    }

    private RadioMenuItem time(TimeMode mode) {
        RadioMenuItem item = new RadioMenuItem(texts.get(mode.key()));
        item.setSelected(settings.timeProperty().get() == mode);
        item.setOnAction(event -> settings.showTime(mode));
        return item;
    }

    private MenuItem reset() {
        MenuItem item = new MenuItem(texts.get("frames.columns.reset"));
        item.setOnAction(event -> {
            settings.columns().reset();
            settings.rememberColumns();
        });
        return item;
    }
}
