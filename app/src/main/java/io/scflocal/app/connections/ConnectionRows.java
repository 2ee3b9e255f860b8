package io.scflocal.app.connections;

import io.scflocal.core.invocation.Invocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ModifiableObservableListBase;

/**
 * The rows of the table: open ones first, then ended ones, newest first in each. It is brought up to date by its differences, which
 * are told in one change, so that a table keeps its place and redraws once however many connections come and go.
 *
 * <p>JavaFX thread only.
 */
final class ConnectionRows extends ModifiableObservableListBase<ConnectionRow> {
    private final List<ConnectionRow> rows = new ArrayList<>();
    private final Map<Integer, ConnectionRow> byConnection = new HashMap<>();
    /** How many rows at the head are of open connections. */
    private int open;

    /** Makes the rows those of {@code recent}, which is in the order of the table, and looks at every open one. */
    void update(List<Invocation> recent) {
        beginChange();
        try {
            List<ConnectionRow> moved = takeOut(recent);
            List<ConnectionRow> opened = new ArrayList<>();
            for (Invocation invocation : recent) {
                if (!byConnection.containsKey(invocation.connection())) {
                    ConnectionRow row = new ConnectionRow(invocation);
                    byConnection.put(invocation.connection(), row);
                    (row.ended() ? moved : opened).add(row);
                }
            }
            addAll(0, opened);
            open += opened.size();
            addAll(open, moved);
        } finally {
            endChange();
        }
    }

    /** Removes rows that have left the table, and those that have ended since; the latter are returned. */
    private List<ConnectionRow> takeOut(List<Invocation> recent) {
        Set<Integer> staying = new HashSet<>();
        recent.forEach(invocation -> staying.add(invocation.connection()));
        List<ConnectionRow> ended = new ArrayList<>();
        int openBefore = open;
        for (int i = size() - 1; i >= 0; i--) {
            ConnectionRow row = get(i);
            row.look();
            boolean stays = staying.contains(row.invocation().connection());
            boolean moves = i < openBefore && row.ended();
            if (!stays || moves) {
                remove(i);
                open -= i < openBefore ? 1 : 0;
            }
            if (!stays) {
                byConnection.remove(row.invocation().connection());
            } else if (moves) {
                ended.add(0, row);
            }
        }
        return ended;
    }

    /** Whether {@code row} is still in the table. */
    boolean has(ConnectionRow row) {
        return byConnection.get(row.invocation().connection()) == row;
    }

    /** Looks again at every open connection. */
    void look() {
        rows.subList(0, open).forEach(ConnectionRow::look);
    }

    /** Takes out everything. */
    void empty() {
        clear();
        byConnection.clear();
        open = 0;
    }

    @Override
    public ConnectionRow get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    protected void doAdd(int index, ConnectionRow row) {
        rows.add(index, row);
    }

    @Override
    protected ConnectionRow doSet(int index, ConnectionRow row) {
        return rows.set(index, row);
    }

    @Override
    protected ConnectionRow doRemove(int index) {
        return rows.remove(index);
    }
}
