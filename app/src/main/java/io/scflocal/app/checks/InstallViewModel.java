package io.scflocal.app.checks;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.settings.UserDirectories;
import io.scflocal.core.FolderInstall;
import io.scflocal.core.check.InstallStep;
import io.scflocal.core.config.FolderConfig;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.launch.DependencyInstall;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The installation of what a folder asks for: which tool runs, its last lines, and how it ended.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
public final class InstallViewModel {
    private static final int MOST_LINES = 500;

    private final Threads threads;
    private final Runnable afterwards;
    private final ReadOnlyObjectWrapper<Story> story = new ReadOnlyObjectWrapper<>(Story.NONE);
    private final ObservableList<String> lines = FXCollections.observableArrayList();
    private final Deque<String> printed = new ArrayDeque<>();
    private volatile Attempt attempt = new Attempt();

    /** @param afterwards what is done when an installation has ended, however it did */
    InstallViewModel(Threads threads, Runnable afterwards) {
        this.threads = threads;
        this.afterwards = afterwards;
    }

    /**
     * How far it is, as a text of the bundles.
     *
     * @param state what it is doing
     * @param textKey key of the sentence
     * @param arguments its arguments
     */
    public record Story(State state, String textKey, List<Object> arguments) {
        static final Story NONE = new Story(State.NONE, "", List.of());

        static Story of(State state, String textKey, Object... arguments) {
            return new Story(state, textKey, List.of(arguments));
        }
    }

    /** What an installation is doing. */
    public enum State {
        /** There has been none, or the user has put it away. */
        NONE,
        RUNNING,
        DONE,
        FAILED
    }

    /** How far it is. */
    public ReadOnlyObjectProperty<Story> storyProperty() {
        return story.getReadOnlyProperty();
    }

    /** The last lines that the tools have printed. */
    public ObservableList<String> lines() {
        return lines;
    }

    /** Whether one is under way. */
    public boolean isRunning() {
        return story.get().state() == State.RUNNING;
    }

    /** Begins; does nothing while another one runs. */
    void start(FunctionFolder folder) {
        if (isRunning()) {
            return;
        }
        lines.clear();
        story.set(Story.of(State.RUNNING, "checks.install.begins"));
        Attempt begun = new Attempt();
        attempt = begun;
        threads.background().execute(() -> {
            Story end = run(folder, begun);
            threads.screen().execute(() -> {
                refresh();
                story.set(end);
                afterwards.run();
            });
        });
    }

    /** Ends the tool and everything that it has started. */
    public void cancel() {
        threads.background().execute(attempt::cancel);
    }

    /** As {@link #cancel}, waiting for it. Any thread. */
    void cancelNow() {
        attempt.cancel();
    }

    /** Puts away what was said of one that has ended. */
    public void dismiss() {
        if (!isRunning()) {
            story.set(Story.NONE);
            lines.clear();
        }
    }

    /** Shows the lines of late; called some times a second. */
    public void refresh() {
        List<String> fresh;
        synchronized (printed) {
            fresh = List.copyOf(printed);
            printed.clear();
        }
        if (!fresh.isEmpty()) {
            lines.addAll(fresh);
            lines.remove(0, Math.max(0, lines.size() - MOST_LINES));
        }
    }

    /** Background only. */
    private Story run(FunctionFolder folder, Attempt begun) {
        try {
            FolderInstall install = new FolderInstall(
                    folder,
                    new DependencyInstall.Options(
                            System.getenv(),
                            FolderConfig.read(folder, System.getenv()).interpreterChoices(),
                            UserDirectories.ofSystem().household()));
            begun.begins(install);
            return end(install.run(new Output()));
        } catch (StartFailure e) {
            return Story.of(State.FAILED, "config.install.noTool", e.details().get(0));
        } catch (IOException e) {
            return Story.of(State.FAILED, "checks.install.error", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Story.of(State.FAILED, "checks.install.cancelled");
        } finally {
            begun.ended();
        }
    }

    /** One installation, which may be cancelled before it has begun, and after it has ended. Thread-safe. */
    private static final class Attempt {
        private @Nullable FolderInstall install;
        private boolean cancelled;

        synchronized void begins(FolderInstall begun) {
            install = begun;
            if (cancelled) {
                begun.cancel();
            }
        }

        synchronized void ended() {
            install = null;
        }

        /** Blocks until nothing is left of it. */
        void cancel() {
            FolderInstall begun;
            synchronized (this) {
                cancelled = true;
                begun = install;
            }
            if (begun != null) {
                begun.cancel();
            }
        }
    }

    private static Story end(FolderInstall.Result result) {
        if (result.cancelled()) {
            return Story.of(State.FAILED, "checks.install.cancelled");
        }
        if (result.steps() == 0) {
            return Story.of(State.DONE, "config.install.nothing");
        }
        return result.failed()
                .map(step -> Story.of(
                        State.FAILED,
                        result.unreachable() ? "config.install.unreachable" : "config.install.failed",
                        step.shown(),
                        Integer.toString(result.status())))
                .orElse(Story.of(State.DONE, "checks.install.done"));
    }

    private final class Output implements FolderInstall.Listener {

        @Override
        public void begins(InstallStep step) {
            threads.screen().execute(() -> story.set(Story.of(State.RUNNING, "config.install.step", step.shown())));
        }

        @Override
        public void printed(String line) {
            synchronized (printed) {
                if (printed.size() == MOST_LINES) {
                    printed.removeFirst();
                }
                printed.addLast(line);
            }
        }
    }
}
