package io.scflocal.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.app.fx.FxScreen;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.lines.LineArea;
import io.scflocal.app.recent.RecentFolders;
import io.scflocal.app.session.EmulatorEngine;
import io.scflocal.app.session.Engine;
import io.scflocal.app.settings.SettingsFile;
import io.scflocal.app.shell.Preferences;
import io.scflocal.app.testkit.HandDesktop;
import io.scflocal.app.testkit.HandTicker;
import io.scflocal.app.text.Language;
import io.scflocal.app.windows.FolderWindows;
import io.scflocal.core.Emulator;
import io.scflocal.core.EmulatorOptions;
import io.scflocal.core.function.FunctionFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What a user comes for, from the first click to the exported file, with a real function behind a real gateway. The clock is moved by
 * hand, and the questions for files are answered beforehand.
 */
@ExtendWith(ApplicationExtension.class)
class WholeJobTest {
    private static final Path SAMPLE =
            Path.of("..", "samples", "ws_node").toAbsolutePath().normalize();
    private static final Duration BEYOND_IDLE = Duration.ofSeconds(16);

    private final HandTicker ticker = new HandTicker();
    private final HandDesktop desktop = new HandDesktop();
    private final ExecutorService background = Executors.newCachedThreadPool();
    private volatile Optional<Emulator> emulator = Optional.empty();
    private Path root;
    private Stage stage;
    private Wiring wiring;

    @BeforeAll
    static void needsItsLibrary() {
        assumeTrue(
                Files.isDirectory(SAMPLE.resolve("node_modules/ws")),
                "the sample's library is not installed: npm ci --prefix samples/ws_node");
    }

    @Start
    void start(Stage shared) throws IOException {
        // All tests share one stage. What listens to this one has work for a background that ends with this test.
        stage = new Stage();
        root = Files.createTempDirectory("whole job");
        Path settings = root.resolve(SettingsFile.NAME);
        Files.writeString(settings, "language=ENGLISH\n");
        SettingsFile file = new SettingsFile(settings, Runnable::run);
        wiring = new Wiring(
                stage,
                Preferences.from(file, Language.ENGLISH),
                new Surroundings(
                        new Threads(background, new FxScreen()),
                        ticker,
                        desktop,
                        this::open,
                        new FolderWindows(root.resolve("run")),
                        () -> false,
                        new RecentFolders(Optional.empty(), file, Runnable::run),
                        root.resolve("captures")));
        wiring.show(Optional.empty());
    }

    private Engine open(FunctionFolder folder, EmulatorOptions options) throws IOException {
        Emulator opened = Emulator.open(folder, options, ticker);
        emulator = Optional.of(opened);
        return new EmulatorEngine(opened);
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(stage::hide);
        wiring.closeNow();
        background.shutdownNow();
    }

    @Test
    void fromTheFolderToTheExportedFile(FxRobot robot) throws Exception {
        opensTheFolder(robot);
        connectsAndSends(robot);
        filtersAndInspects(robot);
        idlesOutAndReadsWhy(robot);
        exports(robot);
    }

    private void opensTheFolder(FxRobot robot) throws TimeoutException {
        desktop.answer(SAMPLE);
        robot.clickOn("#open-folder");
        await(() -> text(robot, "#state").startsWith("Running · pid "));
        assertTrue(robot.lookup("#url").queryLabeled().getText().startsWith("ws://127.0.0.1:"));
    }

    private void connectsAndSends(FxRobot robot) throws TimeoutException {
        robot.clickOn("#connection-connect");
        await(() -> text(robot, "#composer-connect").equals("Disconnect"));
        robot.write("{\"n\":12345678901234567890}", 0);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> emulator.orElseThrow().capture().count() >= 2);
    }

    private void filtersAndInspects(FxRobot robot) throws TimeoutException {
        robot.clickOn("#traffic-filter").write("dir==f2c && json.n>5", 0).push(KeyCode.ENTER);
        await(() -> text(robot, "#traffic-hits").startsWith("1 of "));
        robot.clickOn("#traffic-grid").push(KeyCode.HOME);
        await(() -> robot.lookup("#detail-tree").tryQuery().isPresent());
        LineArea tree = robot.lookup("#detail-tree").query();
        await(() -> tree.lines().size() > 1);
        assertEquals("    n: 12345678901234567890", tree.lines().get(1).text());
    }

    private void idlesOutAndReadsWhy(FxRobot robot) throws TimeoutException {
        await(() -> {
            // Again if one of the function's own messages came between.
            ticker.advance(BEYOND_IDLE);
            // The gateway waits by the machine's clock; this makes it look at the other one.
            emulator.ifPresent(opened -> opened.setTimeouts(opened.timeouts()));
            return text(robot, "#endedCount").startsWith("1 ");
        });
        robot.clickOn("/release/");
        await(() -> robot.lookup("#endCard").query().isVisible());
        assertEquals("455 idle timeout", text(robot, "#endCard .end-status"));
        assertTrue(text(robot, "#endCard .end-cause").startsWith("No message passed in either direction for 15 s"));
    }

    private void exports(FxRobot robot) throws Exception {
        Path file = root.resolve("all.jsonl");
        desktop.answer(file);
        robot.clickOn("#export-menu").type(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.ENTER);
        await(() -> robot.lookup(".notice.done").tryQuery().isPresent());
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.stream().anyMatch(line -> line.contains("12345678901234567890")), lines::toString);
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).<Labeled>tryQuery().map(Labeled::getText).orElse("");
    }
}
