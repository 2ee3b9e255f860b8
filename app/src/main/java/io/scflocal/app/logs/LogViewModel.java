package io.scflocal.app.logs;

import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.LogLine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The newest lines of a log that match, at most {@value #WINDOW} of them: a list view costs time in proportion to its first visible
 * row. While the tail is not followed the rows stand still and new lines wait, so that nothing moves under the reader's eyes.
 *
 * <p>JavaFX thread only, but needs no running toolkit.
 */
public final class LogViewModel {
    /** How many lines are listed at most. */
    static final int WINDOW = 5_000;
    /** Rows are taken away at the head this many at a time: each time costs the list view a layout from its first row on. */
    private static final int SLACK = 500;

    private final ObservableList<LogRow> rows = FXCollections.observableArrayList();
    private final Deque<LogRow> waiting = new ArrayDeque<>();
    private final ReadOnlyLongWrapper waitingCount = new ReadOnlyLongWrapper(this, "waitingCount");
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper(this, "searching");
    private final ReadOnlyStringWrapper requestId = new ReadOnlyStringWrapper(this, "requestId", "");
    private final StringProperty find = new SimpleStringProperty(this, "find", "");
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
    private @Nullable InvocationLog log;
    private @Nullable LogScan scan;
    private long hidden;

    /** Shows no lines yet. */
    public LogViewModel() {
        find.addListener((property, before, now) -> restart());
        following.addListener((property, before, now) -> {
            if (now) {
                takeWaiting();
            }
        });
    }

    /** From now on shows this log instead of the one before. */
    public void show(InvocationLog shown) {
        log = shown;
        requestId.set("");
        restart();
    }

    /** Shows only the lines of one invocation. */
    public void showOnly(String shownRequestId) {
        if (!shownRequestId.equals(requestId.get())) {
            requestId.set(shownRequestId);
            restart();
        }
    }

    /** Shows the lines of all invocations again. */
    public void showAll() {
        showOnly("");
    }

    /** Looks for new lines; called some ten times a second. */
    public void refresh() {
        LogScan current = scan;
        if (current == null || !current.behind()) {
            searching.set(false);
            return;
        }
        for (LogLine line : current.read()) {
            waiting.addLast(new LogRow.Line(line));
            waitingCount.set(waitingCount.get() + 1);
        }
        hide(waiting.size() - WINDOW);
        searching.set(current.behind());
        if (following.get()) {
            takeWaiting();
        }
    }

    private void hide(int oldestWaiting) {
        for (int i = 0; i < oldestWaiting; i++) {
            waiting.removeFirst();
            hidden++;
        }
    }

    private void restart() {
        rows.clear();
        waiting.clear();
        waitingCount.set(0);
        hidden = 0;
        following.set(true);
        InvocationLog source = log;
        if (source != null) {
            scan = new LogScan(source, new LogFilter(requestId.get(), find.get()), WINDOW);
            refresh();
        }
    }

    private void takeWaiting() {
        if (waiting.isEmpty()) {
            return;
        }
        rows.addAll(waiting);
        waiting.clear();
        waitingCount.set(0);
        trim();
        tellOfEarlier();
    }

    private void trim() {
        int first = hasEarlier() ? 1 : 0;
        int excess = rows.size() - first - WINDOW;
        if (excess > SLACK) {
            rows.remove(first, first + excess);
            hidden += excess;
        }
    }

    private boolean hasEarlier() {
        return !rows.isEmpty() && rows.get(0) instanceof LogRow.Earlier;
    }

    private void tellOfEarlier() {
        InvocationLog source = log;
        LogScan current = scan;
        if (source == null || current == null) {
            return;
        }
        LogRow earlier = new LogRow.Earlier(source.firstNumber(), hidden + current.skipped());
        if (earlier.equals(new LogRow.Earlier(0, 0))) {
            return;
        }
        if (!hasEarlier()) {
            rows.add(0, earlier);
        } else if (!earlier.equals(rows.get(0))) {
            rows.set(0, earlier);
        }
    }

    /** The rows, oldest first. */
    ObservableList<LogRow> rows() {
        return rows;
    }

    /** How many matching lines have come since the tail was let go. */
    ReadOnlyLongProperty waitingCountProperty() {
        return waitingCount.getReadOnlyProperty();
    }

    /** Whether older lines are still being looked through. */
    ReadOnlyBooleanProperty searchingProperty() {
        return searching.getReadOnlyProperty();
    }

    /** Request id of the only invocation whose lines are shown; empty when all are. */
    ReadOnlyStringProperty requestIdProperty() {
        return requestId.getReadOnlyProperty();
    }

    /** What a line must hold to be shown, in upper or lower case; empty shows every line. */
    StringProperty findProperty() {
        return find;
    }

    /** Whether new lines are listed as they come; setting it again lists those that have come meanwhile. */
    BooleanProperty followingProperty() {
        return following;
    }

    /** The lines among {@code chosen}, in their order. */
    static List<LogLine> lines(List<LogRow> chosen) {
        return chosen.stream()
                .filter(LogRow.Line.class::isInstance)
                .map(row -> ((LogRow.Line) row).line())
                .toList();
    }
}
