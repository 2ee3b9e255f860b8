package io.scflocal.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;

/**
 * Leads the focus from pane to pane by keys.
 *
 * <p>JavaFX thread only.
 */
final class PaneSteps {
    /** In the order in which they are gone through; one that lies in another one comes after it. */
    private static final List<Stop> STOPS = List.of(
            new Stop(".connections", "#connectionTable"),
            new Stop(".traffic", "#traffic-grid"),
            new Stop(".frame-detail", ".frame-detail > .tab-pane"),
            new Stop(".bottom-tabs", ".bottom-tabs"));

    private final Parent page;

    /**
     * A pane.
     *
     * @param pane selects it
     * @param target selects what of it gets the focus
     */
    private record Stop(String pane, String target) {}

    /** Goes through the panes of {@code page}. */
    PaneSteps(Parent page) {
        this.page = page;
    }

    /** Gives the focus to the next pane that can be seen, or the previous one; beyond the last one comes the first one. */
    void step(boolean forward) {
        int count = STOPS.size();
        int from = focused().orElse(forward ? count - 1 : 0);
        for (int i = 1; i <= count; i++) {
            Node target = page.lookup(STOPS.get(Math.floorMod(forward ? from + i : from - i, count))
                    .target());
            if (target != null && target.isVisible()) {
                target.requestFocus();
                return;
            }
        }
    }

    private Optional<Integer> focused() {
        Optional<Node> owner = Optional.ofNullable(page.getScene().getFocusOwner());
        Optional<Integer> last = Optional.empty();
        for (int i = 0; i < STOPS.size(); i++) {
            Node pane = page.lookup(STOPS.get(i).pane());
            if (owner.stream().flatMap(PaneSteps::upwards).anyMatch(node -> node == pane)) {
                last = Optional.of(i);
            }
        }
        return last;
    }

    private static Stream<Node> upwards(Node node) {
        return Stream.iterate(node, above -> above != null, Node::getParent);
    }
}
