package io.scflocal.app.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import io.scflocal.app.testkit.HandTicker;
import io.scflocal.app.testkit.TestStyles;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Texts;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.LogSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LogViewTest {
    private final InvocationLog log = new InvocationLog(new HandTicker(), line -> {});
    private final LogViewModel viewModel = new LogViewModel();

    private Stage stage;

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage::close);
    }

    @Start
    void start(Stage shared) {
        // Other tests have left their marks on the toolkit's own stage: sizes, bounds, listeners.
        stage = new Stage();
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        Scene scene = new Scene(new LogView(viewModel, new Texts(Language.ENGLISH)).root(), 900, 300);
        scene.getStylesheets().add(TestStyles.SHEET);
        stage.setScene(scene);
        stage.show();
        viewModel.show(log);
    }

    private void print(FxRobot robot, int lines) {
        for (int i = 0; i < lines; i++) {
            log.append(LogSource.STDOUT, "6f1c0a52-6c1f", "line " + log.endNumber());
        }
        robot.interact(viewModel::refresh);
    }

    /** Turns the wheel over the list; a positive delta scrolls up. A robot's wheel goes the other way on some platforms. */
    private static void wheel(FxRobot robot, double deltaY) {
        Node cell = robot.lookup(".log-cell").query();
        robot.interact(() -> Event.fireEvent(
                cell,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        0,
                        0,
                        0,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        deltaY,
                        0,
                        deltaY,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null)));
    }

    @Test
    void scrollingUpLetsTheTailGoAndTheButtonTakesItUpAgain(FxRobot robot) {
        print(robot, 100);
        awaitShown(robot, "line 99");

        wheel(robot, 120);
        assertFalse(viewModel.followingProperty().get());
        print(robot, 1_203);
        assertEquals("1,203 new ↓", robot.lookup("#newLines").queryButton().getText());

        robot.interact(robot.lookup("#newLines").queryButton()::fire);
        assertTrue(viewModel.followingProperty().get());
        awaitShown(robot, "line 1302");
    }

    @Test
    void scrollingBackToTheEndFollowsAgain(FxRobot robot) {
        print(robot, 100);
        wheel(robot, 120);
        print(robot, 2);
        wheel(robot, -1_200);
        assertTrue(viewModel.followingProperty().get());
        print(robot, 1);
        awaitShown(robot, "line 102");
    }

    @Test
    void selectingARowBeforeTheLastLetsTheTailGoAndCopyTakesTheSelectedLines(FxRobot robot) {
        print(robot, 100);
        robot.clickOn("line 97");
        assertFalse(viewModel.followingProperty().get());
        robot.press(KeyCode.SHIFT).push(KeyCode.DOWN).release(KeyCode.SHIFT);
        ListView<?> list = robot.lookup("#logList").queryListView();
        assertEquals(2, list.getSelectionModel().getSelectedIndices().size());
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        robot.interact(() -> {
            String[] copied = Clipboard.getSystemClipboard().getString().split("\n");
            assertEquals(2, copied.length);
            assertTrue(copied[0].endsWith("6f1c0a52  line 97"), copied[0]);
        });
    }

    @Test
    void theChipShowsTheLinesOfAllConnectionsAgain(FxRobot robot) {
        print(robot, 3);
        robot.interact(() -> viewModel.showOnly("none"));
        awaitShown(robot, "No line matches.");
        robot.clickOn("#onlyChip");
        assertEquals(3, viewModel.rows().size());
    }

    /** A line is there only after the next layout. */
    private static void awaitShown(FxRobot robot, String text) {
        try {
            WaitForAsyncUtils.waitFor(
                    20, TimeUnit.SECONDS, () -> robot.lookup(text).tryQuery().isPresent());
        } catch (TimeoutException e) {
            throw new AssertionError("not shown: " + text, e);
        }
    }
}
