package io.scflocal.app.captures;

import io.scflocal.app.fx.Showing;
import io.scflocal.app.text.StatisticsText;
import io.scflocal.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** Counts on demand and shows the figures, as text that can be copied. JavaFX thread only. */
public final class StatisticsView {
    private static final double CHARTS_WIDTH = 640;
    private static final double LEAST_FIGURES_WIDTH = 280;

    private final VBox root = new VBox();

    /** Shows what {@code model} counts. */
    public StatisticsView(StatisticsViewModel model, Texts texts) {
        Button count = new Button();
        count.setId("statistics-count");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.connection().get() == 0
                                ? texts.get("captures.statistics.all")
                                : texts.get(
                                        "captures.statistics.one",
                                        model.connection().get()),
                        model.connection(),
                        texts.languageProperty()));
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.setOnAction(event -> model.count());
        count.disableProperty().bind(model.task().runningProperty());
        TextField path = new TextField();
        path.setId("statistics-path");
        path.promptTextProperty().bind(texts.bind("captures.statistics.path"));
        path.textProperty().bindBidirectional(model.pathProperty());
        path.setPrefWidth(400);
        path.setOnAction(event -> model.count());
        Label bad = new Label();
        bad.getStyleClass().add("danger");
        bad.textProperty().bind(texts.bind("captures.statistics.noPath"));
        bad.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !StatisticsViewModel.isPath(model.pathProperty().get()), model.pathProperty()));
        HBox bar = new HBox(8, count, path, bad);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setStyle("-fx-padding: 4 8 4 10;");
        TextArea figures = new TextArea();
        figures.setId("statistics-figures");
        figures.setEditable(false);
        figures.setWrapText(true);
        figures.setMinWidth(LEAST_FIGURES_WIDTH);
        figures.getStyleClass().addAll("mono", "statistics-figures");
        figures.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.resultProperty()
                                .get()
                                .map(result ->
                                        String.join("\n", new StatisticsText(result, texts.messages()).figures()))
                                .orElse(""),
                        model.resultProperty(),
                        texts.languageProperty()));
        BooleanBinding counted =
                Bindings.createBooleanBinding(() -> model.resultProperty().get().isPresent(), model.resultProperty());
        HBox body = new HBox(figures, charts(model, texts));
        body.setId("statistics-result");
        HBox.setHgrow(figures, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        Showing.showWhile(body, counted);
        Label empty = empty(texts);
        Showing.showWhile(empty, counted.not());
        root.getChildren().addAll(bar, new TaskBar(model.task(), texts).root(), body, empty);
    }

    /** What can be had here. */
    private static Label empty(Texts texts) {
        Label label = new Label();
        label.setId("statistics-empty");
        label.textProperty().bind(texts.bind("captures.statistics.prompt"));
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setAlignment(Pos.CENTER);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        VBox.setVgrow(label, Priority.ALWAYS);
        return label;
    }

    private static StatisticsCharts charts(StatisticsViewModel model, Texts texts) {
        StatisticsCharts charts = new StatisticsCharts(texts);
        charts.setPrefWidth(CHARTS_WIDTH);
        charts.setMinWidth(0);
        HBox.setHgrow(charts, Priority.ALWAYS);
        model.resultProperty().addListener((property, before, now) -> now.ifPresent(charts::show));
        texts.languageProperty()
                .addListener(property -> model.resultProperty().get().ifPresent(charts::show));
        return charts;
    }

    /** What to put into the tab. */
    public Region root() {
        return root;
    }
}
