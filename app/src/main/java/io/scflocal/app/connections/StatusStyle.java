package io.scflocal.app.connections;

import io.scflocal.core.invocation.InvocationState;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Colours a node by how a connection stands, through {@code :connecting}, {@code :open}, {@code :success} and {@code :failure}. */
final class StatusStyle {
    private static final PseudoClass CONNECTING = PseudoClass.getPseudoClass("connecting");
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass SUCCESS = PseudoClass.getPseudoClass("success");
    private static final PseudoClass FAILURE = PseudoClass.getPseudoClass("failure");

    private StatusStyle() {}

    /** Null takes the colour away. */
    static void set(Node node, @Nullable ConnectionSnapshot snapshot) {
        boolean ended = snapshot != null && snapshot.end().isPresent();
        boolean success = ended && snapshot.end().orElseThrow().status().isSuccess();
        node.pseudoClassStateChanged(CONNECTING, snapshot != null && snapshot.state() == InvocationState.CONNECTING);
        node.pseudoClassStateChanged(OPEN, snapshot != null && snapshot.state() == InvocationState.OPEN);
        node.pseudoClassStateChanged(SUCCESS, success);
        node.pseudoClassStateChanged(FAILURE, ended && !success);
    }
}
