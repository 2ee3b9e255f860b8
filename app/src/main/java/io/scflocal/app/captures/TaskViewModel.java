package io.scflocal.app.captures;

import io.scflocal.app.fx.Progress;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.notice.Notice;
import io.scflocal.app.notice.Notices;
import io.scflocal.core.export.ExportProgress;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The one long thing that is done with a capture, in the background: how far it is, and how it is cancelled.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
public final class TaskViewModel {
    private static final System.Logger LOG = System.getLogger(TaskViewModel.class.getName());

    private final Threads threads;
    private final Notices notices;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private final ReadOnlyStringWrapper subject = new ReadOnlyStringWrapper(this, "subject", "");
    private Progress current;

    /** Something that takes long. */
    interface Work<T> {
        /** Does it, in the background. */
        T run(ExportProgress progress) throws IOException, InterruptedException;
    }

    /** Does nothing yet; says in {@code notices} what became of it. */
    public TaskViewModel(Threads threads, Notices notices) {
        this.threads = threads;
        this.notices = notices;
        current = new Progress(threads, progress::set);
    }

    /**
     * What something is about.
     *
     * @param name what the user is told of it, usually the name of a file
     * @param cancelledKey key of the text that says that it was cancelled
     */
    record Subject(String name, String cancelledKey) {

        /** A file of which nothing is left when it is cancelled. */
        static Subject of(Path file) {
            return new Subject(String.valueOf(file.getFileName()), "captures.task.cancelled");
        }
    }

    /**
     * Begins something; does nothing while something else is done.
     *
     * @param then is told the result
     */
    <T> void begin(Subject about, Work<T> work, Consumer<T> then) {
        if (running.get()) {
            return;
        }
        Progress begun = new Progress(threads, progress::set);
        current = begun;
        progress.set(0);
        subject.set(about.name());
        running.set(true);
        threads.background().execute(() -> {
            Runnable result = result(about, begun, work, then);
            threads.screen().execute(() -> {
                running.set(false);
                result.run();
            });
        });
    }

    /** Ends it soon, without a result. */
    public void cancel() {
        current.cancel();
    }

    /** Whether something is done. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How much of it is done, from 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What it is about. */
    public ReadOnlyStringProperty subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    private <T> Runnable result(Subject about, Progress begun, Work<T> work, Consumer<T> then) {
        try {
            T value = work.run(begun::report);
            return () -> then.accept(value);
        } catch (CancellationException e) {
            return () -> notices.show(Notice.done(about.cancelledKey(), about.name()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return () -> notices.show(Notice.done(about.cancelledKey(), about.name()));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "Work on a capture has failed", e);
            return () -> notices.show(Notice.problem("captures.task.failed", about.name(), e));
        }
    }
}
