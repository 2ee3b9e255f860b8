package io.scflocal.app.connections;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A cell of the table of connections that shows a text, by default without a colour of its own. */
class ConnectionCell extends TableCell<ConnectionRow, ConnectionSnapshot> {
    private final Function<ConnectionSnapshot, String> text;

    ConnectionCell(Function<ConnectionSnapshot, String> text) {
        this.text = text;
    }

    /** A cell that also shows {@code whole} under the mouse, for what is cut or shortened in the cell. */
    static ConnectionCell withTooltip(
            Function<ConnectionSnapshot, String> text, Function<ConnectionSnapshot, String> whole) {
        ConnectionCell cell = new ConnectionCell(text);
        cell.tip(whole);
        return cell;
    }

    /** Shows words under the mouse. */
    final void tip(Function<ConnectionSnapshot, String> words) {
        Tooltip tooltip = new Tooltip();
        tooltip.setOnShowing(event -> {
            ConnectionSnapshot snapshot = getItem();
            tooltip.setText(snapshot == null ? "" : words.apply(snapshot));
        });
        emptyProperty().subscribe(empty -> setTooltip(empty ? null : tooltip));
    }

    @Override
    protected final void updateItem(@Nullable ConnectionSnapshot snapshot, boolean empty) {
        super.updateItem(snapshot, empty);
        if (empty || snapshot == null) {
            setText(null);
            setGraphic(null);
            clear();
        } else {
            setText(text.apply(snapshot));
            show(snapshot);
        }
    }

    /** Shows what goes beyond the text. */
    void show(ConnectionSnapshot snapshot) {}

    /** Takes back what {@link #show} has done; text and graphic are gone already. */
    void clear() {}

    /** What every column of the table takes as its value. */
    static ObservableValue<ConnectionSnapshot> value(ConnectionRow row) {
        return row.snapshotProperty();
    }
}
