package io.scflocal.core;

import io.scflocal.core.check.InstallStep;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.launch.DependencyInstall;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fetches what the manifests of a folder ask for, one tool after the other. Is run once; thread-safe. */
public final class FolderInstall {
    private final FunctionFolder folder;
    private final DependencyInstall.Options options;
    private @Nullable DependencyInstall running;
    private volatile boolean unreachable;
    private boolean cancelled;

    /** Nothing is started yet. */
    public FolderInstall(FunctionFolder folder, DependencyInstall.Options options) {
        this.folder = folder;
        this.options = options;
    }

    /** What is told while it runs. */
    public interface Listener {

        /** A tool begins; on the thread that runs the installation. */
        void begins(InstallStep step);

        /** A tool has printed a line; on a thread of its own, which this may hold up. */
        void printed(String line);
    }

    /**
     * What came of it.
     *
     * @param steps how many tools were needed; 0 if the folder asks for nothing
     * @param failed the tool that has failed, if one has
     * @param status its exit status; 0 if none has failed
     * @param unreachable whether it said that the index of packages can't be reached
     * @param cancelled whether it was given up
     */
    public record Result(int steps, Optional<InstallStep> failed, int status, boolean unreachable, boolean cancelled) {}

    /**
     * Runs the tools until one fails. Blocks.
     *
     * @throws StartFailure if this machine does not have a tool; its detail is the tool's name
     * @throws IOException if the folder can't be read or a tool can't be started
     */
    public Result run(Listener listener) throws IOException, StartFailure, InterruptedException {
        int steps = 0;
        for (InstallStep step : InstallStep.of(folder)) {
            steps++;
            listener.begins(step);
            unreachable = false;
            Optional<DependencyInstall> started = start(step, listener);
            int status = started.isPresent() ? started.get().await() : 0;
            if (isCancelled()) {
                return new Result(steps, Optional.empty(), 0, false, true);
            }
            if (status != 0) {
                return new Result(steps, Optional.of(step), status, unreachable, false);
            }
        }
        return new Result(steps, Optional.empty(), 0, false, false);
    }

    /** Ends the tool that runs, with everything that it has started, and lets no other begin; blocks until that is done. */
    public void cancel() {
        DependencyInstall ended;
        synchronized (this) {
            cancelled = true;
            ended = running;
        }
        if (ended != null) {
            ended.cancel();
        }
    }

    private synchronized Optional<DependencyInstall> start(InstallStep step, Listener listener)
            throws IOException, StartFailure {
        if (cancelled) {
            return Optional.empty();
        }
        DependencyInstall started =
                DependencyInstall.start(folder, step.tool(), step.arguments(), options, (stream, line) -> {
                    unreachable |= step.tool().saysUnreachable(line);
                    listener.printed(line);
                });
        running = started;
        return Optional.of(started);
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }
}
