package io.scflocal.app.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.lines.LineArea;
import io.scflocal.app.testkit.HandTicker;
import io.scflocal.app.testkit.TestStyles;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Texts;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.LogLine;
import io.scflocal.core.invocation.LogSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LogViewTest {
    private final InvocationLog log = new InvocationLog(new HandTicker(), line -> {});
    private final LogViewModel viewModel = new LogViewModel(new Threads(Runnable::run, Runnable::run));

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
        Scene scene = new Scene(new LogView(viewModel, new Texts(Language.ENGLISH), new TestDesk()).root(), 900, 300);
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

    private final List<String> copied = new ArrayList<>();
    private final List<LogLine> shownFrames = new ArrayList<>();

    private final class TestDesk implements LogDesk {
        @Override
        public void copy(String text) {
            copied.add(text);
        }

        @Override
        public Optional<Path> chooseFile(String suggestedName) {
            return Optional.empty();
        }

        @Override
        public void showFrameNear(LogLine line) {
            shownFrames.add(line);
        }
    }

    private LineArea area(FxRobot robot) {
        return robot.lookup("#logList").queryAs(LineArea.class);
    }

    /** The rows that are on the screen. */
    private String onScreen(FxRobot robot) {
        StringBuilder rows = new StringBuilder();
        robot.interact(() -> {
            area(robot).applyCss();
            area(robot).layout();
            area(robot).lookupAll(".line-row").stream()
                    .filter(Node::isVisible)
                    .forEach(row -> rows.append(row.getAccessibleText()).append('\n'));
        });
        return rows.toString();
    }

    /** Turns the wheel over the list; a positive delta scrolls up. A robot's wheel goes the other way on some platforms. */
    private void wheel(FxRobot robot, double deltaY) {
        onScreen(robot);
        robot.interact(() -> Event.fireEvent(
                area(robot),
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
        assertTrue(onScreen(robot).contains("line 99\n"));

        wheel(robot, 120);
        assertFalse(viewModel.followingProperty().get());
        print(robot, 1_203);
        assertEquals("1,203 new ↓", robot.lookup("#newLines").queryButton().getText());
        assertFalse(onScreen(robot).contains("line 99\n"));

        robot.interact(robot.lookup("#newLines").queryButton()::fire);
        assertTrue(viewModel.followingProperty().get());
        assertTrue(onScreen(robot).contains("line 1302\n"));
    }

    @Test
    void scrollingBackToTheEndFollowsAgain(FxRobot robot) {
        print(robot, 100);
        wheel(robot, 120);
        print(robot, 2);
        wheel(robot, -1_200);
        assertTrue(viewModel.followingProperty().get());
        print(robot, 1);
        assertTrue(onScreen(robot).contains("line 102\n"));
    }

    @Test
    void selectingARowBeforeTheLastLetsTheTailGoAndCopyTakesTheSelectedLines(FxRobot robot) {
        print(robot, 100);
        onScreen(robot);
        robot.interact(() -> area(robot).reveal(97));
        assertFalse(viewModel.followingProperty().get());
        robot.interact(() -> area(robot).requestFocus());
        robot.press(KeyCode.SHIFT).push(KeyCode.DOWN).release(KeyCode.SHIFT);
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        String[] lines = copied.get(0).split("\n");
        assertEquals(2, lines.length);
        assertTrue(lines[0].endsWith("6f1c0a52  line 97"), lines[0]);
        robot.push(KeyCode.ENTER);
        assertEquals("line 97", shownFrames.get(0).text());
    }

    @Test
    void theListIsAtTheLineThatWasAskedFor(FxRobot robot) {
        print(robot, 1_000);
        robot.interact(() -> viewModel.reveal(0));
        assertTrue(onScreen(robot).contains("line 0\n"));
        assertEquals(0, area(robot).selectedProperty().get());
    }

    @Test
    void theChipShowsTheLinesOfAllConnectionsAgain(FxRobot robot) {
        print(robot, 3);
        robot.interact(() -> viewModel.showOnly("none"));
        assertTrue(robot.lookup("No line matches.").tryQuery().isPresent());
        robot.interact(robot.lookup("#onlyChip").queryButton()::fire);
        assertEquals(3, viewModel.rows().size());
    }
}
