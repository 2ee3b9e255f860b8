package io.scflocal.app.shell;

import io.scflocal.app.fx.LazyTab;
import io.scflocal.app.settings.SettingsFile;
import java.util.List;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

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
        root.getSelectionModel().selectedIndexProperty().subscribe(now -> makeRoom(tabs.get(now.intValue())));
        for (int i = 0; i < tabs.size(); i++) {
            LazyTab.fill(root.getTabs().get(i), tabs.get(i)::content);
        }
    }

    private void makeRoom(BottomTab tab) {
        root.setMinHeight(TABS_HEIGHT + Math.max(LEAST_CONTENT, tab.content().getMinHeight()));
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
