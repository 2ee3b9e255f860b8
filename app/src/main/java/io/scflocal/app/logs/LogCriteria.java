package io.scflocal.app.logs;

import io.scflocal.core.invocation.LogSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;

/**
 * Which lines of the log the user asks for.
 *
 * <p>JavaFX thread only, but needs no running toolkit.
 */
final class LogCriteria {
    private final ReadOnlyStringWrapper requestId = new ReadOnlyStringWrapper(this, "requestId", "");
    private final StringProperty find = new SimpleStringProperty(this, "find", "");
    private final BooleanProperty regex = new SimpleBooleanProperty(this, "regex");
    private final ReadOnlyStringWrapper findError = new ReadOnlyStringWrapper(this, "findError", "");
    private final ObservableSet<LogSource> sources = FXCollections.observableSet(EnumSet.allOf(LogSource.class));
    private final ObjectProperty<LogLevel> level = new SimpleObjectProperty<>(this, "level", LogLevel.DEBUG);
    private final Runnable changed;

    /** Asks for all lines; {@code changed} is told whenever others are asked for. */
    LogCriteria(Runnable changed) {
        this.changed = changed;
        find.addListener((property, before, now) -> changed.run());
        regex.addListener((property, before, now) -> changed.run());
        level.addListener((property, before, now) -> changed.run());
        sources.addListener((SetChangeListener<LogSource>) change -> changed.run());
    }

    /** Asks for the lines of one invocation, or of all if {@code wanted} is empty. */
    void only(String wanted) {
        if (!wanted.equals(requestId.get())) {
            requestId.set(wanted);
            changed.run();
        }
    }

    /** Asks for the lines of all invocations, of which nobody is told: the log is another one. */
    void forgetRequest() {
        requestId.set("");
    }

    /** What is asked for; says what is wrong with it. */
    LogFilter filter() {
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

    /** Request id of the only invocation whose lines are shown; empty when all are. */
    ReadOnlyStringProperty requestIdProperty() {
        return requestId.getReadOnlyProperty();
    }

    /** What a line must hold to be shown, in upper or lower case; empty shows every line. */
    StringProperty findProperty() {
        return find;
    }

    /** Whether {@link #findProperty} is a regular expression. */
    BooleanProperty regexProperty() {
        return regex;
    }

    /** What is wrong with the regular expression, as Java says it; empty if nothing is. */
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
}
