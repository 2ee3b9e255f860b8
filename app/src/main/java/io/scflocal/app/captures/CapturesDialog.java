package io.scflocal.app.captures;

import io.scflocal.app.fx.Desktop;
import io.scflocal.app.text.Texts;
import io.scflocal.core.capture.Captures;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
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
import javafx.stage.Modality;
import javafx.stage.Stage;

/** The captures that there are: one is opened, a file becomes one, and where they are kept is chosen. JavaFX thread only. */
public final class CapturesDialog {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final double BYTES_PER_MB = 1e6;

    private final CapturesViewModel model;
    private final Texts texts;
    private final Desktop desktop;
    private final Stage stage = new Stage();
    private final TableView<Captures.Entry> table = new TableView<>();

    /** Builds it without showing it; it stands in front of {@code owner}. */
    public CapturesDialog(CapturesViewModel model, Texts texts, Desktop desktop, Stage owner) {
        this.model = model;
        this.texts = texts;
        this.desktop = desktop;
        table();
        VBox root =
                new VBox(10, table, buttons(), new CapturePlace(model.settings(), texts, desktop, model::list).root());
        root.setStyle("-fx-padding: 14;");
        root.getStyleClass().add("root");
        VBox.setVgrow(table, Priority.ALWAYS);
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.titleProperty().bind(texts.bind("captures.title"));
        Scene scene = new Scene(root, 860, 460);
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        scene.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.close();
            }
        });
        stage.setScene(scene);
    }

    /** Shows the captures of now. */
    public void show() {
        model.list();
        stage.show();
        table.requestFocus();
    }

    private void table() {
        table.setId("captures-table");
        table.setItems(model.entries());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("captures.column.time", 160, CapturesDialog::time));
        table.getColumns().add(column("captures.column.folder", 380, entry -> entry.header()
                .folder()));
        table.getColumns().add(column("captures.column.frames", 110, entry -> String.format("%,d", entry.frames())));
        table.getColumns()
                .add(column(
                        "captures.column.size", 110, entry -> String.format("%,.1f MB", entry.bytes() / BYTES_PER_MB)));
        table.setRowFactory(view -> {
            TableRow<Captures.Entry> row = new TableRow<>();
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
        none.textProperty().bind(texts.bind("captures.none"));
        table.setPlaceholder(none);
    }

    private TableColumn<Captures.Entry, String> column(
            String key, double width, Function<Captures.Entry, String> value) {
        TableColumn<Captures.Entry, String> column = new TableColumn<>();
        column.textProperty().bind(texts.bind(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
        return column;
    }

    private static String time(Captures.Entry entry) {
        Instant started = Instant.EPOCH.plusNanos(entry.header().startedEpochNanos());
        return TIME.format(started.atZone(ZoneId.systemDefault()));
    }

    private HBox buttons() {
        Button open = button("captures.open", this::open);
        open.setId("captures-open");
        open.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        open.setDefaultButton(true);
        Button imports = button("captures.import", () -> desktop.open(texts.get("captures.import"))
                .ifPresent(file -> {
                    stage.close();
                    model.importFile(file);
                }));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new HBox(8, open, imports, space, button("captures.close", stage::close));
    }

    private Button button(String key, Runnable action) {
        Button button = new Button();
        button.textProperty().bind(texts.bind(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void open() {
        Captures.Entry entry = table.getSelectionModel().getSelectedItem();
        if (entry != null) {
            stage.close();
            model.open(entry.directory());
        }
    }
}
