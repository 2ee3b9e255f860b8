package io.scflocal.app.captures;

import io.scflocal.app.text.StatisticsText;
import io.scflocal.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Counts on demand and shows the figures, as text that can be copied. JavaFX thread only. */
public final class StatisticsView {
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
        path.setPrefWidth(320);
        path.setOnAction(event -> model.count());
        Label bad = new Label();
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
        figures.getStyleClass().add("mono");
        figures.promptTextProperty().bind(texts.bind("captures.statistics.prompt"));
        figures.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.resultProperty()
                                .get()
                                .map(result -> String.join("\n", new StatisticsText(result, texts.messages()).lines()))
                                .orElse(""),
                        model.resultProperty(),
                        texts.languageProperty()));
        VBox.setVgrow(figures, Priority.ALWAYS);
        root.getChildren().addAll(bar, new TaskBar(model.task(), texts).root(), figures);
    }

    /** What to put into the tab. */
    public Region root() {
        return root;
    }
}
