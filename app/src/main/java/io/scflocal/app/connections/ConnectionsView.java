package io.scflocal.app.connections;

import io.scflocal.app.action.Action;
import io.scflocal.app.action.ActionGroup;
import io.scflocal.app.text.Texts;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The connections: how many there are, the table of them, and why the selected one has ended.
 *
 * <p>JavaFX thread only.
 */
public final class ConnectionsView {
    /** The head of the table and three rows, so that the card never hides what it is about. */
    private static final double FEWEST_ROWS_HEIGHT = 108;

    private final VBox root = new VBox();

    /**
     * Shows what {@code viewModel} holds.
     *
     * @param connect connects a client of the window's own
     */
    public ConnectionsView(ConnectionsViewModel viewModel, Texts texts, Runnable connect) {
        this(viewModel, texts, true, new ActBar(viewModel, texts, connect));
    }

    private ConnectionsView(ConnectionsViewModel viewModel, Texts texts, boolean live, Node... tools) {
        ConnectionTable table = new ConnectionTable(viewModel, texts);
        // How fast frames passed is measured while a connection is open.
        table.getColumns().removeIf(column -> !live && column.getId().equals("rate"));
        VBox.setVgrow(table, Priority.ALWAYS);
        table.setMinHeight(FEWEST_ROWS_HEIGHT);
        root.getStyleClass().add("connections");
        root.getStylesheets()
                .add(Objects.requireNonNull(ConnectionsView.class.getResource("connections.css"))
                        .toExternalForm());
        root.getChildren().addAll(header(viewModel, texts, tools), table, new EndCard(viewModel, texts));
    }

    /** Connections of earlier, on which nobody can act. */
    public static ConnectionsView past(ConnectionsViewModel viewModel, Texts texts) {
        return new ConnectionsView(viewModel, texts, false);
    }

    /** What the user can do to connections; {@code connect} as for the view. */
    public static Action[] actions(ConnectionsViewModel viewModel, Runnable connect) {
        return new Action[] {
            Action.of(ActionGroup.CONNECTIONS, "action.connect", "Shortcut+K", connect),
            Action.of(ActionGroup.CONNECTIONS, "action.expire-idle", "", viewModel::expireIdle)
                    .when(viewModel.actableProperty()),
            Action.of(ActionGroup.CONNECTIONS, "action.drop", "", viewModel::drop)
                    .when(viewModel.actableProperty())
        };
    }

    /** What goes into the window. */
    public Region root() {
        return root;
    }

    private static HBox header(ConnectionsViewModel viewModel, Texts texts, Node... tools) {
        Label title = new Label();
        title.getStyleClass().add("connections-title");
        title.textProperty().bind(texts.bind("connections.title"));
        Label open = new Label();
        open.setId("openCount");
        open.getStyleClass().add("pill");
        open.textProperty().bind(texts.bind("connections.open", viewModel.openCountProperty()));
        Label ended = new Label();
        ended.setId("endedCount");
        ended.getStyleClass().add("muted");
        ended.textProperty().bind(texts.bind("connections.ended", viewModel.endedCountProperty()));
        HBox header = new HBox(title, open, ended);
        header.getChildren().addAll(tools);
        header.getStyleClass().add("connections-header");
        return header;
    }
}
