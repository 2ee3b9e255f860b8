package io.scflocal.app.session;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.settings.KnownFolders;
import io.scflocal.core.EmulatorState;
import io.scflocal.core.capture.CaptureOptions;
import io.scflocal.core.config.Origin;
import io.scflocal.core.config.OwnFile;
import io.scflocal.core.config.ResolvedSettings;
import io.scflocal.core.config.Setting;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final Origin BY_HAND = new Origin(Origin.Source.OWN_FILE, OwnFile.NAME, 0);
    /** What a reload does not change. */
    private static final Set<Setting> FROM_THE_NEXT_START =
            EnumSet.of(Setting.GATEWAY_PORT, Setting.TLS_PORT, Setting.ISOLATION);

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final KnownFolders folders;
    private final Supplier<CaptureOptions> captures;
    private final Ticker ticker;

    private final ReadOnlyObjectWrapper<Optional<FunctionFolder>> folder = empty();
    private final ReadOnlyObjectWrapper<Optional<Engine>> engine = empty();
    private final ReadOnlyObjectWrapper<Optional<StartFailure>> failure = empty();
    private final ReadOnlyObjectWrapper<EmulatorState> state = new ReadOnlyObjectWrapper<>(EmulatorState.STOPPED);
    private final ReadOnlyObjectWrapper<ResolvedSettings> settings =
            new ReadOnlyObjectWrapper<>(ResolvedSettings.defaults(""));
    private final ReadOnlyObjectWrapper<ResolvedSettings> started =
            new ReadOnlyObjectWrapper<>(ResolvedSettings.defaults(""));
    private final ReadOnlyObjectWrapper<Optional<String>> unsaved = empty();
    private final ReadOnlyBooleanWrapper debug = new ReadOnlyBooleanWrapper();
    private int changesUnderWay;
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
        room = new EngineRoom(factory, captures, threads, new Shown());
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

    /** What holds for the open folder, each value with where it comes from. */
    public ReadOnlyObjectProperty<ResolvedSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** What held when the function was started the last time. */
    public ReadOnlyObjectProperty<ResolvedSettings> startedProperty() {
        return started.getReadOnlyProperty();
    }

    /** Why the last change of a setting could not be kept; empty if it could. */
    public ReadOnlyObjectProperty<Optional<String>> unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /** Whole seconds since the state changed the last time. */
    public long secondsInState() {
        return (ticker.nanos() - startingSince) / NANOS_PER_SECOND;
    }

    /** Opens another folder instead of the present one, if any, and starts its function. */
    public void open(Path path) {
        FunctionFolder next = new FunctionFolder(path);
        folders.opened(next.path(), Instant.ofEpochSecond(0, ticker.epochNanos()));
        settings.set(ResolvedSettings.defaults(next.name()));
        changesUnderWay = 0;
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
        room.debug(on, settings.get());
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

    /** Sets {@code setting} by hand: what can be changed while the function runs acts at once, the rest from the next start on. */
    public void set(Setting setting, String text) {
        change(settings.get().with(setting, text, BY_HAND), file -> file.put(setting, text));
    }

    /** Takes back what was set by hand, so that the other files or the default say what holds. */
    public void reset(Setting setting) {
        change(settings.get(), file -> file.remove(setting));
    }

    /** Sets by hand exactly these variables of the function; they hold from the next start on. */
    public void setVariables(Map<String, String> variables) {
        change(settings.get(), file -> file.putVariables(variables));
    }

    /** Chooses by hand exactly these interpreters, by the names of {@link io.scflocal.core.function.InterpreterChoices}. */
    public void setInterpreters(Map<String, String> programs) {
        change(settings.get(), file -> file.putInterpreters(programs));
    }

    private void change(ResolvedSettings changed, EngineRoom.OwnFileChange change) {
        folder.get().ifPresent(open -> {
            unsaved.set(Optional.empty());
            changesUnderWay++;
            show(changed);
            room.write(open, change);
        });
    }

    private void show(ResolvedSettings now) {
        settings.set(now);
        engine.get().ifPresent(running -> {
            running.setTimeouts(now.timeouts());
            running.setChoices(now.choices());
            running.setInstanceOptions(room.instances(now));
        });
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
        public void starting(FunctionFolder read, ResolvedSettings now) {
            if (folder.get().filter(read::equals).isPresent()) {
                started.set(now);
                settings.set(now);
            }
        }

        @Override
        public void reloading(FunctionFolder read, ResolvedSettings now) {
            ResolvedSettings asBefore = now;
            for (Setting setting : FROM_THE_NEXT_START) {
                asBefore = asBefore.with(setting, started.get().text(setting), BY_HAND);
            }
            if (folder.get().filter(read::equals).isPresent()) {
                started.set(asBefore);
                settings.set(now);
            }
        }

        @Override
        public void written(FunctionFolder read, ResolvedSettings now) {
            if (folder.get().filter(read::equals).isPresent()) {
                changesUnderWay--;
                if (changesUnderWay <= 0) {
                    show(now);
                }
            }
        }

        @Override
        public void notWritten(IOException error) {
            unsaved.set(Optional.of(String.valueOf(error.getMessage())));
        }

        @Override
        public void changed(Engine changed) {
            if (engine.get().filter(shown -> shown == changed).isPresent()) {
                show(changed.state(), changed.failure());
            }
        }

        @Override
        public void notOpened(IOException error) {
            String reason = String.valueOf(error.getMessage());
            String captureRoot = captures.get().root().toString();
            engine.set(Optional.empty());
            show(
                    EmulatorState.FAILED,
                    Optional.of(new StartFailure(
                            StartProblem.CAPTURE_UNWRITABLE,
                            "The capture can't be written to " + captureRoot + ": " + reason,
                            List.of(captureRoot, reason),
                            List.of())));
        }
    }
}
