package io.scflocal.app.shell;

import io.scflocal.app.settings.SettingsFile;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The page of an open function: side bar on the left; connections, traffic and the bottom tabs one above the other. */
public final class MainPage {
    private static final String KEY = "divider.rows.";
    private static final double[] ROWS = {0.24, 0.70};
    /** Its bar, its header and two rows. */
    private static final double MIN_TRAFFIC = 120;

    private static final double MIN_PANE = 60;

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
        bottom.setMinHeight(MIN_PANE);
        remember(rows, settings);
        VBox.setVgrow(rows, Priority.ALWAYS);
        VBox centre = new VBox(failure, rows);
        HBox.setHgrow(centre, Priority.ALWAYS);
        centre.setMinWidth(0);
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

    /** Brings a tab below the frames to the front; does nothing if there is none with this id. */
    void showTab(String id) {
        tabs.select(id);
    }

    /** Whether this tab is at the front below the frames. */
    boolean isTabShown(String id) {
        return tabs.isShown(id);
    }

    private static void remember(SplitPane rows, SettingsFile settings) {
        double[] wanted = ROWS.clone();
        for (int i = 0; i < ROWS.length; i++) {
            wanted[i] = settings.number(KEY + i).orElse(ROWS[i]);
        }
        // The positions drift when the window or the failure's card comes and goes; only the user's own hand counts.
        rows.heightProperty().addListener((property, before, now) -> rows.setDividerPositions(wanted));
        rows.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getTarget() instanceof Node node && node.getStyleClass().contains("split-pane-divider")) {
                for (int i = 0; i < wanted.length; i++) {
                    wanted[i] = rows.getDividerPositions()[i];
                    settings.put(KEY + i, wanted[i]);
                }
            }
        });
    }
}
