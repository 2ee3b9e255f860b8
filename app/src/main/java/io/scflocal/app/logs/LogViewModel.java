package io.scflocal.app.logs;

import io.scflocal.app.fx.Threads;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.LogLine;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The newest lines of a log that match, as many as the log itself keeps. While the tail is not followed the rows stand still and new lines
 * wait, so that nothing moves under the reader's eyes.
 *
 * <p>JavaFX thread only, but needs no running toolkit.
 */
public final class LogViewModel {
    /** How many lines are listed at most; the log keeps no more. */
    private static final int WINDOW = 100_000;
    /** Rows are taken away at the head this many at a time: each time moves all others. */
    static final int SLACK = 500;
    /** Value of {@link #revealedProperty} when nothing was asked for. */
    static final int NO_ROW = -1;

    private final ObservableList<LogRow> rows = FXCollections.observableArrayList();
    private final Deque<LogRow> waiting = new ArrayDeque<>();
    private final ReadOnlyLongWrapper waitingCount = new ReadOnlyLongWrapper(this, "waitingCount");
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper(this, "searching");
    private final ReadOnlyLongWrapper clearedBefore = new ReadOnlyLongWrapper(this, "clearedBefore");
    private final ReadOnlyIntegerWrapper revealed = new ReadOnlyIntegerWrapper(this, "revealed", NO_ROW);
    private final LogCriteria criteria = new LogCriteria(this::restart);
    private final LogExport export;
    private final int window;
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
    private @Nullable InvocationLog log;
    private @Nullable LogScan scan;
    private long hidden;

    /** Shows no lines yet. */
    public LogViewModel(Threads threads) {
        this(threads, WINDOW);
    }

    /** Lists at most {@code window} lines. */
    LogViewModel(Threads threads, int window) {
        export = new LogExport(threads);
        this.window = window;
        following.addListener((property, before, now) -> {
            if (now) {
                takeWaiting();
            }
        });
    }

    /** From now on shows this log instead of the one before. */
    public void show(InvocationLog shown) {
        log = shown;
        criteria.forgetRequest();
        clearedBefore.set(0);
        restart();
    }

    /** Shows only the lines of one invocation. */
    public void showOnly(String shownRequestId) {
        criteria.only(shownRequestId);
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
        hide(waiting.size() - window);
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
            scan = new LogScan(source, criteria.filter(), clearedBefore.get(), window);
            refresh();
        }
    }

    /** Hides the lines that are there; they stay in the log. */
    public void clear() {
        InvocationLog source = log;
        if (source != null) {
            clearedBefore.set(source.endNumber());
            restart();
        }
    }

    /** Takes {@link #clear} back. */
    public void undoClear() {
        clearedBefore.set(0);
        restart();
    }

    /** Number of the first line that isn't hidden by {@link #clear}; 0 when none is. */
    ReadOnlyLongProperty clearedBeforeProperty() {
        return clearedBefore.getReadOnlyProperty();
    }

    /**
     * Shows the line that was logged last before a moment, or the first one after it; the tail is let go.
     *
     * @param epochNanos the moment, nanoseconds since 1970-01-01T00:00:00Z
     */
    public void reveal(long epochNanos) {
        refresh();
        takeWaiting();
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle) instanceof LogRow.Line row && row.line().epochNanos() > epochNanos) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        following.set(false);
        revealed.set(NO_ROW);
        revealed.set(Math.min(Math.max(low - 1, hasEarlier() ? 1 : 0), rows.size() - 1));
    }

    /** Shows a line, and for that the lines of all invocations if it is hidden otherwise; the tail is let go. */
    public void reveal(LogLine line) {
        if (!criteria.filter().matches(line)) {
            showAll();
        }
        reveal(line.epochNanos());
    }

    /** The row that a {@code reveal} asked for last. */
    ReadOnlyIntegerProperty revealedProperty() {
        return revealed.getReadOnlyProperty();
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
        int excess = rows.size() - first - window;
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

    /** Which lines are asked for. */
    LogCriteria criteria() {
        return criteria;
    }

    /** Whether a filter hides lines. */
    boolean isFiltered() {
        return !criteria.filter().isAll();
    }

    /** Writes the lines that are listed into a file, in the background. */
    void export(Path file) {
        export.write(lines(rows), file);
    }

    /** What became of the last export. */
    ReadOnlyObjectProperty<Optional<LogExport.Exported>> exportedProperty() {
        return export.exportedProperty();
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
