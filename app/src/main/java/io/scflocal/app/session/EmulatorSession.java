package io.scflocal.app.session;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.settings.KnownFolders;
import io.scflocal.core.EmulatorState;
import io.scflocal.core.capture.CaptureOptions;
import io.scflocal.core.config.ResolvedSettings;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The one function that is open in the window. Commands return at once; what blocks is done one after the other in the background,
 * except that stopping interrupts a start.
 *
 * <p>JavaFX thread only, unless a method says otherwise.
 */
public final class EmulatorSession {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final KnownFolders folders;
    private final Supplier<CaptureOptions> captures;
    private final Ticker ticker;

    private final ReadOnlyObjectWrapper<Optional<FunctionFolder>> folder = empty();
    private final ReadOnlyObjectWrapper<Optional<Engine>> engine = empty();
    private final ReadOnlyObjectWrapper<Optional<StartFailure>> failure = empty();
    private final ReadOnlyObjectWrapper<EmulatorState> state = new ReadOnlyObjectWrapper<>(EmulatorState.STOPPED);
    private final ReadOnlyBooleanWrapper debug = new ReadOnlyBooleanWrapper();
    private final FolderSettings settings = new FolderSettings(folder::get, this::configure, this::write);
    private final EngineConfiguration configuration;
    private final EngineRoom room;
    private long startingSince;

    /**
     * Nothing is open yet.
     *
     * @param captures says, whenever an engine is opened, where its capture is kept
     */
    public EmulatorSession(
            EmulatorFactory factory,
            KnownFolders folders,
            Supplier<CaptureOptions> captures,
            Threads threads,
            Ticker ticker) {
        this.folders = folders;
        this.captures = captures;
        this.ticker = ticker;
        configuration = new EngineConfiguration(captures);
        room = new EngineRoom(factory, configuration, threads, new Shown(), settings);
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

    /** What holds for the open folder, and how it is changed. */
    public FolderSettings settings() {
        return settings;
    }

    /** Whole seconds since the state changed the last time. */
    public long secondsInState() {
        return (ticker.nanos() - startingSince) / NANOS_PER_SECOND;
    }

    /** Opens another folder instead of the present one, if any, and starts its function. */
    public void open(Path path) {
        FunctionFolder next = new FunctionFolder(path);
        folders.opened(next.path(), Instant.ofEpochSecond(0, ticker.epochNanos()));
        settings.opening(next);
        folder.set(Optional.of(next));
        starting();
        room.open(next);
    }

    /** Starts the function, or its new code if that is what did not start; does nothing if no folder is open. */
    public void run() {
        if (state.get() == EmulatorState.RUNNING) {
            reload();
        } else {
            start();
        }
    }

    private void start() {
        folder.get().ifPresent(open -> {
            starting();
            room.run(open);
        });
    }

    /** Stops the function, also one that is starting; the folder stays open. */
    public void stop() {
        room.stop();
    }

    /** Stops the function and starts it again. */
    public void restart() {
        room.stopForRestart();
        start();
    }

    /** Gives the running function its code anew; connections are cut or drain, as is set. Does nothing if none runs. */
    public void reload() {
        room.reload();
    }

    /** Whether debuggers can connect; {@link #debug} changes it. */
    public ReadOnlyBooleanProperty debugProperty() {
        return debug.getReadOnlyProperty();
    }

    /** Lets debuggers connect, or not, and restarts a function that runs. */
    public void debug(boolean on) {
        debug.set(on);
        room.debug(on, settings.current());
        if (state.get() == EmulatorState.RUNNING || state.get() == EmulatorState.STARTING) {
            restart();
        }
    }

    /** Stops the function and closes its folder. */
    public void close() {
        shutDown();
    }

    /** Closes like {@link #close()}; completes, on any thread, when nothing of the function is left. */
    public CompletableFuture<Void> shutDown() {
        folder.set(Optional.empty());
        engine.set(Optional.empty());
        failure.set(Optional.empty());
        state.set(EmulatorState.STOPPED);
        return room.close();
    }

    /** Stops and closes at once, waiting for it; for the end of the process. Any thread, may block. */
    public void closeNow() {
        room.closeNow();
    }

    private void configure(ResolvedSettings now) {
        engine.get().ifPresent(shown -> configuration.giveLive(shown, now));
    }

    private void write(FunctionFolder open, EngineRoom.OwnFileChange change) {
        room.write(open, change);
    }

    private void starting() {
        failure.set(Optional.empty());
        state.set(EmulatorState.STARTING);
    }

    private void show(EmulatorState now, Optional<StartFailure> why) {
        // Who stops a start knows why it did not come about.
        boolean cancelled = now == EmulatorState.FAILED
                && why.filter(known -> known.problem() == StartProblem.CANCELLED)
                        .isPresent();
        failure.set(cancelled ? Optional.empty() : why);
        state.set(cancelled ? EmulatorState.STOPPED : now);
    }

    private final class Shown implements EngineRoom.Screen {

        @Override
        public void opened(Engine opened) {
            if (folder.get().isPresent()) {
                engine.set(Optional.of(opened));
                changed(opened);
            }
        }

        @Override
        public void changed(Engine changed) {
            if (engine.get().filter(shown -> shown == changed).isPresent()) {
                show(changed.state(), changed.failure());
            }
        }

        @Override
        public void notOpened(IOException error) {
            String captureRoot = captures.get().root().toString();
            StartFailure failure = new StartFailure(
                    StartProblem.CAPTURE_UNWRITABLE,
                    "The capture can't be written to " + captureRoot + ": " + error,
                    List.of(captureRoot),
                    List.of());
            failure.initCause(error);
            engine.set(Optional.empty());
            show(EmulatorState.FAILED, Optional.of(failure));
        }
    }
}
