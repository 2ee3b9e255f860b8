package io.scflocal.app.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import io.scflocal.app.action.Actions;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.lines.Line;
import io.scflocal.app.lines.LineArea;
import io.scflocal.app.testkit.Connections;
import io.scflocal.app.testkit.DemoFrames;
import io.scflocal.app.testkit.FakeCapture;
import io.scflocal.app.testkit.HandDesktop;
import io.scflocal.app.testkit.Sample;
import io.scflocal.app.testkit.TestStyles;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Texts;
import io.scflocal.core.frame.Direction;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DetailViewTest {
    private final DetailViewModel model = new DetailViewModel(new Threads(Runnable::run, Runnable::run));
    private final HandDesktop desktop = new HandDesktop();

    @Start
    void start(Stage stage) {
        DetailView view = new DetailView(model, new Texts(Language.ENGLISH), DetailLinks.NONE, desktop);
        Scene scene = new Scene(view, 500, 400);
        Actions actions = new Actions();
        actions.add(view.actions());
        scene.getAccelerators().putAll(actions.accelerators());
        scene.getStylesheets().add(TestStyles.SHEET);
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(scene);
        stage.show();
    }

    private void show(FxRobot robot, Sample frame) {
        robot.interact(() -> {
            model.source(FakeCapture.of(frame), Connections.none());
            model.show(0);
        });
    }

    @Test
    void theMessageIsShownAndCopied(FxRobot robot) {
        show(robot, DemoFrames.frame(0));
        robot.clickOn("#detail-copy");
        assertTrue(desktop.copied().startsWith("{\"room\":1,"));
        LineArea tree = robot.lookup("#detail-tree").query();
        assertEquals("    room: 1", tree.lines().get(1).text());
        robot.clickOn("#detail-as-text");
        LineArea lines = robot.lookup("#detail-message-lines").query();
        assertEquals("  \"room\": 1,", lines.lines().get(1).text());
    }

    @Test
    void aComparisonOpensItsTab(FxRobot robot) {
        Sample other = Sample.text(1, 1, Direction.FUNCTION_TO_CLIENT, "b");
        robot.interact(() -> {
            model.source(
                    FakeCapture.of(Sample.text(0, 1, Direction.FUNCTION_TO_CLIENT, "a"), other), Connections.none());
            model.show(0);
            model.compare(0, 1);
        });
        LineArea lines = robot.lookup("#detail-diff-lines").query();
        assertEquals(
                List.of("- a", "+ b"), lines.lines().stream().map(Line::text).toList());
    }

    @Test
    void keysDoWhatTheButtonsDo(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.C);
        assertEquals("", desktop.copied());
        show(robot, Sample.text(0, 1, Direction.FUNCTION_TO_CLIENT, "hi"));
        robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.C);
        assertEquals("hi", desktop.copied());
        robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.X);
        assertEquals("68 69", desktop.copied());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertTrue(robot.lookup("#detail-hex-lines").query().isVisible());
    }

    @Test
    void aMessageOfSixteenMegabytesOnOneLineDoesNotHoldTheScreenUp(FxRobot robot) {
        long start = System.nanoTime();
        show(robot, Sample.text(0, 1, Direction.FUNCTION_TO_CLIENT, "0123456789早".repeat((16 << 20) / 13)));
        robot.interact(() -> {});
        LineArea lines = robot.lookup("#detail-message-lines").query();
        robot.interact(() -> lines.reveal(lines.lines().size() - 1));
        robot.interact(() -> {});
        assertEquals(65_536, lines.lines().size(), 100);
        assertTrue(System.nanoTime() - start < 5_000_000_000L);
    }
}
