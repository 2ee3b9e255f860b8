package io.scflocal.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.fx.FxScreen;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.recent.RecentFolders;
import io.scflocal.app.session.Engine;
import io.scflocal.app.session.FakeEngine;
import io.scflocal.app.settings.SettingsFile;
import io.scflocal.app.shell.Preferences;
import io.scflocal.app.testkit.HandDesktop;
import io.scflocal.app.text.Language;
import io.scflocal.app.windows.FolderWindows;
import io.scflocal.core.EmulatorOptions;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.Opening;
import io.scflocal.core.time.Ticker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window with an engine that runs nothing. */
@ExtendWith(ApplicationExtension.class)
class WindowTest {
    private volatile Optional<StartFailure> failing = Optional.empty();
    private volatile Optional<FakeEngine> engine = Optional.empty();
    private volatile boolean systemIsDark;
    private Path folder;
    private Stage stage;
    private Wiring wiring;

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        Path root = Files.createTempDirectory("window");
        folder = Files.createDirectories(root.resolve("聊天室"));
        Files.writeString(
                root.resolve("settings.properties"),
                "language=ENGLISH\nfolder.0.path=" + folder + "\nfolder.0.opened=2026-01-01T00:00:00Z\n");
        FxScreen screen = new FxScreen();
        SettingsFile settings = new SettingsFile(root.resolve(SettingsFile.NAME), Runnable::run);
        wiring = new Wiring(
                stage,
                Preferences.from(settings, Language.ENGLISH),
                new Surroundings(
                        new Threads(Runnable::run, screen),
                        Ticker.system(),
                        new HandDesktop(),
                        this::open,
                        new FolderWindows(root.resolve("run")),
                        () -> systemIsDark,
                        new RecentFolders(Optional.empty(), settings, Runnable::run),
                        root));
        wiring.show(Optional.empty());
    }

    private Engine open(FunctionFolder opened, EmulatorOptions options) {
        FakeEngine made = new FakeEngine(opened, options, failing.orElse(null));
        engine = Optional.of(made);
        return made;
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private void openRecent(FxRobot robot) throws TimeoutException {
        await(() -> robot.lookup("聊天室").tryQuery().isPresent());
        robot.clickOn("聊天室");
        await(() -> robot.lookup("#state").tryQuery().isPresent());
    }

    @Test
    void aRecentFolderIsOpenedAndRunFromTheStartPage(FxRobot robot) throws TimeoutException {
        assertEquals("SCF Local", stage.getTitle());
        openRecent(robot);
        await(() -> text(robot, "#state").startsWith("Running · pid 48213"));
        assertEquals("SCF Local – 聊天室", stage.getTitle());
        assertEquals("ws://127.0.0.1:8000/release/", text(robot, "#url"));
        assertFalse(robot.lookup("#open-folder").tryQuery().isPresent());
        robot.push(KeyCode.SHIFT, KeyCode.F5);
        await(() -> text(robot, "#state").equals("Stopped"));
        robot.clickOn("#run");
        await(() -> text(robot, "#state").startsWith("Running"));
    }

    @Test
    void theAddressesGiveWayToTheStateInANarrowWindow(FxRobot robot) throws TimeoutException {
        openRecent(robot);
        await(() -> text(robot, "#state").startsWith("Running"));
        robot.interact(() -> stage.setWidth(1_000));
        await(() -> text(robot, "#url").equals("ws"));
        Labeled state = robot.lookup("#state").queryAs(Labeled.class);
        Labeled name = robot.lookup("#function-menu").queryAs(Labeled.class);
        assertTrue(state.getWidth() >= state.prefWidth(-1), () -> state.getWidth() + " of " + state.prefWidth(-1));
        assertTrue(name.getWidth() >= name.prefWidth(-1), () -> name.getWidth() + " of " + name.prefWidth(-1));
        robot.interact(() -> stage.setWidth(1_400));
        await(() -> text(robot, "#url").equals("ws://127.0.0.1:8000/release/"));
    }

    @Test
    void aTimeoutIsEditedInPlace(FxRobot robot) throws TimeoutException {
        openRecent(robot);
        await(() -> text(robot, "#state").startsWith("Running"));
        TextField idle = robot.lookup("#setting-idleTimeout").queryAs(TextField.class);
        robot.doubleClickOn("#setting-idleTimeout").write("7201");
        assertTrue(robot.lookup("Allowed: 1 to 7200").queryLabeled().isVisible());
        robot.push(KeyCode.ESCAPE);
        assertEquals("15", idle.getText());
        robot.doubleClickOn("#setting-idleTimeout").write("7").push(KeyCode.ENTER);
        assertEquals(Duration.ofSeconds(7), engine.orElseThrow().timeouts.idle());
    }

    @Test
    void aFailedStartIsExplainedAndTheLanguageCanBeChanged(FxRobot robot) throws TimeoutException {
        failing = Optional.of(new StartFailure(
                StartProblem.EXITED_BEFORE_READY, "It ended", List.of("1", ""), List.of("SyntaxError: 第一行")));
        openRecent(robot);
        await(() -> robot.lookup("#failure").query().isVisible());
        assertEquals("Failed · 405 ContainerStateExited", text(robot, "#state"));
        robot.clickOn("#language");
        assertEquals("启动失败 · 405 ContainerStateExited", text(robot, "#state"));
        robot.clickOn("#theme");
    }

    @Test
    void connectionsAreNotLostUnasked(FxRobot robot) throws Exception {
        openRecent(robot);
        await(() -> text(robot, "#state").startsWith("Running"));
        FakeEngine first = engine.orElseThrow();
        first.invocations()
                .begin(new Opening("127.0.0.1:1", true, new Handshake("GET", "/", "/", List.of(), 0, List.of())));
        Path other = Files.createDirectories(folder.resolveSibling("other"));
        robot.interact(() -> wiring.open(other));
        assertTrue(robot.lookup(
                        "1 open connection ends when another folder is opened in this window. The frames stay in the capture.")
                .queryLabeled()
                .isVisible());
        robot.clickOn("#question-yes");
        await(() -> stage.getTitle().equals("SCF Local – other"));
    }

    @Test
    void coloursAndLanguageAreChosenWithoutAFunction(FxRobot robot) throws TimeoutException {
        robot.clickOn("#settings");
        robot.clickOn("#application-language").clickOn("简体中文");
        assertEquals("主题", robot.lookup("主题").queryLabeled().getText());
        robot.clickOn("#application-theme").clickOn("深色").push(KeyCode.ESCAPE);
        await(() -> Application.getUserAgentStylesheet().contains("dark"));
        assertFalse(robot.lookup("#application-settings").tryQuery().isPresent());
    }

    @Test
    void theSystemsColoursAreFollowedWhileTheWindowIsShown(FxRobot robot) throws TimeoutException {
        assertFalse(Application.getUserAgentStylesheet().contains("dark"));
        systemIsDark = true;
        await(() -> Application.getUserAgentStylesheet().contains("dark"));
        robot.clickOn("#theme");
        await(() -> Application.getUserAgentStylesheet().contains("light"));
        robot.clickOn("#theme").clickOn("#theme");
        await(() -> Application.getUserAgentStylesheet().contains("dark"));
        systemIsDark = false;
        await(() -> Application.getUserAgentStylesheet().contains("light"));
    }
}
