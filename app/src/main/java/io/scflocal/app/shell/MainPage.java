package io.scflocal.app.shell;

import io.scflocal.app.settings.SettingsFile;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The page of an open function: side bar on the left; connections, traffic and logs one above the other. */
public final class MainPage {
    private static final double[] ROWS = {0.25, 0.76};
    private static final double[] COLUMNS = {0.185};
    private static final double MIN_SIDE_BAR = 220;
    private static final double MIN_PANE = 60;

    private final SettingsFile settings;
    private final SplitPane root;

    /**
     * Lays out the panes.
     *
     * @param settings where the dividers are remembered
     */
    public MainPage(Panes panes, Region failure, SettingsFile settings) {
        this.settings = settings;
        SplitPane rows = split("rows", Orientation.VERTICAL, ROWS, panes.connections(), panes.traffic(), panes.logs());
        VBox.setVgrow(rows, Priority.ALWAYS);
        panes.side().setMinWidth(MIN_SIDE_BAR);
        root = split("columns", Orientation.HORIZONTAL, COLUMNS, panes.side(), new VBox(failure, rows));
        SplitPane.setResizableWithParent(panes.side(), false);
    }

    /**
     * What the page is made of.
     *
     * @param side the function and its settings
     * @param connections the table of connections
     * @param traffic frames and the detail of one
     * @param logs the log
     */
    public record Panes(Region side, Region connections, Region traffic, Region logs) {}

    /** The node to be placed. */
    public Region root() {
        return root;
    }

    private SplitPane split(String name, Orientation orientation, double[] positions, Region... panes) {
        SplitPane split = new SplitPane(panes);
        split.setId("split-" + name);
        split.setOrientation(orientation);
        for (Region pane : panes) {
            pane.setMinHeight(MIN_PANE);
        }
        for (int i = 0; i < positions.length; i++) {
            String key = "divider." + name + "." + i;
            SplitPane.Divider divider = split.getDividers().get(i);
            divider.setPosition(settings.number(key).orElse(positions[i]));
            divider.positionProperty()
                    .addListener(
                            (property, before, now) -> settings.put(key, Math.round(now.doubleValue() * 1e4) / 1e4));
        }
        return split;
    }
}
