package io.scflocal.app.captures;

import io.scflocal.app.chart.Graph;
import io.scflocal.app.chart.Histogram;
import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Quantities;
import io.scflocal.app.text.Texts;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.statistics.Rates;
import io.scflocal.core.statistics.Statistics;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Statistics as charts: what passed when, and how long the payloads are, in both directions. JavaFX thread only. */
final class StatisticsCharts extends HBox {
    private static final List<Direction> DIRECTIONS =
            List.of(Direction.CLIENT_TO_FUNCTION, Direction.FUNCTION_TO_CLIENT);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Texts texts;
    private final Graph frames = new Graph();
    private final Graph bytes = new Graph();
    private final Histogram sizes = new Histogram();

    StatisticsCharts(Texts texts) {
        super(16);
        this.texts = texts;
        setId("statistics-charts");
        getStyleClass().add("statistics-charts");
        getChildren()
                .addAll(
                        titled("captures.chart.frames", frames),
                        titled("captures.chart.bytes", bytes),
                        titled("captures.chart.sizes", sizes));
    }

    private VBox titled(String key, Region chart) {
        Label title = new Label();
        title.getStyleClass().add("section-title");
        title.textProperty().bind(texts.bind(key));
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox titled = new VBox(4, title, legend(), chart);
        titled.setMinWidth(0);
        titled.setPrefWidth(100);
        HBox.setHgrow(titled, Priority.ALWAYS);
        return titled;
    }

    private HBox legend() {
        HBox legend = new HBox(12);
        for (Direction direction : DIRECTIONS) {
            Label name = new Label();
            name.getStyleClass().add("legend-" + colour(direction));
            name.textProperty().bind(texts.bind("captures.chart." + colour(direction)));
            legend.getChildren().add(name);
        }
        return legend;
    }

    private static String colour(Direction direction) {
        return direction == Direction.CLIENT_TO_FUNCTION ? "c2f" : "f2c";
    }

    /** Shows what was counted. */
    void show(Statistics statistics) {
        List<Graph.Line> ofFrames = new ArrayList<>();
        List<Graph.Line> ofBytes = new ArrayList<>();
        for (Direction direction : DIRECTIONS) {
            Rates rates = statistics.flows().get(direction).rates();
            ofFrames.add(line(rates.frames(), rates, direction));
            ofBytes.add(line(rates.bytes(), rates, direction));
        }
        Rates rates = statistics.flows().get(Direction.CLIENT_TO_FUNCTION).rates();
        show(frames, ofFrames, Quantities.count(Graph.most(ofFrames)) + "/s", rates);
        show(bytes, ofBytes, Quantities.bytes(Math.round(Graph.most(ofBytes))) + "/s", rates);
        showSizes(statistics);
    }

    private static Graph.Line line(long[] counts, Rates rates, Direction direction) {
        double[] values = Arrays.stream(counts)
                .mapToDouble(count -> count / (double) rates.seconds())
                .toArray();
        return new Graph.Line(values, "graph-line-" + colour(direction));
    }

    private void show(Graph graph, List<Graph.Line> lines, String most, Rates rates) {
        long end = rates.fromEpochNanos() + rates.frames().length * rates.seconds() * NANOS_PER_SECOND;
        String from = Formats.time(rates.fromEpochNanos(), ZoneId.systemDefault());
        String to = Formats.time(end, ZoneId.systemDefault());
        graph.show(lines, most, from, to);
        graph.setAccessibleText(texts.get("captures.chart.spoken", most, from, to));
    }

    /** From the first class that has one up to the last. */
    private void showSizes(Statistics statistics) {
        List<long[]> counts = DIRECTIONS.stream()
                .map(direction -> statistics.flows().get(direction).payloads().histogram())
                .toList();
        int to = counts.stream().mapToInt(one -> one.length).max().orElse(0);
        int from = counts.stream().mapToInt(StatisticsCharts::firstUsed).min().orElse(0);
        List<Histogram.Series> series = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            long[] shown = from >= to ? new long[0] : Arrays.copyOfRange(Arrays.copyOf(counts.get(i), to), from, to);
            series.add(new Histogram.Series(shown, "graph-bar-" + colour(DIRECTIONS.get(i))));
        }
        List<String> classes = new ArrayList<>();
        for (int power = from; power < to; power++) {
            classes.add(power == 0 ? "0" : Quantities.bytes(1L << power - 1).replace(".0", ""));
        }
        long most = series.stream()
                .flatMapToLong(one -> Arrays.stream(one.counts()))
                .max()
                .orElse(0);
        sizes.show(series, Formats.count(most), classes);
        sizes.setAccessibleText(texts.get(
                "captures.chart.sizes.spoken",
                Formats.count(most),
                classes.isEmpty() ? "0" : classes.get(0),
                classes.isEmpty() ? "0" : classes.get(classes.size() - 1)));
    }

    private static int firstUsed(long[] counts) {
        int first = 0;
        while (first < counts.length && counts[first] == 0) {
            first++;
        }
        return first == counts.length ? Integer.MAX_VALUE : first;
    }
}
