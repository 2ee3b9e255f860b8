package io.scflocal.app.captures;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.notice.Notices;
import io.scflocal.core.export.CaptureSource;
import io.scflocal.core.query.CaptureEnvironment;
import io.scflocal.core.query.Operand;
import io.scflocal.core.query.Plan;
import io.scflocal.core.query.Query;
import io.scflocal.core.query.QueryEnvironment;
import io.scflocal.core.query.ValueCounter;
import io.scflocal.core.statistics.Statistics;
import io.scflocal.core.statistics.StatisticsScan;
import io.scflocal.core.time.Ticker;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableIntegerValue;

/**
 * What was counted in the capture when it was asked for last: of the selected connection, or of all.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
public final class StatisticsViewModel {
    private final Supplier<Optional<CaptureSource>> source;
    private final ObservableIntegerValue connection;
    private final TaskViewModel task;
    private final StringProperty path = new SimpleStringProperty(this, "path", "");
    private final ReadOnlyObjectWrapper<Optional<Statistics>> result =
            new ReadOnlyObjectWrapper<>(this, "result", Optional.empty());

    /**
     * Nothing is counted yet.
     *
     * @param source gives the capture; empty while there is none
     * @param connection number of the connection that is selected; 0 for all of them
     */
    public StatisticsViewModel(
            Supplier<Optional<CaptureSource>> source,
            ObservableIntegerValue connection,
            Threads threads,
            Notices notices) {
        this.source = source;
        this.connection = connection;
        task = new TaskViewModel(threads, notices);
    }

    /** Counts what is there now, in the background. */
    public void count() {
        source.get().ifPresent(capture -> {
            int number = connection.get();
            Optional<Operand> value = path.get().isBlank() ? Optional.empty() : ValueCounter.jsonPath(path.get());
            task.begin(
                    new TaskViewModel.Subject(number == 0 ? "" : "#" + number, "captures.task.cancelled"),
                    progress -> counted(capture, number, value, progress::done),
                    statistics -> result.set(Optional.of(statistics)));
        });
    }

    /** Whether what is typed is a path in JSON, or nothing. */
    public static boolean isPath(String text) {
        return text.isBlank() || ValueCounter.jsonPath(text).isPresent();
    }

    /** The path in JSON payloads whose values are counted; empty for none. */
    public StringProperty pathProperty() {
        return path;
    }

    /** What was counted last. */
    public ReadOnlyObjectProperty<Optional<Statistics>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** How far the counting is. */
    public TaskViewModel task() {
        return task;
    }

    /** Number of the connection that is counted; 0 for all of them. */
    ObservableIntegerValue connection() {
        return connection;
    }

    private static Statistics counted(
            CaptureSource capture, int connection, Optional<Operand> value, StatisticsScan.Progress progress) {
        QueryEnvironment environment = CaptureEnvironment.of(
                capture.frames(), capture.session(), Ticker.system().epochNanos());
        Optional<Plan> one = connection == 0
                ? Optional.empty()
                : Optional.of(Query.parse("conn == " + connection))
                        .filter(Query.Expression.class::isInstance)
                        .map(query -> new Plan(((Query.Expression) query).expr(), environment));
        return StatisticsScan.of(capture.frames(), environment, new StatisticsScan.Request(one, value), progress);
    }
}
