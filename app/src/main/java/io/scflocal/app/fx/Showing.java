package io.scflocal.app.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Nodes that come and go. */
public final class Showing {
    private Showing() {}

    /** Shows {@code node} while {@code shown} is true; at other times it takes no room either. */
    public static void showWhile(Node node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }
}
