package io.scflocal.app.traffic;

import io.scflocal.app.fx.Threads;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.invocation.Invocations;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Keeps the {@link Overview} of the list up to date, a few times a second and in the background.
 *
 * <p>JavaFX thread only. Runs without a toolkit.
 */
final class OverviewViewModel {
    private static final System.Logger LOG = System.getLogger(OverviewViewModel.class.getName());
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final ReadOnlyObjectWrapper<Overview> overview =
            new ReadOnlyObjectWrapper<>(this, "overview", Overview.EMPTY);
    private final Threads threads;
    private Optional<Invocations> invocations = Optional.empty();
    private Optional<State> drawn = Optional.empty();
    private Optional<Long> madeAt = Optional.empty();
    private boolean making;
    private int parts = 1;

    /** What an overview depends on; as long as it is the same, there is nothing to be done. */
    private record State(Rows rows, long hits, List<Long> marks, long connections, int parts, int connection) {}

    OverviewViewModel(Threads threads) {
        this.threads = threads;
    }

    /** Takes the connections from another table, or from none. */
    void begin(Optional<Invocations> table) {
        invocations = table;
        drawn = Optional.empty();
        overview.set(Overview.EMPTY);
    }

    /** The strip is so many parts long. */
    void parts(int count) {
        parts = Math.max(1, count);
    }

    /**
     * Looks whether there is something new; call it at every pulse.
     *
     * @param nanos the monotonic time
     * @param list the list, without its connections
     * @param connection the only connection whose frames are shown, or 0
     */
    void refresh(long nanos, Overview.Source list, int connection) {
        State now = new State(
                list.rows(),
                list.hits().size(),
                list.marks(),
                invocations.map(Invocations::changes).orElse(0L),
                parts,
                connection);
        boolean tooSoon = madeAt.isPresent() && nanos - madeAt.get() < INTERVAL.toNanos();
        if (making || tooSoon || drawn.equals(Optional.of(now))) {
            return;
        }
        making = true;
        madeAt = Optional.of(nanos);
        drawn = Optional.of(now);
        Overview.Source source =
                new Overview.Source(list.reader(), list.rows(), list.hits(), list.marks(), events(connection));
        threads.background().execute(() -> make(source, now.parts()));
    }

    private void make(Overview.Source source, int count) {
        Overview made = Overview.EMPTY;
        try {
            made = Overview.of(source, count);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The overview of the frames could not be made", e);
        }
        Overview result = made;
        threads.screen().execute(() -> {
            making = false;
            overview.set(result);
        });
    }

    private List<Overview.Event> events(int connection) {
        List<Overview.Event> events = new ArrayList<>();
        for (Invocation invocation : invocations.map(Invocations::recent).orElse(List.of())) {
            if (connection == 0 || connection == invocation.connection()) {
                events.add(new Overview.Event(Overview.Kind.OPEN, invocation.openedEpochNanos()));
                invocation.end().ifPresent(end -> events.add(end(invocation, end)));
            }
        }
        return events;
    }

    private static Overview.Event end(Invocation invocation, InvocationEnd end) {
        Overview.Kind kind = end.status().isSuccess() ? Overview.Kind.CLOSE : Overview.Kind.ERROR;
        return new Overview.Event(kind, invocation.openedEpochNanos() + end.durationNanos());
    }

    ReadOnlyObjectProperty<Overview> overviewProperty() {
        return overview.getReadOnlyProperty();
    }
}
