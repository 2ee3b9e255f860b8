package io.scflocal.app.connections;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A cell coloured by how its connection stands. */
final class StatusCell extends ConnectionCell {
    private final @Nullable Node dot;

    private StatusCell(Function<ConnectionSnapshot, String> text, @Nullable Node dot) {
        super(text);
        this.dot = dot;
    }

    /** The text itself is coloured; it is also its own tooltip, as the column may be too narrow for it. */
    static StatusCell coloured(Function<ConnectionSnapshot, String> text) {
        StatusCell cell = new StatusCell(text, null);
        cell.getStyleClass().add("result-cell");
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(cell.textProperty());
        cell.emptyProperty().subscribe(empty -> cell.setTooltip(empty ? null : tooltip));
        return cell;
    }

    /** A coloured dot stands before the text. */
    static StatusCell withDot(Function<ConnectionSnapshot, String> text) {
        Region dot = new Region();
        dot.getStyleClass().add("state-dot");
        return new StatusCell(text, dot);
    }

    @Override
    void show(ConnectionSnapshot snapshot) {
        setGraphic(dot);
        StatusStyle.set(this, snapshot);
    }

    @Override
    void clear() {
        StatusStyle.set(this, null);
    }
}
