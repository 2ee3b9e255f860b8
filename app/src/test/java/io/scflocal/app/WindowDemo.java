package io.scflocal.app;

import io.scflocal.app.fx.Appearance;
import io.scflocal.app.fx.Desktop;
import io.scflocal.app.fx.FxScreen;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.recent.RecentFolders;
import io.scflocal.app.session.FakeEngine;
import io.scflocal.app.settings.SettingsFile;
import io.scflocal.app.settings.UserDirectories;
import io.scflocal.app.shell.Preferences;
import io.scflocal.app.text.Language;
import io.scflocal.app.windows.FolderWindows;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.Opening;
import io.scflocal.core.time.Ticker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window with an engine that only pretends; for looking at it. Argument: start, main or failure. */
public final class WindowDemo {
    private WindowDemo() {}

    public static void main(String[] args) {
        Application.launch(Demo.class, args);
    }

    public static final class Demo extends Application {
        private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });

        @Override
        public void start(Stage stage) {
            String page = getParameters().getRaw().get(0);
            @Nullable
            StartFailure failure = page.equals("failure")
                    ? new StartFailure(
                            StartProblem.LISTENS_ELSEWHERE,
                            "The function listens on 3000, not on 9000",
                            List.of("65", "3000"),
                            List.of(
                                    "> chat@1.0.0 start",
                                    "> node server.js",
                                    "",
                                    "早上好: listening on http://127.0.0.1:3000"))
                    : null;
            FxScreen screen = new FxScreen();
            SettingsFile file =
                    new SettingsFile(UserDirectories.ofSystem().config().resolve(SettingsFile.NAME), threads);
            Wiring wiring = new Wiring(
                    stage,
                    Preferences.from(file, Language.ENGLISH),
                    new Surroundings(
                            new Threads(threads, screen),
                            Ticker.system(),
                            Desktop.ofSystem(stage, getHostServices()),
                            (folder, options) -> busy(new FakeEngine(folder, options, failure)),
                            new FolderWindows(UserDirectories.ofSystem().runtime()),
                            Appearance.systemIsDark(),
                            new RecentFolders(Optional.empty(), file, threads),
                            UserDirectories.ofSystem().captures()));
            wiring.show(page.equals("start") ? Optional.empty() : Optional.of(Path.of("samples/ws_python")));
        }

        private FakeEngine busy(FakeEngine engine) {
            Invocation invocation = engine.invocations()
                    .begin(new Opening(
                            "127.0.0.1:51544", true, new Handshake("GET", "/", "/", List.of(), 0, List.of())));
            threads.scheduleAtFixedRate(
                    () -> {
                        int up = (int) (Math.random() * 1200);
                        int down = (int) (Math.random() * 900);
                        for (int i = 0; i < up; i++) {
                            invocation.traffic(Direction.CLIENT_TO_FUNCTION).frame(118);
                        }
                        for (int i = 0; i < down; i++) {
                            invocation.traffic(Direction.FUNCTION_TO_CLIENT).frame(96);
                        }
                        engine.frames += up + down;
                        engine.memoryBytes += (long) ((Math.random() - 0.4) * (4 << 20));
                    },
                    0,
                    500,
                    TimeUnit.MILLISECONDS);
            return engine;
        }
    }
}
