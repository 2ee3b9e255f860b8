package io.scflocal.app.lines;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** What the mouse does with lines. */
final class LineMouse {
    private final LineArea area;
    private final ShownLines shown;
    private final LineBars bars;

    private LineMouse(LineArea area, ShownLines shown, LineBars bars) {
        this.area = area;
        this.shown = shown;
        this.bars = bars;
    }

    static void attach(LineArea area, ShownLines shown, LineBars bars) {
        LineMouse mouse = new LineMouse(area, shown, bars);
        area.addEventHandler(ScrollEvent.SCROLL, mouse::scrolled);
        area.addEventHandler(MouseEvent.MOUSE_PRESSED, mouse::pressed);
        area.addEventHandler(MouseEvent.MOUSE_MOVED, event -> area.hoveredProperty()
                .set(run(event).map(Run::part).orElse("")));
        area.addEventHandler(
                MouseEvent.MOUSE_EXITED, event -> area.hoveredProperty().set(""));
    }

    private void scrolled(ScrollEvent event) {
        bars.shift(-event.getDeltaX());
        shown.scroll(-event.getDeltaY());
        event.consume();
    }

    private void pressed(MouseEvent event) {
        if (!bars.isHit(event)) {
            area.requestFocus();
            area.rowAt(event.getY()).ifPresent(row -> area.pressed(row.index(), run(event), event));
            // A pane of tabs would take the focus that it does not see taken, and the arrow keys with it.
            event.consume();
        }
    }

    private static Optional<Run> run(MouseEvent event) {
        for (Node node = event.getTarget() instanceof Node target ? target : null;
                node != null && !(node instanceof LineArea);
                node = node.getParent()) {
            if (node.getUserData() instanceof Run run) {
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }
}
