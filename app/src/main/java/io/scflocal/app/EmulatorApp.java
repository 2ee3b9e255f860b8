package io.scflocal.app;

import io.scflocal.app.fx.FxScreen;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.session.EmulatorFactory;
import io.scflocal.app.settings.UserDirectories;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.stage.Stage;

/** The application with its window. */
public final class EmulatorApp extends Application {
    private static final System.Logger LOG = System.getLogger(EmulatorApp.class.getName());

    private final ExecutorService background = Executors.newCachedThreadPool(EmulatorApp::daemon);

    /**
     * Shows the window and returns when it has been closed and everything behind it has stopped. May be called once in a process,
     * and only after {@link Display#problem()} has found nothing.
     *
     * @param folder a function's folder to open at once
     * @return why no window could be opened; empty if one was
     */
    public static Optional<Display.Problem> launchWindow(Optional<Path> folder) {
        String[] arguments = folder.map(path -> new String[] {path.toString()}).orElseGet(() -> new String[0]);
        try {
            Application.launch(EmulatorApp.class, arguments);
            return Optional.empty();
        } catch (UnsupportedOperationException e) {
            // "Unable to open DISPLAY": the variable is set, but nobody answers there.
            LOG.log(Level.DEBUG, "JavaFX could not be started", e);
            return Optional.of(Display.Problem.NO_DISPLAY);
        }
    }

    @Override
    public void start(Stage stage) {
        Thread.currentThread()
                .setUncaughtExceptionHandler(
                        (thread, error) -> LOG.log(Level.ERROR, "A part of the window failed", error));
        FxScreen screen = new FxScreen();
        Wiring wiring = new Wiring(
                stage, screen, new Threads(background, screen), UserDirectories.ofSystem(), EmulatorFactory.REAL);
        Runtime.getRuntime().addShutdownHook(new Thread(wiring::closeNow, "close at exit"));
        List<String> arguments = getParameters().getRaw();
        wiring.show(arguments.stream().findFirst().map(Path::of));
    }

    @Override
    public void stop() {
        background.shutdown();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "window background");
        thread.setDaemon(true);
        return thread;
    }
}
