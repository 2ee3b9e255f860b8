package io.scflocal.app.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import io.scflocal.app.action.Actions;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.notice.Notices;
import io.scflocal.app.testkit.Connections;
import io.scflocal.app.testkit.DemoFrames;
import io.scflocal.app.testkit.FakeCapture;
import io.scflocal.app.testkit.Remembered;
import io.scflocal.app.testkit.TestStyles;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Texts;
import io.scflocal.core.time.Ticker;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FrameGridTest {
    private static final long TEN_MILLION = 10_000_000;

    private final FakeCapture capture = new FakeCapture(DemoFrames::frame, TEN_MILLION);
    private final TrafficViewModel model = new TrafficViewModel(
            new Threads(Runnable::run, Runnable::run), Ticker.system(), Remembered.nothing(), new Notices());
    private final Texts texts = new Texts(Language.ENGLISH);
    private FrameGrid grid;

    @Start
    void start(Stage stage) {
        TrafficView view = new TrafficView(model, texts, new Region());
        Scene scene = new Scene(view.root(), 1000, 400);
        scene.getStylesheets().add(TestStyles.SHEET);
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Actions actions = new Actions();
        actions.add(view.actions());
        scene.getAccelerators().putAll(actions.accelerators());
        stage.setScene(scene);
        stage.show();
        grid = (FrameGrid) view.root().lookup("#traffic-grid");
    }

    @BeforeEach
    void showTenMillionFrames(FxRobot robot) {
        robot.interact(() -> model.show(capture, Connections.none()));
    }

    @Test
    void theNextFrameIsOneKeyAwayAlsoWhileAFilterIsTyped(FxRobot robot) {
        robot.interact(() -> model.choice().select(0));
        robot.clickOn("#traffic-filter").push(KeyCode.CONTROL, KeyCode.DOWN);
        assertEquals(1, model.selectedFrameProperty().get());
    }

    private String number(int row) {
        return grid.rowNodes().get(row).text(Column.NUMBER);
    }

    private void more(FxRobot robot, long frames) {
        robot.interact(() -> {
            capture.count(capture.count() + frames);
            model.refresh();
        });
    }

    private int lastRow() {
        return (int) model.grid().viewport() - 1;
    }

    @Test
    void holdsOnlyTheVisibleRowsAndFollowsTheEnd(FxRobot robot) {
        assertTrue(grid.rowNodes().size() < 60);
        assertEquals("10000000", number(lastRow()));
        more(robot, 5_000);
        assertEquals("10005000", number(lastRow()));
    }

    @Test
    void aClickSelectsARowWithoutMovingItAndLetsGoOfTheEnd(FxRobot robot) {
        String clicked = number(3);
        robot.clickOn(grid.rowNodes().get(3));
        more(robot, 5_000);
        assertEquals(clicked, number(3));
        assertEquals(clicked, Long.toString(model.selectedFrameProperty().get() + 1));
        assertTrue(robot.lookup("#traffic-added").queryButton().isVisible());
        assertEquals("5,000 new ↓", robot.lookup("#traffic-added").queryButton().getText());
        robot.clickOn("#traffic-added");
        assertEquals("10005000", number(lastRow()));
        assertFalse(robot.lookup("#traffic-added").queryButton().isVisible());
    }

    @Test
    void keysMoveTheSelectionAndTheViewWithIt(FxRobot robot) {
        robot.clickOn(grid.rowNodes().get(0));
        long first = model.selectedFrameProperty().get();
        robot.type(KeyCode.UP, KeyCode.UP);
        assertEquals(first - 2, model.selectedFrameProperty().get());
        assertEquals(Long.toString(first - 1), number(0));
        robot.type(KeyCode.HOME);
        assertEquals("1", number(0));
        assertFalse(model.position().followingProperty().get());
        robot.type(KeyCode.PAGE_DOWN, KeyCode.DOWN);
        assertEquals(model.grid().viewport(), model.selectedFrameProperty().get());
        robot.type(KeyCode.END);
        assertEquals("10000000", number(lastRow()));
        assertTrue(model.position().followingProperty().get());
    }

    @Test
    void theRowOfMissingFramesIsReachedByKeysAndSpoken(FxRobot robot) {
        robot.interact(() -> {
            capture.gap(9_000_000);
            model.refresh();
        });
        robot.clickOn(grid.rowNodes().get(0)).type(KeyCode.HOME);
        GridRow first = grid.rowNodes().get(0);
        String said = String.valueOf(first.queryAccessibleAttribute(AccessibleAttribute.TEXT));
        assertTrue(said.matches("9,000,000 frames from [0-9:.]+ to [0-9:.]+ were dropped \\(quota 2 GB\\)"), said);
        assertEquals(true, first.queryAccessibleAttribute(AccessibleAttribute.SELECTED));
        assertEquals("9000001", number(1));
        assertEquals("", number(0));
        robot.interact(() -> Event.fireEvent(
                grid, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null)));
        robot.type(KeyCode.DOWN);
        assertEquals(9_000_000, model.selectedFrameProperty().get());
        assertEquals(false, first.queryAccessibleAttribute(AccessibleAttribute.SELECTED));
    }

    @Test
    void theMenuComparesExactlyTwoFrames(FxRobot robot) {
        List<Long> compared = new ArrayList<>();
        robot.interact(() -> model.onCompare((earlier, later) -> compared.addAll(List.of(earlier, later))));
        robot.clickOn(grid.rowNodes().get(2));
        assertFalse(menuTexts(robot).contains("Compare the two selected frames"));
        robot.interact(() -> model.choice().select(model.grid().top() + 5, SelectedFrames.Mode.TOGGLE));
        assertTrue(menuTexts(robot).contains("Compare the two selected frames"));
        robot.push(KeyCode.CONTROL, KeyCode.D);
        assertEquals(List.of(model.grid().top() + 2, model.grid().top() + 5), compared);
    }

    private List<String> menuTexts(FxRobot robot) {
        List<String> shown = new ArrayList<>();
        robot.interact(() -> new FrameMenu(model, texts, form -> {})
                .getItems()
                .forEach(item -> shown.add(String.valueOf(item.getText()))));
        return shown;
    }

    @Test
    void theWheelScrollsUpAndLetsGo(FxRobot robot) {
        // Fired by hand: the robot's wheel turns the other way round without a screen.
        robot.interact(() -> Event.fireEvent(grid.rowNodes().get(3), wheel(3)));
        assertEquals(model.grid().lastTop() - 3, model.grid().top());
        assertFalse(model.position().followingProperty().get());
        robot.interact(() -> Event.fireEvent(grid.rowNodes().get(3), wheel(-4)));
        assertTrue(model.position().followingProperty().get());
    }

    private static ScrollEvent wheel(int lines) {
        return new ScrollEvent(
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
                lines * 40.0,
                0,
                lines * 40.0,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.LINES,
                lines,
                0,
                null);
    }

    @Test
    void clearEmptiesTheListAndCtrlZBringsItBack(FxRobot robot) {
        robot.clickOn(grid.rowNodes().get(2));
        robot.clickOn("#traffic-clear");
        assertFalse(grid.rowNodes().get(0).isVisible());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertTrue(grid.rowNodes().get(0).isVisible());
    }

    @Test
    void theFilterIsTypedCorrectedAndCleared(FxRobot robot) {
        more(robot, 31_000 - capture.count());
        robot.clickOn(grid.rowNodes().get(0));
        robot.push(KeyCode.SHORTCUT, KeyCode.L);
        robot.write("op == ping").type(KeyCode.ENTER);
        assertEquals("1,000 of 31,000", label(robot, "#traffic-hits").getText());
        assertFalse(label(robot, "#traffic-filter-note").isVisible());
        robot.write("x").type(KeyCode.ENTER);
        assertTrue(label(robot, "#traffic-filter-note").getText().startsWith("Column 7: "));
        assertEquals(1_000, model.rows().size());
        robot.type(KeyCode.ESCAPE);
        assertFalse(label(robot, "#traffic-filter-note").isVisible());
        assertFalse(label(robot, "#traffic-hits").isVisible());
        assertEquals(31_000, model.rows().size());
    }

    @Test
    void aSlashInTheListLeadsToTheFilter(FxRobot robot) {
        more(robot, 10 - capture.count());
        robot.clickOn(grid.rowNodes().get(0)).write("/pong").type(KeyCode.ENTER);
        assertEquals("pong", model.filter().textProperty().get());
    }

    @Test
    void theMenuOfARowAddsATermToTheFilter(FxRobot robot) {
        more(robot, 2 - capture.count());
        robot.clickOn(grid.rowNodes().get(0));
        // Fired by hand: without a screen a right click asks for no menu.
        robot.interact(() -> Event.fireEvent(
                grid, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 9, 9, 60, 60, false, null)));
        robot.clickOn("Filter on this direction: dir == c2f");
        assertEquals("dir == c2f", model.filter().textProperty().get());
    }

    private static Label label(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class);
    }

    @Test
    void aRowSpeaksOfItsFrame(FxRobot robot) {
        more(robot, 1 - capture.count());
        Object spoken = grid.rowNodes().get(0).queryAccessibleAttribute(AccessibleAttribute.TEXT);
        assertTrue(spoken.toString().startsWith("Frame 1, client to function, Text, "), spoken.toString());
        robot.interact(() -> texts.languageProperty().set(Language.CHINESE));
        assertEquals("文本", grid.rowNodes().get(0).text(Column.OPCODE));
    }

    @Test
    void shiftAndTheMouseSelectARangeAndCtrlSingleRows(FxRobot robot) {
        robot.clickOn(grid.rowNodes().get(1));
        robot.press(KeyCode.SHIFT).clickOn(grid.rowNodes().get(4)).release(KeyCode.SHIFT);
        assertEquals(4, selectedRows());
        robot.press(KeyCode.SHORTCUT).clickOn(grid.rowNodes().get(2)).release(KeyCode.SHORTCUT);
        assertEquals(3, selectedRows());
        robot.drag(grid.rowNodes().get(0)).dropTo(grid.rowNodes().get(3));
        assertEquals(4, selectedRows());
        robot.clickOn(grid.rowNodes().get(5));
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN, KeyCode.DOWN).release(KeyCode.SHIFT);
        assertEquals(3, selectedRows());
        assertEquals(true, grid.rowNodes().get(6).queryAccessibleAttribute(AccessibleAttribute.SELECTED));
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        assertEquals(TEN_MILLION, selectedRows());
    }

    private long selectedRows() {
        return model.choice().selection().framesProperty().get().rowsIn(model.rows());
    }

    @Test
    void selectedRowsAreCopied(FxRobot robot) {
        robot.clickOn(grid.rowNodes().get(1));
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        robot.interact(() -> {
            String copied = Clipboard.getSystemClipboard().getString();
            assertEquals(2, copied.lines().count());
        });
    }

    @Test
    void aColumnIsHiddenMovedAndResized(FxRobot robot) {
        Label time = robot.lookup("#traffic-heading-time").query();
        Label opcode = robot.lookup("#traffic-heading-opcode").query();
        double opcodeAt = opcode.getLayoutX();
        robot.drag(opcode).dropTo(time);
        assertTrue(opcode.getLayoutX() < opcodeAt);
        assertTrue(opcode.getLayoutX() < time.getLayoutX());
        double width = time.getWidth();
        robot.drag("#traffic-border-time").moveBy(30, 0).drop();
        assertEquals(width + 30, time.getWidth(), 5);
        robot.interact(() -> model.settings().columns().choose(Column.TIME, false));
        assertEquals("", grid.rowNodes().get(0).text(Column.TIME));
    }

    @Test
    void aClickOnTheHeadingShowsTimesInAnotherWay(FxRobot robot) {
        robot.clickOn("#traffic-heading-time");
        assertEquals(TimeMode.OPEN, model.settings().timeProperty().get());
        assertEquals("Since open", label(robot, "#traffic-heading-time").getText());
        robot.interact(() ->
                model.settings().countFrom(model.rows().frameAt(model.grid().top() + 2)));
        assertEquals(FrameTimes.REFERENCE, grid.rowNodes().get(2).text(Column.TIME));
    }

    @Test
    void findingLeavesTheOthersAndGoesFromOneToTheNext(FxRobot robot) {
        more(robot, 310 - capture.count());
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        robot.write("op == ping").type(KeyCode.ENTER);
        refresh(robot);
        assertEquals(310, model.rows().size());
        assertEquals(5, model.selectedFrameProperty().get() % 31);
        long first = model.selectedFrameProperty().get();
        robot.type(KeyCode.F3);
        refresh(robot);
        long second = model.selectedFrameProperty().get();
        assertEquals(5, second % 31);
        assertFalse(second == first);
        robot.push(KeyCode.SHIFT, KeyCode.F3);
        assertEquals(first, model.selectedFrameProperty().get());
        robot.type(KeyCode.ESCAPE);
        assertFalse(robot.lookup("#traffic-find-bar").query().isVisible());
        assertTrue(grid.isFocused());
    }

    private void refresh(FxRobot robot) {
        robot.interact(model::refresh);
    }

    @Test
    void whoeverTypesInTheListFiltersIt(FxRobot robot) {
        more(robot, 310 - capture.count());
        robot.clickOn(grid.rowNodes().get(0)).write("len > 9");
        assertEquals("len > 9", model.filter().textProperty().get());
    }

    @Test
    void theFilterIsCompletedByTabAndEnterIsNotStolen(FxRobot robot) {
        more(robot, 310 - capture.count());
        robot.push(KeyCode.SHORTCUT, KeyCode.L);
        robot.write("di").type(KeyCode.TAB);
        assertEquals("dir ", model.filter().textProperty().get());
        robot.write("== ").type(KeyCode.DOWN, KeyCode.TAB);
        assertTrue(model.filter().textProperty().get().matches("dir == (c2f|f2c) "));
        robot.write("&& fi").type(KeyCode.ENTER);
        assertTrue(model.filter().textProperty().get().endsWith("&& fi"));
        robot.type(KeyCode.TAB);
    }

    @Test
    void aTermIsTurnedRoundAndTakenAwayByItsChip(FxRobot robot) {
        more(robot, 310 - capture.count());
        robot.interact(() -> model.filter().use("dir == c2f && fin"));
        assertEquals(2, robot.lookup(".filter-chip").queryAll().size());
        robot.clickOn(robot.lookup(".filter-chip-button").nth(2).<Button>query());
        assertEquals("dir == c2f && !fin", model.filter().textProperty().get());
        robot.clickOn(robot.lookup(".filter-chip-button").nth(1).<Button>query());
        assertEquals("!fin", model.filter().textProperty().get());
        assertTrue(robot.lookup(".filter-chip").queryAll().isEmpty());
    }
}
