package io.scflocal.app.session;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.settings.FolderSettings;
import io.scflocal.core.EmulatorListener;
import io.scflocal.core.EmulatorOptions;
import io.scflocal.core.EmulatorState;
import io.scflocal.core.capture.CaptureOptions;
import io.scflocal.core.config.FolderConfig;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.platform.PlatformLimits;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the one engine and does with it what blocks: one thing after the other, in the background.
 *
 * <p>Commands are given on the JavaFX thread and return at once.
 */
final class EngineRoom {
    private static final System.Logger LOG = System.getLogger(EngineRoom.class.getName());

    private final EmulatorFactory factory;
    private final Supplier<CaptureOptions> captures;
    private final Threads threads;
    private final Screen screen;
    private CompletableFuture<Void> work = CompletableFuture.completedFuture(null);

    /** Written by the background work only; read by everyone. */
    private volatile @Nullable Engine current;

    private volatile int currentPort;
    private volatile boolean wanted;

    /** What the screen is told; called on the JavaFX thread. */
    interface Screen {
        /** This engine is there now, in place of another one. */
        void opened(Engine engine);

        /** No engine could be opened. */
        void notOpened(IOException error);

        /** The engine may have a new state. */
        void changed(Engine engine);
    }

    EngineRoom(EmulatorFactory factory, Supplier<CaptureOptions> captures, Threads threads, Screen screen) {
        this.factory = factory;
        this.captures = captures;
        this.threads = threads;
        this.screen = screen;
    }

    /** Opens {@code folder} in place of the present engine and starts it. */
    void open(FunctionFolder folder, FolderSettings settings) {
        wanted = true;
        interrupt();
        enqueue(() -> {
            replace(folder, settings);
            startIfWanted();
        });
    }

    /** Starts the engine; opens another one first if there is none or its gateway has another port. */
    void run(FunctionFolder folder, FolderSettings settings) {
        wanted = true;
        enqueue(() -> {
            if (current == null || currentPort != settings.gatewayPort()) {
                replace(folder, settings);
            }
            startIfWanted();
        });
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

    private void replace(FunctionFolder folder, FolderSettings settings) {
        Engine before = current;
        stopCurrent();
        current = null;
        try {
            Engine opened = factory.open(folder, options(folder, settings));
            opened.addListener(new EmulatorListener() {
                @Override
                public void stateChanged(EmulatorState now) {
                    publish();
                }
            });
            current = opened;
            currentPort = settings.gatewayPort();
            threads.screen().execute(() -> {
                screen.opened(opened);
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

    private EmulatorOptions options(FunctionFolder folder, FolderSettings settings) {
        return new EmulatorOptions(
                settings.gatewayPort(),
                PlatformLimits.FUNCTION_PORT,
                EmulatorOptions.DEFAULT_STAGE,
                captures.get(),
                FolderConfig.read(folder, System.getenv()).functionSettings().withMemoryMb(settings.memoryMb()),
                settings.timeouts());
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
