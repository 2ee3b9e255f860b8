package io.scflocal.app.connections;

import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationState;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One row of the table of connections; the same object from the connection's beginning until it has left the table.
 *
 * <p>JavaFX thread only.
 */
final class ConnectionRow {
    private final Invocation invocation;
    private final ReadOnlyObjectWrapper<ConnectionSnapshot> snapshot;

    ConnectionRow(Invocation invocation) {
        this.invocation = invocation;
        snapshot = new ReadOnlyObjectWrapper<>(this, "snapshot", ConnectionSnapshot.of(invocation));
    }

    /** The connection. */
    Invocation invocation() {
        return invocation;
    }

    /** What was seen of it at the last look. */
    ReadOnlyObjectProperty<ConnectionSnapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /** What was seen of it at the last look. */
    ConnectionSnapshot snapshot() {
        return snapshot.get();
    }

    /** Whether it had ended at the last look. */
    boolean ended() {
        return snapshot().state() == InvocationState.ENDED;
    }

    /** Looks again; nothing changes any more after the end. */
    void look() {
        if (!ended()) {
            snapshot.set(snapshot().next());
        }
    }
}
