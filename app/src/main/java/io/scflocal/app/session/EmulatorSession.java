package io.scflocal.app.session;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.settings.FolderSettings;
import io.scflocal.app.settings.KnownFolders;
import io.scflocal.core.EmulatorListener;
import io.scflocal.core.EmulatorOptions;
import io.scflocal.core.EmulatorState;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.platform.PlatformLimits;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The one function that is open in the window. Commands return at once; what blocks is done one after the other in the background,
 * except that stopping interrupts a start.
 *
 * <p>JavaFX thread only, unless a method says otherwise.
 */
public final class EmulatorSession {
    private static final System.Logger LOG = System.getLogger(EmulatorSession.class.getName());
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final EmulatorFactory factory;
    private final KnownFolders folders;
    private final Path captureRoot;
    private final Threads threads;
    private final Ticker ticker;

    private final ReadOnlyObjectWrapper<Optional<FunctionFolder>> folder = empty();
    private final ReadOnlyObjectWrapper<Optional<Engine>> engine = empty();
    private final ReadOnlyObjectWrapper<Optional<StartFailure>> failure = empty();
    private final ReadOnlyObjectWrapper<EmulatorState> state = new ReadOnlyObjectWrapper<>(EmulatorState.STOPPED);
    private final ReadOnlyObjectWrapper<FolderSettings> settings = new ReadOnlyObjectWrapper<>(FolderSettings.DEFAULT);
    private CompletableFuture<Void> work = CompletableFuture.completedFuture(null);
    private long startingSince;

    /** Written by the background work only; read by everyone. */
    private volatile @Nullable Engine current;

    private volatile int currentPort;
    private volatile boolean wanted;

    /**
     * Nothing is open yet.
     *
     * @param captureRoot directory under which captures are written
     */
    public EmulatorSession(
            EmulatorFactory factory, KnownFolders folders, Path captureRoot, Threads threads, Ticker ticker) {
        this.factory = factory;
        this.folders = folders;
        this.captureRoot = captureRoot;
        this.threads = threads;
        this.ticker = ticker;
        state.addListener((property, before, now) -> startingSince = ticker.nanos());
    }

    private static <T> ReadOnlyObjectWrapper<Optional<T>> empty() {
        return new ReadOnlyObjectWrapper<>(Optional.empty());
    }

    /** The open folder. */
    public ReadOnlyObjectProperty<Optional<FunctionFolder>> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /** The engine of the open folder; a little later there than the folder, and replaced when the gateway's port changes. */
    public ReadOnlyObjectProperty<Optional<Engine>> engineProperty() {
        return engine.getReadOnlyProperty();
    }

    /** What the function is doing. */
    public ReadOnlyObjectProperty<EmulatorState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why the last start failed; empty unless the state is {@link EmulatorState#FAILED}. */
    public ReadOnlyObjectProperty<Optional<StartFailure>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** What the user has set for the open folder. */
    public ReadOnlyObjectProperty<FolderSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** Whole seconds since the state changed the last time. */
    public long secondsInState() {
        return (ticker.nanos() - startingSince) / NANOS_PER_SECOND;
    }

    /** Opens another folder instead of the present one, if any, and starts its function. */
    public void open(Path path) {
        FunctionFolder next = new FunctionFolder(path);
        folders.opened(next.path(), Instant.ofEpochSecond(0, ticker.epochNanos()));
        settings.set(folders.settings(next.path()));
        folder.set(Optional.of(next));
        begin(EmulatorState.STARTING);
        interrupt();
        FolderSettings asked = settings.get();
        enqueue(() -> {
            reopen(next, asked);
            startIfWanted();
        });
    }

    /** Starts the function; does nothing if no folder is open. */
    public void run() {
        folder.get().ifPresent(open -> {
            begin(EmulatorState.STARTING);
            FolderSettings asked = settings.get();
            enqueue(() -> {
                reopenIfNeeded(open, asked);
                startIfWanted();
            });
        });
    }

    /** Stops the function, also one that is starting; the folder stays open. */
    public void stop() {
        wanted = false;
        interrupt();
        enqueue(this::stopUnlessWanted);
    }

    /** Stops the function and starts it again. */
    public void restart() {
        interrupt();
        enqueue(this::stopCurrent);
        run();
    }

    /** Stops the function and closes its folder. */
    public void close() {
        wanted = false;
        interrupt();
        folder.set(Optional.empty());
        engine.set(Optional.empty());
        failure.set(Optional.empty());
        state.set(EmulatorState.STOPPED);
        enqueue(this::closeNow);
    }

    /** Closes like {@link #close()}; completes, on any thread, when nothing of the function is left. */
    public CompletableFuture<Void> shutDown() {
        close();
        return work;
    }

    /** Stops and closes at once, waiting for it; for the end of the process. Any thread, may block. */
    public void closeNow() {
        Engine engineNow = current;
        if (engineNow != null) {
            current = null;
            engineNow.close();
        }
    }

    /** Puts other settings in force and remembers them: timeouts at once, memory and port from the next start on. */
    public void apply(FolderSettings changed) {
        settings.set(changed);
        folder.get().ifPresent(open -> folders.setSettings(open.path(), changed));
        engine.get().ifPresent(running -> {
            running.setTimeouts(changed.timeouts());
            running.setSettings(running.settings().withMemoryMb(changed.memoryMb()));
        });
    }

    private void begin(EmulatorState first) {
        wanted = true;
        failure.set(Optional.empty());
        state.set(first);
    }

    /** Ends a start that is under way; the queue goes on then. */
    private void interrupt() {
        Engine engineNow = current;
        if (engineNow != null) {
            threads.background().execute(engineNow::stop);
        }
    }

    private void enqueue(Runnable task) {
        work = work.thenRunAsync(task, threads.background()).exceptionally(error -> {
            LOG.log(Level.ERROR, "A command of the window failed", error);
            publish();
            return null;
        });
    }

    private void reopenIfNeeded(FunctionFolder open, FolderSettings asked) {
        if (current == null || currentPort != asked.gatewayPort()) {
            reopen(open, asked);
        }
    }

    private void reopen(FunctionFolder next, FolderSettings asked) {
        Engine before = current;
        stopCurrent();
        current = null;
        try {
            Engine opened = factory.open(next, options(next, asked));
            opened.addListener(new EmulatorListener() {
                @Override
                public void stateChanged(EmulatorState now) {
                    publish();
                }
            });
            current = opened;
            currentPort = asked.gatewayPort();
            threads.screen().execute(() -> show(opened, before));
        } catch (IOException e) {
            unopened(e, before);
        }
    }

    /** The old capture is closed only after the screen has let go of it. */
    private void show(Engine opened, @Nullable Engine before) {
        if (current == opened && folder.get().isPresent()) {
            engine.set(Optional.of(opened));
            publish();
        }
        closeLater(before);
    }

    private void closeLater(@Nullable Engine before) {
        if (before != null) {
            enqueue(before::close);
        }
    }

    private void unopened(IOException error, @Nullable Engine before) {
        String reason = String.valueOf(error.getMessage());
        StartFailure why = new StartFailure(
                StartProblem.CAPTURE_UNWRITABLE,
                "The capture can't be written to " + captureRoot + ": " + reason,
                List.of(captureRoot.toString(), reason),
                List.of());
        wanted = false;
        threads.screen().execute(() -> {
            engine.set(Optional.empty());
            failure.set(Optional.of(why));
            state.set(EmulatorState.FAILED);
            closeLater(before);
        });
    }

    private EmulatorOptions options(FunctionFolder next, FolderSettings asked) {
        return new EmulatorOptions(
                asked.gatewayPort(),
                PlatformLimits.FUNCTION_PORT,
                EmulatorOptions.DEFAULT_STAGE,
                captureRoot,
                FunctionSettings.defaults(next.name()).withMemoryMb(asked.memoryMb()),
                asked.timeouts());
    }

    private void startIfWanted() {
        doWithCurrent(engineNow -> {
            try {
                if (wanted) {
                    engineNow.start();
                }
            } catch (StartFailure e) {
                LOG.log(Level.DEBUG, "The function did not start; the failure is on the screen", e);
            }
        });
        publish();
    }

    private void stopUnlessWanted() {
        if (!wanted) {
            stopCurrent();
        }
        publish();
    }

    private void stopCurrent() {
        doWithCurrent(Engine::stop);
    }

    private void doWithCurrent(Consumer<Engine> action) {
        Engine engineNow = current;
        if (engineNow != null) {
            action.accept(engineNow);
        }
    }

    /** Brings the engine's state to the screen. Any thread. */
    private void publish() {
        threads.screen()
                .execute(() -> doWithCurrent(engineNow -> {
                    if (engine.get().filter(shown -> shown == engineNow).isPresent()) {
                        show(engineNow.state(), engineNow.failure());
                    }
                }));
    }

    private void show(EmulatorState now, Optional<StartFailure> why) {
        // Who stops a start knows why it did not come about.
        boolean cancelled = now == EmulatorState.FAILED
                && why.filter(known -> known.problem() == StartProblem.CANCELLED)
                        .isPresent();
        failure.set(cancelled ? Optional.empty() : why);
        state.set(cancelled ? EmulatorState.STOPPED : now);
    }
}
