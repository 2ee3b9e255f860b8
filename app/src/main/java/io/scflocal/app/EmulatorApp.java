package io.scflocal.app;

import io.scflocal.app.fx.Appearance;
import io.scflocal.app.fx.Desktop;
import io.scflocal.app.fx.FinderFolders;
import io.scflocal.app.fx.FxScreen;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.recent.RecentFolders;
import io.scflocal.app.recent.RecentlyUsed;
import io.scflocal.app.session.EmulatorFactory;
import io.scflocal.app.settings.SettingsFile;
import io.scflocal.app.settings.UserDirectories;
import io.scflocal.app.shell.Preferences;
import io.scflocal.app.start.Samples;
import io.scflocal.app.text.Language;
import io.scflocal.app.windows.FolderWindows;
import io.scflocal.core.platform.HostSystem;
import io.scflocal.core.time.Ticker;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
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
     * @param language language of the texts as long as the user has chosen none in the window
     * @throws WindowUnavailableException if nobody answers at the display; nothing was started then
     */
    public static void launchWindow(Optional<Path> folder, Language language) throws WindowUnavailableException {
        Display.prepareGraphics();
        String[] arguments = Stream.concat(Stream.of(language.name()), folder.map(Path::toString).stream())
                .toArray(String[]::new);
        try {
            Application.launch(EmulatorApp.class, arguments);
        } catch (UnsupportedOperationException e) {
            // "Unable to open DISPLAY": the variable is set, but nobody answers there.
            LOG.log(Level.DEBUG, "JavaFX could not be started", e);
            throw new WindowUnavailableException(WindowUnavailableException.Reason.NO_DISPLAY);
        }
    }

    @Override
    public void start(Stage stage) {
        List<String> arguments = getParameters().getRaw();
        UserDirectories directories = UserDirectories.ofSystem();
        SettingsFile file = new SettingsFile(directories.config().resolve(SettingsFile.NAME), background);
        Preferences preferences = Preferences.from(file, Language.valueOf(arguments.get(0)));
        RecentFolders recent = new RecentFolders(recentlyUsed(directories), file, background);
        preferences.folders().tell(recent);
        Wiring wiring = new Wiring(
                stage,
                preferences,
                new Surroundings(
                        new Threads(background, new FxScreen()),
                        Ticker.system(),
                        Desktop.ofSystem(stage, getHostServices()),
                        EmulatorFactory.REAL,
                        new FolderWindows(directories.runtime()),
                        Appearance.systemIsDark(),
                        recent,
                        directories.captures()));
        FxScreen screen = new FxScreen();
        Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> {
            LOG.log(Level.ERROR, "A part of the window failed", error);
            // Later: an error in the middle of a layout must not be answered with another layout.
            screen.execute(() -> wiring.unexpected(error));
        });
        Runtime.getRuntime().addShutdownHook(new Thread(wiring::closeNow, "close at exit"));
        wiring.show(arguments.stream().skip(1).findFirst().map(Path::of));
        if (HostSystem.current() == HostSystem.MAC && Boolean.getBoolean(Samples.PACKAGED)) {
            FinderFolders.listen(wiring::open);
        }
    }

    private static Optional<RecentlyUsed> recentlyUsed(UserDirectories directories) {
        return Optional.ofNullable(System.getProperty(Samples.HOME))
                .flatMap(home -> RecentlyUsed.ofDesktop(
                        directories.data().toAbsolutePath().getParent(), Path.of(home)));
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
