package io.scflocal.app.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LineAreaTest {
    private Stage stage;
    private LineArea area;
    private TabPane tabs;

    @Start
    void start(Stage shared) {
        // Other tests have left their marks on the toolkit's own stage: sizes, bounds, listeners.
        stage = new Stage();
        area = new LineArea(false);
        area.show(Collections.nCopies(20, new Line(List.of(new Run("a line", Run.Kind.PLAIN)))));
        tabs = new TabPane(new Tab("lines", area), new Tab("another"));
        stage.setScene(new Scene(tabs, 400, 200));
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage::close);
    }

    @Test
    void anAreaThatIsClickedGetsTheArrowKeysOfThePaneItIsIn(FxRobot robot) {
        robot.clickOn(area).push(KeyCode.DOWN);
        assertTrue(area.isFocused());
        assertEquals(0, tabs.getSelectionModel().getSelectedIndex());
    }
}
