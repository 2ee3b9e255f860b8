package io.scflocal.app.connections;

import io.scflocal.app.fx.TextClipboard;
import io.scflocal.app.text.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The table itself: its rows, its selection, and what can be copied from it. */
final class ConnectionTable extends TableView<ConnectionRow> {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double ROW_HEIGHT = 27;
    /** The columns that give way where there is not room for all, in this order; the card and the detail tell of them, too. */
    private static final List<String> SPARE = List.of("rate", "client", "requestId", "instance", "bytes");
    /** Those columns give way before the path has less, in pixels. */
    private static final double COMFORTABLE_PATH = 140;
    /** A scroll bar and the borders. */
    private static final double BESIDE_COLUMNS = 16;

    private final ConnectionsViewModel viewModel;
    private final Texts texts;

    ConnectionTable(ConnectionsViewModel viewModel, Texts texts) {
        this.viewModel = viewModel;
        this.texts = texts;
        setId("connectionTable");
        getStyleClass().addAll("dense-table", "connection-table");
        setFixedCellSize(ROW_HEIGHT);
        getColumns().setAll(new ConnectionColumns(texts).all());
        getColumns().forEach(column -> column.widthProperty().addListener(property -> stretchPath()));
        setRowFactory(table -> new Row());
        SortedList<ConnectionRow> sorted = new SortedList<>(viewModel.rows());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        setPlaceholder(placeholder());
        setContextMenu(menu());
        addEventHandler(KeyEvent.KEY_PRESSED, this::copyOnShortcut);
        texts.languageProperty().addListener((property, before, now) -> refresh());
        viewModel.rows().addListener((ListChangeListener<ConnectionRow>) this::makeRoomForNumbers);
        keepSelection();
        widthProperty().addListener(property -> fit());
        heightProperty().addListener((property, before, now) -> keepSelectedInSight(now.doubleValue()));
    }

    private void makeRoomForNumbers(ListChangeListener.Change<? extends ConnectionRow> change) {
        while (change.next()) {
            change.getAddedSubList().stream()
                    .mapToInt(row -> row.snapshot().invocation().connection())
                    .max()
                    .ifPresent(newest -> getColumns().stream()
                            .filter(column -> column.getId().equals(ConnectionColumns.NUMBER_ID))
                            .forEach(column -> column.setMinWidth(
                                    Math.max(column.getMinWidth(), ConnectionColumns.widthOfNumber(newest)))));
        }
    }

    private void keepSelection() {
        getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (!viewModel.updatingProperty().get()) {
                viewModel.select(now);
            }
        });
        viewModel.updatingProperty().addListener((property, before, updating) -> {
            if (!updating) {
                selectAgain(viewModel.selectedProperty().get());
            }
        });
    }

    /** Rows that come, go or move shake the table's own selection; the connection stays selected where it is now. */
    private void selectAgain(@Nullable ConnectionRow row) {
        if (row == null) {
            getSelectionModel().clearSelection();
        } else if (getSelectionModel().getSelectedItem() != row) {
            getSelectionModel().clearAndSelect(getItems().indexOf(row));
        }
    }

    /** The card below takes its room from the table, and must not cover the very row that it tells of. */
    private void keepSelectedInSight(double height) {
        if (!(lookup(".virtual-flow") instanceof VirtualFlow<?> flow) || flow.getFirstVisibleCell() == null) {
            return;
        }
        int selected = getSelectionModel().getSelectedIndex();
        // One row less for the header above them, which is as high as a row.
        int rows = (int) (height / ROW_HEIGHT) - 1;
        if (selected >= flow.getFirstVisibleCell().getIndex() + rows) {
            scrollTo(Math.max(0, selected - rows + 1));
        }
    }

    /** Leaves out what is needed least, so that the result of a connection is never beyond the edge. */
    private void fit() {
        double others = getColumns().stream()
                .filter(column -> !isPath(column))
                .mapToDouble(TableColumn::getWidth)
                .sum();
        double missing = others + COMFORTABLE_PATH - room();
        for (String id : SPARE) {
            for (TableColumn<ConnectionRow, ?> column : getColumns()) {
                if (column.getId().equals(id)) {
                    column.setVisible(missing <= 0);
                    missing -= column.isVisible() ? 0 : column.getWidth();
                }
            }
        }
        stretchPath();
    }

    /** The path takes what the other columns leave. */
    private void stretchPath() {
        double others = getVisibleLeafColumns().stream()
                .filter(column -> !isPath(column))
                .mapToDouble(TableColumn::getWidth)
                .sum();
        getColumns().stream().filter(ConnectionTable::isPath).forEach(path -> path.setPrefWidth(room() - others));
    }

    private static boolean isPath(TableColumn<?, ?> column) {
        return column.getId().equals("path");
    }

    private double room() {
        return getWidth() - BESIDE_COLUMNS;
    }

    private Label placeholder() {
        Label label = new Label();
        label.textProperty()
                .bind(Bindings.createStringBinding(this::empty, viewModel.addressProperty(), texts.languageProperty()));
        label.getStyleClass().addAll("muted", "empty-text");
        label.setWrapText(true);
        return label;
    }

    private String empty() {
        String address = viewModel.addressProperty().get();
        String what = texts.get("connections.empty");
        return address.isEmpty() ? what : what + "\n" + texts.get("connections.empty.connect", address);
    }

    private ContextMenu menu() {
        MenuItem filter = new MenuItem();
        filter.textProperty().bind(texts.bind("connections.filterPath"));
        filter.disableProperty().bind(viewModel.selectedProperty().isNull());
        filter.setOnAction(event -> viewModel.filterOnPath());
        ContextMenu menu = new ContextMenu(
                filter,
                new SeparatorMenuItem(),
                copyItem("requestId", snapshot -> snapshot.invocation().requestId()),
                copyItem("path", snapshot -> snapshot.invocation().handshake().requestTarget()),
                copyItem("row", this::line));
        return menu;
    }

    private MenuItem copyItem(String name, Function<ConnectionSnapshot, String> text) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(texts.bind("connections.copy." + name));
        item.disableProperty().bind(viewModel.selectedProperty().isNull());
        item.setOnAction(event -> copy(text));
        return item;
    }

    private void copyOnShortcut(KeyEvent event) {
        if (COPY.match(event)) {
            copy(this::line);
            event.consume();
        }
    }

    private String line(ConnectionSnapshot snapshot) {
        return ConnectionText.line(snapshot, texts.messages());
    }

    private void copy(Function<ConnectionSnapshot, String> text) {
        ConnectionRow row = viewModel.selectedProperty().get();
        if (row != null) {
            TextClipboard.put(text.apply(row.snapshot()));
        }
    }

    /** A row that is muted once its connection has ended. */
    private static final class Row extends TableRow<ConnectionRow> {
        private static final PseudoClass ENDED = PseudoClass.getPseudoClass("ended");

        @Override
        protected void updateItem(@Nullable ConnectionRow row, boolean empty) {
            super.updateItem(row, empty);
            // A row that ends moves to another place, so its colour is never stale.
            pseudoClassStateChanged(ENDED, row != null && row.ended());
        }
    }
}
