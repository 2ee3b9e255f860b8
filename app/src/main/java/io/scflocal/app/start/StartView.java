package io.scflocal.app.start;

import io.scflocal.app.fx.FolderDrop;
import io.scflocal.app.settings.KnownFolder;
import io.scflocal.app.text.Texts;
import io.scflocal.core.platform.HostSystem;
import java.nio.file.Path;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The page without a function: choose a folder, drop one, take a recent one or a sample. */
public final class StartView {
    private final StartViewModel model;
    private final Texts texts;
    private final ScrollPane root;

    /**
     * Shows {@code model}.
     *
     * @param choose asks the user for a folder
     */
    public StartView(StartViewModel model, Texts texts, Runnable choose) {
        this.model = model;
        this.texts = texts;
        HBox columns = new HBox(invitation(choose), lists());
        columns.getStyleClass().add("start-page");
        columns.setAlignment(Pos.CENTER);
        root = new ScrollPane(columns);
        root.setFitToWidth(true);
        root.setFitToHeight(true);
        root.getStyleClass().addAll("edge-to-edge", "start-scroll");
        FolderDrop.onto(root, model::open);
    }

    /** The node to be placed. */
    public Region root() {
        return root;
    }

    private VBox invitation(Runnable choose) {
        Label headline = new Label();
        headline.textProperty().bind(texts.bind("start.headline"));
        headline.getStyleClass().add("headline");
        VBox column = new VBox(headline, explanation(), dropZone(choose));
        column.getStyleClass().addAll("start-column", "invitation");
        column.setAlignment(Pos.CENTER_LEFT);
        return column;
    }

    private TextFlow explanation() {
        Text before = text("start.explanation.before");
        Text file = new Text("scf_bootstrap");
        file.getStyleClass().addAll("mono", "muted-text");
        return new TextFlow(before, file, text("start.explanation.after"));
    }

    private Text text(String key) {
        Text text = new Text();
        text.textProperty().bind(texts.bind(key));
        text.getStyleClass().add("muted-text");
        return text;
    }

    private VBox dropZone(Runnable choose) {
        Button open = new Button();
        open.setId("open-folder");
        open.textProperty().bind(texts.bind("start.open"));
        open.getStyleClass().add("success");
        open.setOnAction(event -> choose.run());
        Label hint = new Label();
        hint.textProperty().bind(texts.bind("start.drop", HostSystem.current() == HostSystem.MAC ? "⌘O" : "Ctrl+O"));
        hint.getStyleClass().add("muted");
        VBox zone = new VBox(open, hint);
        zone.getStyleClass().add("drop-zone");
        zone.setAlignment(Pos.CENTER);
        return zone;
    }

    private VBox lists() {
        VBox column = new VBox(
                list(recentTitle(), model.recent(), this::recentCard),
                list(title("start.samples"), model.samples(), this::sampleCard));
        column.getStyleClass().add("start-column");
        column.setAlignment(Pos.CENTER_LEFT);
        return column;
    }

    private Label title(String key) {
        Label title = new Label();
        title.textProperty().bind(texts.bind(key));
        title.getStyleClass().add("section-title");
        return title;
    }

    private HBox recentTitle() {
        Hyperlink clear = new Hyperlink();
        clear.setId("clear-recent");
        clear.textProperty().bind(texts.bind("start.clear"));
        clear.setOnAction(event -> model.clear());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox title = new HBox(title("start.recent"), between, clear);
        title.setAlignment(Pos.CENTER_LEFT);
        return title;
    }

    private <T> VBox list(Node title, ObservableList<T> items, Function<T, Node> card) {
        VBox cards = new VBox();
        cards.getStyleClass().add("cards");
        items.addListener((ListChangeListener<T>)
                change -> cards.getChildren().setAll(items.stream().map(card).toList()));
        VBox list = new VBox(title, cards);
        list.getStyleClass().add("card-list");
        list.visibleProperty().bind(Bindings.isNotEmpty(items));
        list.managedProperty().bind(list.visibleProperty());
        return list;
    }

    private Button recentCard(KnownFolder folder) {
        Label path = new Label(StartViewModel.shortened(folder.path()));
        path.getStyleClass().addAll("mono", "muted");
        path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Label when = new Label();
        when.textProperty().bind(texts.bind("start.when", model.daysSince(folder.opened())));
        when.getStyleClass().add("muted");
        when.setMinWidth(Region.USE_PREF_SIZE);
        Path name = folder.path().getFileName();
        return card(String.valueOf(name == null ? folder.path() : name), folder.path(), new HBox(path, when));
    }

    private Button sampleCard(Sample sample) {
        Label description = new Label();
        ObservableValue<String> text = texts.bind("start.sample." + sample.name());
        description.textProperty().bind(text);
        description.getStyleClass().add("muted");
        return card(sample.name(), sample.path(), description);
    }

    private Button card(String name, Path path, Node below) {
        Label title = new Label(name);
        title.getStyleClass().add("card-title");
        Button card = new Button(name);
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        VBox content = new VBox(title, below);
        content.getStyleClass().add("card-content");
        card.setGraphic(content);
        card.getStyleClass().add("card-button");
        card.setMaxWidth(Double.MAX_VALUE);
        card.setAlignment(Pos.CENTER_LEFT);
        card.setAccessibleText(name + ", " + path);
        card.setOnAction(event -> model.open(path));
        return card;
    }
}
