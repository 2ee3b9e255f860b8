package io.scflocal.app.session;

import io.scflocal.app.fx.Threads;
import io.scflocal.core.EmulatorListener;
import io.scflocal.core.EmulatorState;
import io.scflocal.core.Reload;
import io.scflocal.core.config.FolderConfig;
import io.scflocal.core.config.OwnFile;
import io.scflocal.core.config.ResolvedSettings;
import io.scflocal.core.config.Setting;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.instance.StartFailure;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds the one engine and does with it what blocks: one thing after the other, in the background.
 *
 * <p>Commands are given on the JavaFX thread and return at once.
 */
final class EngineRoom {
    private static final System.Logger LOG = System.getLogger(EngineRoom.class.getName());

    private final EmulatorFactory factory;
    private final EngineConfiguration configuration;
    private final Threads threads;
    private final Screen screen;
    private final FolderSettings folderSettings;
    private CompletableFuture<Void> work = CompletableFuture.completedFuture(null);

    /** Written by the background work only; read by everyone. */
    private volatile @Nullable Engine current;

    /** What the present engine was opened with. */
    private volatile ResolvedSettings opened = ResolvedSettings.defaults("");

    private volatile boolean wanted;

    /** What the screen is told of the engine; called on the JavaFX thread. */
    interface Screen {
        /** This engine is there now, in place of another one. */
        void opened(Engine engine);

        /** No engine could be opened. */
        void notOpened(IOException error);

        /** The engine may have a new state. */
        void changed(Engine engine);
    }

    /**
     * There is no engine yet.
     *
     * @param folderSettings told, on the JavaFX thread, of all settings that are read
     */
    EngineRoom(
            EmulatorFactory factory,
            EngineConfiguration configuration,
            Threads threads,
            Screen screen,
            FolderSettings folderSettings) {
        this.factory = factory;
        this.configuration = configuration;
        this.threads = threads;
        this.screen = screen;
        this.folderSettings = folderSettings;
    }

    /** Opens {@code folder} in place of the present engine and starts it. */
    void open(FunctionFolder folder) {
        wanted = true;
        interrupt();
        enqueue(() -> {
            replace(folder, read(folder));
            startIfWanted();
        });
    }

    /** Starts the engine with what the files say now; opens another one first if there is none or its ports are others. */
    void run(FunctionFolder folder) {
        wanted = true;
        enqueue(() -> {
            ResolvedSettings settings = read(folder);
            Engine engine = current;
            if (engine == null || !samePorts(settings)) {
                replace(folder, settings);
            } else {
                configuration.give(engine, settings);
            }
            startIfWanted();
        });
    }

    /** Gives the running function its code anew, and what the files say now; does nothing if none runs. */
    void reload() {
        enqueue(() -> Optional.ofNullable(current).ifPresent(Engine::reload));
    }

    /** Lets debuggers connect, or not, to instances that are started from now on. */
    void debug(boolean on, ResolvedSettings settings) {
        configuration.debug(on);
        enqueue(() -> Optional.ofNullable(current)
                .ifPresent(engine -> engine.setInstanceOptions(configuration.instances(settings))));
    }

    /** Writes something that was set by hand and reads the files again. */
    void write(FunctionFolder folder, OwnFileChange change) {
        enqueue(() -> {
            try {
                change.on(new OwnFile(folder.path()));
            } catch (IOException e) {
                threads.screen().execute(() -> folderSettings.notWritten(e));
            }
            ResolvedSettings settings = FolderConfig.read(folder, System.getenv());
            threads.screen().execute(() -> folderSettings.written(folder, settings));
        });
    }

    /** One change of what was set by hand. */
    @FunctionalInterface
    interface OwnFileChange {
        void on(OwnFile file) throws IOException;
    }

    private ResolvedSettings read(FunctionFolder folder) {
        ResolvedSettings settings = FolderConfig.read(folder, System.getenv());
        threads.screen().execute(() -> folderSettings.starting(folder, settings));
        return settings;
    }

    private boolean samePorts(ResolvedSettings settings) {
        return Stream.of(Setting.GATEWAY_PORT, Setting.TLS_PORT)
                .allMatch(port -> settings.text(port).equals(opened.text(port)));
    }

    /** Stops the engine and keeps one that is waiting to start from starting. */
    void stop() {
        wanted = false;
        interrupt();
        enqueue(() -> {
            if (!wanted) {
                stopCurrent();
            }
            publish();
        });
    }

    /** Stops the engine; a following {@link #run} starts it again. */
    void stopForRestart() {
        interrupt();
        enqueue(this::stopCurrent);
    }

    /** Stops and closes; completes, on any thread, when nothing is left. */
    CompletableFuture<Void> close() {
        wanted = false;
        interrupt();
        enqueue(this::closeNow);
        return work;
    }

    /** Stops and closes at once. Any thread, blocks. */
    void closeNow() {
        Engine engine = current;
        if (engine != null) {
            current = null;
            engine.close();
        }
    }

    /** Ends a start that is under way; the queue goes on then. */
    private void interrupt() {
        Engine engine = current;
        if (engine != null) {
            threads.background().execute(engine::stop);
        }
    }

    private void enqueue(Runnable task) {
        work = work.thenRunAsync(task, threads.background()).exceptionally(error -> {
            LOG.log(Level.ERROR, "A command of the window failed", error);
            publish();
            return null;
        });
    }

    private void replace(FunctionFolder folder, ResolvedSettings settings) {
        Engine before = current;
        stopCurrent();
        current = null;
        try {
            Engine engine = factory.open(folder, configuration.options(settings));
            engine.addListener(new EmulatorListener() {
                @Override
                public void stateChanged(EmulatorState now) {
                    publish();
                }

                @Override
                public void reloading(Reload reload) {
                    ResolvedSettings now = FolderConfig.read(folder, System.getenv());
                    configuration.give(engine, now);
                    threads.screen().execute(() -> folderSettings.reloading(folder, now));
                }
            });
            current = engine;
            opened = settings;
            threads.screen().execute(() -> {
                screen.opened(engine);
                closeLater(before);
            });
        } catch (IOException e) {
            wanted = false;
            threads.screen().execute(() -> {
                screen.notOpened(e);
                closeLater(before);
            });
        }
    }

    /** The old capture is closed only after the screen has let go of it. */
    private void closeLater(@Nullable Engine before) {
        if (before != null) {
            enqueue(before::close);
        }
    }

    private void startIfWanted() {
        Engine engine = current;
        try {
            if (engine != null && wanted) {
                engine.start();
            }
        } catch (StartFailure e) {
            LOG.log(Level.DEBUG, "The function did not start; the failure is on the screen", e);
        }
        publish();
    }

    private void stopCurrent() {
        Engine engine = current;
        if (engine != null) {
            engine.stop();
        }
    }

    private void publish() {
        threads.screen().execute(() -> Optional.ofNullable(current).ifPresent(screen::changed));
    }
}
