package io.scflocal.app.settings;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/** Where the user has put the dividers between panes. JavaFX thread only. */
public final class Dividers {
    private Dividers() {}

    /**
     * Puts the dividers where they were the last time, keeps them there in proportion when the size changes, and remembers where they
     * are moved to.
     *
     * @param name of the panes in the settings
     * @param first where they stand as long as nobody has moved them, from 0 to 1
     */
    public static void remember(SplitPane panes, SettingsFile settings, String name, double... first) {
        double[] wanted = first.clone();
        for (int i = 0; i < first.length; i++) {
            wanted[i] = settings.number(key(name, i)).orElse(first[i]);
        }
        panes.setDividerPositions(wanted);
        // The positions drift when the room changes or a neighbour comes and goes; only the user's own hand counts.
        length(panes).addListener((property, before, now) -> panes.setDividerPositions(wanted));
        panes.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getTarget() instanceof Node node && node.getStyleClass().contains("split-pane-divider")) {
                for (int i = 0; i < wanted.length; i++) {
                    wanted[i] = panes.getDividerPositions()[i];
                    settings.put(key(name, i), wanted[i]);
                }
            }
        });
    }

    private static ReadOnlyDoubleProperty length(SplitPane panes) {
        return panes.getOrientation() == Orientation.VERTICAL ? panes.heightProperty() : panes.widthProperty();
    }

    private static String key(String name, int divider) {
        return "divider." + name + "." + divider;
    }
}
