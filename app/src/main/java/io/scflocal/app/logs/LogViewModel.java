package io.scflocal.app.logs;

import io.scflocal.app.fx.Threads;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.LogLine;
import io.scflocal.core.invocation.LogSource;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * The newest lines of a log that match, as many as the log itself keeps. While the tail is not followed the rows stand still and new lines wait, so that nothing moves under the reader's eyes.
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
    private final ReadOnlyStringWrapper requestId = new ReadOnlyStringWrapper(this, "requestId", "");
    private final StringProperty find = new SimpleStringProperty(this, "find", "");
    private final BooleanProperty regex = new SimpleBooleanProperty(this, "regex");
    private final ReadOnlyStringWrapper findError = new ReadOnlyStringWrapper(this, "findError", "");
    private final ObservableSet<LogSource> sources = FXCollections.observableSet(EnumSet.allOf(LogSource.class));
    private final ObjectProperty<LogLevel> level = new SimpleObjectProperty<>(this, "level", LogLevel.DEBUG);
    private final ReadOnlyLongWrapper clearedBefore = new ReadOnlyLongWrapper(this, "clearedBefore");
    private final ReadOnlyIntegerWrapper revealed = new ReadOnlyIntegerWrapper(this, "revealed", NO_ROW);
    private final ReadOnlyObjectWrapper<Optional<Exported>> exported =
            new ReadOnlyObjectWrapper<>(this, "exported", Optional.empty());
    private final Threads threads;
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
        this.threads = threads;
        this.window = window;
        find.addListener((property, before, now) -> restart());
        regex.addListener((property, before, now) -> restart());
        level.addListener((property, before, now) -> restart());
        sources.addListener((SetChangeListener<LogSource>) change -> restart());
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
        clearedBefore.set(0);
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
            scan = new LogScan(source, filter(), clearedBefore.get(), window);
            refresh();
        }
    }

    private LogFilter filter() {
        String text = find.get();
        findError.set("");
        Optional<Pattern> pattern = Optional.empty();
        if (regex.get() && !text.isEmpty()) {
            try {
                pattern = Optional.of(Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
            } catch (PatternSyntaxException e) {
                findError.set(e.getDescription());
            }
        }
        return new LogFilter(requestId.get(), regex.get() ? "" : text, pattern, sources, level.get());
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

    /** The row that {@link #reveal} asked for last. */
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

    /** Request id of the only invocation whose lines are shown; empty when all are. */
    ReadOnlyStringProperty requestIdProperty() {
        return requestId.getReadOnlyProperty();
    }

    /** What a line must hold to be shown, in upper or lower case; empty shows every line. */
    StringProperty findProperty() {
        return find;
    }

    /** Whether a filter hides lines. */
    boolean isFiltered() {
        return !filter().isAll();
    }

    /** Writes the lines that are listed into a file, in the background. */
    void export(Path file) {
        List<LogLine> listed = lines(rows);
        threads.background().execute(() -> {
            try (Writer writer = Files.newBufferedWriter(file)) {
                for (LogLine line : listed) {
                    writer.write(LogText.copy(List.of(line)) + System.lineSeparator());
                }
                threads.screen().execute(() -> exported.set(Optional.of(new Exported(listed.size(), ""))));
            } catch (IOException e) {
                threads.screen().execute(() -> exported.set(Optional.of(new Exported(0, String.valueOf(e)))));
            }
        });
    }

    /**
     * What became of an export.
     *
     * @param lines how many lines were written
     * @param error what went wrong; empty if nothing did
     */
    record Exported(int lines, String error) {}

    /** What became of the last export. */
    ReadOnlyObjectProperty<Optional<Exported>> exportedProperty() {
        return exported.getReadOnlyProperty();
    }

    /** Whether {@link #findProperty} is a regular expression. */
    BooleanProperty regexProperty() {
        return regex;
    }

    /** What is wrong with the regular expression; empty if nothing is. */
    ReadOnlyStringProperty findErrorProperty() {
        return findError.getReadOnlyProperty();
    }

    /** Whose lines are shown; may be changed. */
    ObservableSet<LogSource> sources() {
        return sources;
    }

    /** Only lines that are at least so serious are shown. */
    ObjectProperty<LogLevel> levelProperty() {
        return level;
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
