package io.scflocal.app.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.app.text.Language;
import io.scflocal.app.text.Texts;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class NoticesViewTest {
    private final Notices notices = new Notices();
    private final Region tabs = new Region();
    private final Region status = new Region();
    private final BorderPane page = new BorderPane();
    private final BorderPane frame = new BorderPane(page);

    @Start
    void start(Stage stage) {
        tabs.setMinHeight(200);
        status.setMinHeight(30);
        page.setBottom(tabs);
        frame.setBottom(status);
        NoticesView cards = new NoticesView(notices, new Texts(Language.ENGLISH));
        cards.keepAbove(tabs, status);
        Scene scene = new Scene(new StackPane(frame, cards.root()), 900, 600);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theCardsStandAboveTheTabsWhereverTheseAre(FxRobot robot) {
        robot.interact(() -> notices.show(
                Notice.problem("captures.task.failed", "out.har", "full").with("notice.close", () -> {})));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(top(tabs), card(robot).getMaxY(), 1);

        double before = top(tabs);
        robot.interact(() -> tabs.setMinHeight(300));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(before - 100, top(tabs), 1);
        assertEquals(top(tabs), card(robot).getMaxY(), 1);

        robot.interact(() -> frame.setCenter(null));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(top(status), card(robot).getMaxY(), 1, "above the status bar");
    }

    /** The window may have the size of an earlier test. */
    private static double top(Region region) {
        return region.localToScene(0, 0).getY();
    }

    private static Bounds card(FxRobot robot) {
        Region card = robot.lookup(".notice").queryAs(Region.class);
        return card.localToScene(card.getLayoutBounds());
    }
}
