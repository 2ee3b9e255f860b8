package io.scflocal.app.shell;

import io.scflocal.app.settings.SettingsFile;
import java.util.List;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;

/**
 * The tabs below the frames: the log and whatever else is about the whole function. The one that was open is open again the next time.
 *
 * <p>JavaFX thread only.
 */
final class BottomTabs {
    private static final String KEY = "bottom.tab";
    private static final double TABS_HEIGHT = 40;
    /** A bar and a line, for contents that don't say what they need. */
    private static final double LEAST_CONTENT = 52;

    private final TabPane root = new TabPane();

    BottomTabs(List<BottomTab> tabs, SettingsFile settings) {
        root.getStyleClass().add("bottom-tabs");
        root.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.forEach(tab -> root.getTabs().add(made(tab)));
        settings.get(KEY).ifPresent(this::select);
        root.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> settings.put(KEY, now.getId()));
        root.getSelectionModel().selectedItemProperty().subscribe(now -> fill(now, tabs));
    }

    /** A tab is filled when it is looked at: nodes in a window cost time even while they can't be seen. */
    private void fill(Tab tab, List<BottomTab> tabs) {
        Region content = tabs.get(root.getTabs().indexOf(tab)).content();
        if (tab.getContent() == null) {
            tab.setContent(content);
        }
        root.setMinHeight(TABS_HEIGHT + Math.max(LEAST_CONTENT, content.getMinHeight()));
    }

    TabPane root() {
        return root;
    }

    /** Brings the tab with this id to the front; does nothing if there is none. */
    void select(String id) {
        root.getTabs().stream()
                .filter(tab -> tab.getId().equals(id))
                .findFirst()
                .ifPresent(root.getSelectionModel()::select);
    }

    /** Whether the tab with this id is at the front. */
    boolean isShown(String id) {
        return root.getSelectionModel().getSelectedItem().getId().equals(id);
    }

    private static Tab made(BottomTab tab) {
        Tab made = new Tab();
        made.setId(tab.id());
        made.textProperty().bind(tab.title());
        return made;
    }
}
