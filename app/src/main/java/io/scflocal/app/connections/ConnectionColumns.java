package io.scflocal.app.connections;

import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Quantities;
import io.scflocal.app.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.util.Callback;

/** The columns of the table of connections. */
final class ConnectionColumns {
    private static final String MONO = "mono";
    private static final String NUMBER = "number-column";
    static final String NUMBER_ID = "number";
    /** In pixels: room for a dot and four digits, and for each further digit. */
    private static final double NUMBER_WIDTH = 52;

    private static final double DIGIT = 8;
    /** In pixels: of a path so much is read wherever the window is not at its smallest. */
    private static final double LEAST_PATH = 88;

    private final Texts texts;

    ConnectionColumns(Texts texts) {
        this.texts = texts;
    }

    /** All of them, from left to right. */
    List<TableColumn<ConnectionRow, ConnectionSnapshot>> all() {
        return List.of(
                column(
                        NUMBER_ID,
                        NUMBER_WIDTH,
                        byNumber(),
                        () -> StatusCell.withDot(
                                s -> Integer.toString(s.invocation().connection()))),
                mono(column(
                        "requestId",
                        80,
                        by(s -> s.invocation().requestId()),
                        () -> ConnectionCell.withTooltip(
                                s -> ConnectionText.shortId(s.invocation().requestId()),
                                s -> s.invocation().requestId()))),
                mono(column(
                        "client",
                        64,
                        by(s -> s.invocation().client()),
                        () -> ConnectionCell.withTooltip(
                                s -> ConnectionText.port(s.invocation().client()),
                                s -> s.invocation().client()))),
                mono(column(
                        "path",
                        LEAST_PATH,
                        by(ConnectionColumns::path),
                        () -> ConnectionCell.withTooltip(ConnectionColumns::path, ConnectionColumns::path))),
                column(
                        "instance",
                        74,
                        by(s -> s.invocation().instance()),
                        () -> new ConnectionCell(s -> s.invocation().instance())),
                number(column("execution", 120, byLong(ConnectionSnapshot::elapsedNanos), ExecutionCell::new)),
                column(
                        "idle",
                        138,
                        byLong(s -> s.idles() ? s.idle().leftNanos() : Long.MAX_VALUE),
                        () -> new IdleCell(texts)),
                number(column(
                        "toFunction",
                        74,
                        byLong(s -> s.toFunction().frames()),
                        () -> new ConnectionCell(
                                s -> Formats.count(s.toFunction().frames())))),
                number(column(
                        "toClient",
                        74,
                        byLong(s -> s.toClient().frames()),
                        () -> new ConnectionCell(s -> Formats.count(s.toClient().frames())))),
                column("rate", 54, Comparator.comparingDouble(s -> s.rate().newest()), () -> new RateCell(texts)),
                number(column(
                        "bytes",
                        62,
                        byLong(ConnectionSnapshot::bytes),
                        () -> ConnectionCell.withTooltip(
                                s -> Quantities.bytes(s.bytes()), s -> Formats.count(s.bytes()) + " B"))),
                column("result", 156, by(this::result), () -> StatusCell.coloured(this::result)));
    }

    /** What the column of numbers needs for this one, in pixels. */
    static double widthOfNumber(int number) {
        return NUMBER_WIDTH + DIGIT * Math.max(0, Integer.toString(number).length() - 4);
    }

    private String result(ConnectionSnapshot snapshot) {
        return ConnectionText.result(snapshot, texts.messages());
    }

    private static String path(ConnectionSnapshot snapshot) {
        return snapshot.invocation().handshake().requestTarget();
    }

    private TableColumn<ConnectionRow, ConnectionSnapshot> column(
            String name,
            double width,
            Comparator<ConnectionSnapshot> order,
            Supplier<TableCell<ConnectionRow, ConnectionSnapshot>> cell) {
        TableColumn<ConnectionRow, ConnectionSnapshot> column = new TableColumn<>();
        column.setId(name);
        column.textProperty().bind(texts.bind("connections.column." + name));
        column.setCellValueFactory(row -> ConnectionCell.value(row.getValue()));
        column.setCellFactory(anyColumn -> cell.get());
        column.setComparator(order);
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setReorderable(false);
        return column;
    }

    private static TableColumn<ConnectionRow, ConnectionSnapshot> mono(
            TableColumn<ConnectionRow, ConnectionSnapshot> column) {
        // Not the column's own class, which its heading would take over.
        Callback<TableColumn<ConnectionRow, ConnectionSnapshot>, TableCell<ConnectionRow, ConnectionSnapshot>> made =
                column.getCellFactory();
        column.setCellFactory(anyColumn -> {
            TableCell<ConnectionRow, ConnectionSnapshot> cell = made.call(anyColumn);
            cell.getStyleClass().add(MONO);
            return cell;
        });
        return column;
    }

    private static TableColumn<ConnectionRow, ConnectionSnapshot> number(
            TableColumn<ConnectionRow, ConnectionSnapshot> column) {
        column.getStyleClass().add(NUMBER);
        return column;
    }

    private static Comparator<ConnectionSnapshot> byNumber() {
        return Comparator.comparingInt(snapshot -> snapshot.invocation().connection());
    }

    private static Comparator<ConnectionSnapshot> by(Function<ConnectionSnapshot, String> text) {
        return Comparator.comparing(text);
    }

    private static Comparator<ConnectionSnapshot> byLong(ToLongFunction<ConnectionSnapshot> value) {
        return Comparator.comparingLong(value);
    }
}
