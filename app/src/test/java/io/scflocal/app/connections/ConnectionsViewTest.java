package io.scflocal.app.connections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import io.scflocal.app.testkit.Connections;
import io.scflocal.app.testkit.HandTicker;
import io.scflocal.app.testkit.TestStyles;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Texts;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.platform.EndCause;
import java.time.Duration;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ConnectionsViewTest {
    private final HandTicker ticker = new HandTicker();
    private final Connections connections = new Connections(ticker);
    private final ConnectionsViewModel viewModel = new ConnectionsViewModel();
    private final Texts texts = new Texts(Language.ENGLISH);

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Scene scene = new Scene(new ConnectionsView(viewModel, texts, () -> {}).root(), 1200, 500);
        scene.getStylesheets().add(TestStyles.SHEET);
        stage.setScene(scene);
        stage.show();
        viewModel.show(connections.invocations(), (connection, act) -> {});
    }

    @Test
    void theSelectedConnectionStaysSelectedAndTellsWhyItEnded(FxRobot robot) {
        Invocation invocation = connections.open("/release/chat");
        connections.open("/release/other");
        robot.interact(viewModel::refresh);
        robot.clickOn("/release/chat");
        assertEquals(1, viewModel.selectedConnectionProperty().get());
        assertFalse(robot.lookup("#endCard").query().isVisible());

        ticker.advance(Duration.ofSeconds(15));
        connections.cut(invocation, EndCause.IDLE_TIMEOUT);
        connections.open("/release/third");
        robot.interact(viewModel::refresh);
        TableView<?> table = robot.lookup("#connectionTable").queryTableView();
        assertEquals(1, viewModel.selectedConnectionProperty().get());
        assertEquals(2, table.getSelectionModel().getSelectedIndex());
        assertTrue(robot.lookup("#endCard").query().isVisible());
        assertEquals(
                "455 idle timeout",
                robot.lookup("455 idle timeout").queryLabeled().getText());

        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        robot.interact(() ->
                assertTrue(Clipboard.getSystemClipboard().getString().startsWith("#1\t" + invocation.requestId())));

        robot.interact(() -> texts.languageProperty().set(Language.CHINESE));
        assertEquals("455 空闲超时", robot.lookup("455 空闲超时").queryLabeled().getText());
        assertEquals("2 个已连接", robot.lookup("#openCount").queryAs(Label.class).getText());
    }

    @Test
    void theSelectionSurvivesSortingAndChurn(FxRobot robot) {
        for (int i = 0; i < 40; i++) {
            connections.open("/release/" + i);
        }
        robot.interact(viewModel::refresh);
        TableView<?> table = robot.lookup("#connectionTable").queryTableView();
        robot.interact(() -> {
            table.getSelectionModel().select(3);
            sortByFirstColumn(table);
        });
        int selected = viewModel.selectedConnectionProperty().get();
        assertEquals(37, selected);
        for (int i = 0; i < 5; i++) {
            connections.cut(connections.open("/release/x"), EndCause.CLIENT_LOST);
            connections.open("/release/y");
            robot.interact(viewModel::refresh);
            assertEquals(37, viewModel.selectedConnectionProperty().get());
            assertEquals(36, table.getSelectionModel().getSelectedIndex());
        }
    }

    @Test
    void longNumbersGetMoreRoom() {
        assertEquals(ConnectionColumns.widthOfNumber(1), ConnectionColumns.widthOfNumber(9_999));
        assertTrue(ConnectionColumns.widthOfNumber(60_000) >= 60);
        assertTrue(ConnectionColumns.widthOfNumber(600_000) > ConnectionColumns.widthOfNumber(60_000));
    }

    @Test
    void whereThereIsLittleRoomTheResultIsStillThere(FxRobot robot) {
        TableView<?> table = robot.lookup("#connectionTable").queryTableView();
        robot.interact(() -> table.getScene().getWindow().setWidth(720));
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(isShown(table, "client"));
        assertTrue(isShown(table, "path"));
        double columns = table.getVisibleLeafColumns().stream()
                .mapToDouble(TableColumn::getWidth)
                .sum();
        assertTrue(columns <= table.getWidth(), () -> columns + " in " + table.getWidth());
        robot.interact(() -> table.getScene().getWindow().setWidth(1_200));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(isShown(table, "client"));
    }

    @Test
    void theCardGivesWayInANarrowWindow(FxRobot robot) {
        connections.cut(connections.open("/release/x"), EndCause.EXECUTION_TIMEOUT);
        TableView<?> table = robot.lookup("#connectionTable").queryTableView();
        robot.interact(() -> {
            viewModel.refresh();
            table.getScene().getWindow().setWidth(560);
            table.getSelectionModel().select(0);
        });
        WaitForAsyncUtils.waitForFxEvents();
        Region card = robot.lookup("#endCard").queryAs(Region.class);
        assertTrue(card.isVisible());
        assertTrue(card.getWidth() <= table.getScene().getWidth(), () -> "width " + card.getWidth());
    }

    private static boolean isShown(TableView<?> table, String column) {
        return table.getVisibleLeafColumns().stream()
                .anyMatch(shown -> shown.getId().equals(column));
    }

    @Test
    void theCardDoesNotCoverTheRowThatItTellsOf(FxRobot robot) {
        for (int i = 0; i < 40; i++) {
            connections.cut(connections.open("/release/" + i), EndCause.CLIENT_LOST);
        }
        robot.interact(viewModel::refresh);
        VirtualFlow<?> flow = robot.lookup("#connectionTable .virtual-flow").query();
        int bottom = flow.getLastVisibleCell().getIndex() - 1;
        robot.clickOn("/release/" + (39 - bottom));
        assertTrue(robot.lookup("#endCard").query().isVisible());
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(flow.getFirstVisibleCell().getIndex() > 0);
        assertTrue(flow.getLastVisibleCell().getIndex() >= bottom);
    }

    private static <T> void sortByFirstColumn(TableView<T> table) {
        table.getSortOrder().add(table.getColumns().get(0));
    }
}
