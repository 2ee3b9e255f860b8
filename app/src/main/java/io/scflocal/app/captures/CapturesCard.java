package io.scflocal.app.captures;

import io.scflocal.app.fx.Desktop;
import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Quantities;
import io.scflocal.app.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The captures that there are: one is opened, a file becomes one, and where they are kept is chosen. JavaFX thread only. */
public final class CapturesCard {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final double WIDTH = 780;
    private static final double ROW_HEIGHT = 28;
    private static final int ROWS = 9;

    private final CapturesViewModel model;
    private final Texts texts;
    private final Desktop desktop;
    private final Runnable close;
    private final TableView<CapturesViewModel.Listed> table = new TableView<>();
    private final VBox root = new VBox();

    /** Shows the captures of now; {@code close} takes the card away. */
    public CapturesCard(CapturesViewModel model, Texts texts, Desktop desktop, Runnable close) {
        this.model = model;
        this.texts = texts;
        this.desktop = desktop;
        this.close = close;
        table();
        Label title = new Label();
        title.getStyleClass().add("overlay-title");
        title.textProperty().bind(texts.bind("captures.title"));
        root.setId("captures-card");
        root.getStyleClass().add("overlay-card");
        root.getChildren()
                .addAll(
                        title,
                        table,
                        new CapturePlace(model.settings(), texts, desktop, model::list).root(),
                        buttons());
        VBox.setVgrow(table, Priority.ALWAYS);
        model.list();
    }

    /** What goes over the window. */
    public Region root() {
        return root;
    }

    /** Lets the user choose by keys. */
    public void requestFocus() {
        table.requestFocus();
    }

    private void table() {
        table.setId("captures-table");
        table.getStyleClass().add("dense-table");
        table.setItems(model.entries());
        table.setFixedCellSize(ROW_HEIGHT);
        table.setPrefSize(WIDTH, (ROWS + 1) * ROW_HEIGHT + 2);
        table.setMinHeight(3 * ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("captures.column.time", 160, CapturesCard::time));
        table.getColumns().add(column("captures.column.folder", 380, listed -> listed.entry()
                .header()
                .folder()));
        table.getColumns()
                .add(number(
                        "captures.column.frames",
                        110,
                        listed -> Formats.count(listed.entry().frames())));
        table.getColumns().add(number("captures.column.size", 110, this::size));
        table.setRowFactory(view -> {
            TableRow<CapturesViewModel.Listed> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2) {
                    open();
                }
            });
            return row;
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open();
            }
        });
        Label none = new Label();
        none.getStyleClass().add("muted");
        none.textProperty().bind(texts.bind("captures.none"));
        table.setPlaceholder(none);
        model.entries().addListener((ListChangeListener<CapturesViewModel.Listed>)
                change -> table.getSelectionModel().selectFirst());
    }

    private TableColumn<CapturesViewModel.Listed, String> number(
            String key, double width, Function<CapturesViewModel.Listed, String> value) {
        TableColumn<CapturesViewModel.Listed, String> column = column(key, width, value);
        column.getStyleClass().add("number-column");
        return column;
    }

    private TableColumn<CapturesViewModel.Listed, String> column(
            String key, double width, Function<CapturesViewModel.Listed, String> value) {
        TableColumn<CapturesViewModel.Listed, String> column = new TableColumn<>();
        column.textProperty().bind(texts.bind(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
        return column;
    }

    private static String time(CapturesViewModel.Listed listed) {
        Instant started = Instant.EPOCH.plusNanos(listed.entry().header().startedEpochNanos());
        return TIME.format(started.atZone(ZoneId.systemDefault()));
    }

    /** Files that are written reach beyond what is in them, so their size says nothing. */
    private String size(CapturesViewModel.Listed listed) {
        return listed.inUse()
                ? texts.get("captures.inUse")
                : Quantities.bytes(listed.entry().bytes());
    }

    private HBox buttons() {
        Button open = button("captures.open", this::open);
        open.setId("captures-open");
        open.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        open.getStyleClass().add("accent");
        Button imports = button("captures.import", () -> desktop.open(texts.get("captures.import"))
                .ifPresent(file -> {
                    close.run();
                    model.importFile(file);
                }));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(8, imports, space, button("captures.close", close), open);
        buttons.setAlignment(Pos.CENTER_LEFT);
        return buttons;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button();
        button.textProperty().bind(texts.bind(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void open() {
        CapturesViewModel.Listed selected = table.getSelectionModel().getSelectedItem();
        if (selected != null) {
            close.run();
            model.open(selected.entry().directory());
        }
    }
}
