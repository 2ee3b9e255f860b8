package io.scflocal.app.connections;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Colours a node by how soon a limit cuts, through the pseudo-classes {@code :soon} and {@code :now}. */
final class UrgencyStyle {
    private static final PseudoClass SOON = PseudoClass.getPseudoClass("soon");
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");

    private UrgencyStyle() {}

    /** Null takes the colour away. */
    static void set(Node node, @Nullable Urgency urgency) {
        node.pseudoClassStateChanged(SOON, urgency == Urgency.SOON);
        node.pseudoClassStateChanged(NOW, urgency == Urgency.NOW);
    }
}
