package io.scflocal.app.captures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.chart.Graph;
import io.scflocal.app.chart.Histogram;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.notice.Notices;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Texts;
import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.export.CaptureSource;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Scene;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class StatisticsViewTest {
    private CaptureStore capture;
    private StatisticsView view;

    @Start
    void start(Stage stage) throws IOException {
        capture = CaptureStore.create(Files.createTempDirectory("statistics").resolve("capture"), Ticker.system());
        StatisticsViewModel model = new StatisticsViewModel(
                () -> Optional.of(CaptureSource.of(capture)),
                new SimpleIntegerProperty(),
                new Threads(Runnable::run, Runnable::run),
                new Notices());
        view = new StatisticsView(model, new Texts(Language.ENGLISH));
        stage.setScene(new Scene(view.root(), 1200, 240));
        stage.show();
    }

    @AfterEach
    void close() {
        capture.close();
    }

    @Test
    void whatWasCountedIsDrawn(FxRobot robot) throws TimeoutException {
        assertFalse(robot.lookup("#statistics-result").query().isVisible());
        assertTrue(robot.lookup("#statistics-empty").query().isVisible());
        FrameScanner up = new FrameScanner(capture.recorder(1, Direction.CLIENT_TO_FUNCTION));
        up.scan(ByteBuffer.wrap(new byte[] {(byte) 0x81, 3, 'a', 'b', 'c', (byte) 0x81, 2, 'a', 'b'}));
        new FrameScanner(capture.recorder(1, Direction.FUNCTION_TO_CLIENT))
                .scan(ByteBuffer.wrap(new byte[] {(byte) 0x81, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
        robot.clickOn("#statistics-count");
        assertTrue(robot.lookup("#statistics-result").query().isVisible());
        assertFalse(robot.lookup("#statistics-empty").query().isVisible());
        Graph frames = robot.lookup(".graph").match(Graph.class::isInstance).query();
        assertTrue(frames.getAccessibleText().startsWith("At most 2/s, from "), frames.getAccessibleText());
        Histogram sizes =
                robot.lookup(".graph").match(Histogram.class::isInstance).query();
        // The charts get their width with the next layout only.
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> labels(robot, sizes).equals(Set.of("2", "2 B", "4 B", "8 B")));
        assertEquals(3, robot.from(sizes).lookup(".graph-bar-c2f").queryAll().size());
        assertEquals(3, robot.from(sizes).lookup(".graph-bar-f2c").queryAll().size());
    }

    private static Set<String> labels(FxRobot robot, Histogram histogram) {
        return robot.from(histogram).lookup(".graph-text").queryAllAs(Text.class).stream()
                .filter(Text::isVisible)
                .map(Text::getText)
                .collect(Collectors.toSet());
    }
}
