package io.scflocal.app.lines;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** One line on the screen, used for one after the other. */
final class LineRow extends Region {
    private static final double SIDE = 10;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass HIGHLIGHTED = PseudoClass.getPseudoClass("highlighted");

    private final TextFlow flow = new TextFlow();
    private Optional<Line> shown = Optional.empty();
    private int index = -1;
    private String highlight = "";

    LineRow() {
        getStyleClass().add("line-row");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        getChildren().add(flow);
        setManaged(false);
    }

    int index() {
        return index;
    }

    void show(int number, Line line, boolean selected, String part) {
        index = number;
        pseudoClassStateChanged(SELECTED, selected);
        if (!shown.equals(Optional.of(line))) {
            shown = Optional.of(line);
            setAccessibleText(line.text());
            flow.getChildren().setAll(line.runs().stream().map(LineRow::node).toList());
            highlight = "";
        }
        if (!highlight.equals(part)) {
            highlight = part;
            for (Node node : flow.getChildren()) {
                node.pseudoClassStateChanged(
                        HIGHLIGHTED,
                        !part.isEmpty() && ((Run) node.getUserData()).part().equals(part));
            }
        }
        applyCss();
    }

    private static Node node(Run run) {
        // Only a label has a background to highlight.
        Node node = run.part().isEmpty() ? new Text(run.text()) : new Label(run.text());
        node.getStyleClass().addAll("run", run.kind().styleClass());
        node.setUserData(run);
        return node;
    }

    /** Height when it is so wide. */
    double heightFor(double width) {
        return Math.ceil(flow.prefHeight(Math.max(1, width - 2 * SIDE)));
    }

    /** Width without a line break. */
    double naturalWidth() {
        return Math.ceil(flow.prefWidth(-1)) + 2 * SIDE;
    }

    @Override
    protected void layoutChildren() {
        flow.resizeRelocate(SIDE, 0, Math.max(1, getWidth() - 2 * SIDE), getHeight());
    }
}
