package io.scflocal.app.connections;

import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.relay.ConnectionAct;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one emulator and which of them is selected.
 *
 * <p>JavaFX thread only, but needs no running toolkit.
 */
public final class ConnectionsViewModel {
    private final ConnectionRows rows = new ConnectionRows();
    private final ReadOnlyObjectWrapper<@Nullable ConnectionRow> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper selectedConnection = new ReadOnlyIntegerWrapper(this, "selectedConnection");
    private final ReadOnlyIntegerWrapper openCount = new ReadOnlyIntegerWrapper(this, "openCount");
    private final ReadOnlyLongWrapper endedCount = new ReadOnlyLongWrapper(this, "endedCount");
    private final ReadOnlyBooleanWrapper updating = new ReadOnlyBooleanWrapper(this, "updating");
    private Consumer<String> filter = term -> {};
    private final ReadOnlyBooleanWrapper actable = new ReadOnlyBooleanWrapper(this, "actable");
    private final StringProperty address = new SimpleStringProperty(this, "address", "");
    private @Nullable Invocations invocations;
    private Actor actor = (connection, act) -> {};
    private long changesSeen;

    /** Does something to a live connection. */
    @FunctionalInterface
    public interface Actor {
        /** Does it soon; what becomes of it is the actor's business. */
        void act(int connection, ConnectionAct act);
    }

    /** Shows no connections yet. */
    public ConnectionsViewModel() {
        selected.addListener((property, before, now) ->
                selectedConnection.set(now == null ? 0 : now.invocation().connection()));
        actable.bind(selected.flatMap(ConnectionRow::snapshotProperty)
                .map(ConnectionSnapshot::idles)
                .orElse(false));
    }

    /** From now on shows these connections instead of those before, and {@code does} acts on them. */
    public void show(Invocations shown, Actor does) {
        invocations = shown;
        actor = does;
        changesSeen = -1;
        selected.set(null);
        update(rows::empty);
        refresh();
    }

    /** Looks what has changed; called some ten times a second. */
    public void refresh() {
        Invocations source = invocations;
        if (source == null) {
            return;
        }
        // Read before the rows are: a change in between is then seen twice rather than never.
        long changes = source.changes();
        if (changes == changesSeen) {
            rows.look();
            return;
        }
        changesSeen = changes;
        update(() -> rows.update(source.recent()));
        openCount.set(source.openCount());
        endedCount.set(source.endedCount());
    }

    private void update(Runnable change) {
        updating.set(true);
        try {
            change.run();
            ConnectionRow row = selected.get();
            if (row != null && !rows.has(row)) {
                selected.set(null);
            }
        } finally {
            updating.set(false);
        }
    }

    /** Makes {@code row} the selected one; null selects none. */
    void select(@Nullable ConnectionRow row) {
        selected.set(row);
    }

    /** Does something to the selected connection, if that is open. */
    void act(ConnectionAct act) {
        if (actable.get()) {
            actor.act(selectedConnection.get(), act);
        }
    }

    /** Whether something can be done to the selected connection: it is open. */
    public ReadOnlyBooleanProperty actableProperty() {
        return actable.getReadOnlyProperty();
    }

    /** Does what the idle timeout does, to the selected connection. */
    public void expireIdle() {
        act(new ConnectionAct.ExpireIdle());
    }

    /** Ends the selected connection without a Close frame. */
    public void drop() {
        act(new ConnectionAct.Drop());
    }

    /** Where a client can connect; empty while none can. */
    public StringProperty addressProperty() {
        return address;
    }

    /** The rows in the order of the table. */
    ObservableList<ConnectionRow> rows() {
        return rows;
    }

    /** Shows the frames of all connections with the path of the selected one. */
    void filterOnPath() {
        ConnectionRow row = selected.get();
        if (row != null) {
            String path = row.invocation().handshake().requestTarget().replaceFirst("\\?.*", "");
            select(null);
            filter.accept("conn.path == \"" + path.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        }
    }

    /** From now on {@code adder} is given what the frames are to be filtered on besides. */
    public void onFilter(Consumer<String> adder) {
        filter = adder;
    }

    /** The selected row; null when none is. */
    ReadOnlyObjectProperty<@Nullable ConnectionRow> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Number of the selected connection; 0 when none is selected. */
    public ReadOnlyIntegerProperty selectedConnectionProperty() {
        return selectedConnection.getReadOnlyProperty();
    }

    /** How many connections are open or connecting. */
    ReadOnlyIntegerProperty openCountProperty() {
        return openCount.getReadOnlyProperty();
    }

    /** How many connections have ended, those that have left the table included. */
    ReadOnlyLongProperty endedCountProperty() {
        return endedCount.getReadOnlyProperty();
    }

    /** True while rows come and go: what a table selects by itself then is not the user's choice. */
    ReadOnlyBooleanProperty updatingProperty() {
        return updating.getReadOnlyProperty();
    }
}
