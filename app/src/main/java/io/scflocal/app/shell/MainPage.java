package io.scflocal.app.shell;

import io.scflocal.app.fx.Showing;
import io.scflocal.app.settings.Dividers;
import io.scflocal.app.settings.SettingsFile;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The page of an open function: side bar on the left; connections, traffic and the bottom tabs one above the other. */
public final class MainPage {
    private static final String SIDE_HIDDEN = "side.hidden";
    /** Its bar, its header and two rows. */
    private static final double MIN_TRAFFIC = 108;

    private final BooleanProperty sideShown = new SimpleBooleanProperty(this, "sideShown");
    private final HBox root;
    private final BottomTabs tabs;

    /**
     * Lays out the panes.
     *
     * @param failure shown above the panes while there is a failure
     * @param settings where the dividers and the open tab are remembered
     */
    public MainPage(Panes panes, Region failure, SettingsFile settings) {
        tabs = new BottomTabs(panes.bottom(), settings);
        Region bottom = tabs.root();
        SplitPane rows = new SplitPane(panes.connections(), panes.traffic(), bottom);
        rows.setOrientation(Orientation.VERTICAL);
        panes.traffic().setMinHeight(MIN_TRAFFIC);
        Dividers.remember(rows, settings, "rows", 0.24, 0.70);
        VBox.setVgrow(rows, Priority.ALWAYS);
        VBox centre = new VBox(failure, rows);
        HBox.setHgrow(centre, Priority.ALWAYS);
        centre.setMinWidth(0);
        sideShown.set(settings.get(SIDE_HIDDEN).isEmpty());
        sideShown.addListener((property, before, shown) -> rememberSide(settings, shown));
        Showing.showWhile(panes.side(), sideShown);
        root = new HBox(panes.side(), centre);
        root.getStyleClass().add("main-page");
    }

    /**
     * What the page is made of.
     *
     * @param side the function and its settings
     * @param connections the table of connections
     * @param traffic frames and the detail of one
     * @param bottom the tabs below the frames
     */
    public record Panes(Region side, Region connections, Region traffic, List<BottomTab> bottom) {}

    /** The node to be placed. */
    public Region root() {
        return root;
    }

    /** The tabs below the frames. */
    Region bottom() {
        return tabs.root();
    }

    /** Shows the side bar, or gives its room to the frames; remembered. */
    void toggleSide() {
        sideShown.set(!sideShown.get());
    }

    private static void rememberSide(SettingsFile settings, boolean shown) {
        if (shown) {
            settings.removeAll(SIDE_HIDDEN);
        } else {
            settings.put(SIDE_HIDDEN, true);
        }
    }

    /** Brings a tab below the frames to the front; does nothing if there is none with this id. */
    void showTab(String id) {
        tabs.select(id);
    }

    /** Brings a tab below the frames to the front and gives it the focus. */
    void focusTab(String id) {
        tabs.select(id);
        tabs.root().requestFocus();
    }

    /** Whether this tab is at the front below the frames. */
    boolean isTabShown(String id) {
        return tabs.isShown(id);
    }
}
