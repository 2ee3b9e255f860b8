package io.scflocal.app.function;

import io.scflocal.app.chart.SparkLine;
import io.scflocal.app.fx.Showing;
import io.scflocal.app.text.Quantities;
import io.scflocal.app.text.Texts;
import io.scflocal.core.config.Setting;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.interpreter.InterpreterMapping;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The side bar: facts about the open function, its settings, its memory, its traffic. */
public final class FunctionView {
    private static final String NOTHING = "—";
    private static final List<Setting> SHOWN = List.of(
            Setting.IDLE_TIMEOUT,
            Setting.TIMEOUT,
            Setting.INIT_TIMEOUT,
            Setting.MEMORY,
            Setting.CONCURRENCY,
            Setting.GATEWAY_PORT);

    private final FunctionViewModel model;
    private final Texts texts;
    private final Runnable showEnvironment;
    private final ScrollPane root;

    /**
     * Shows {@code model}.
     *
     * @param checks the section of checks, below the facts
     * @param showEnvironment leads to the variables
     */
    public FunctionView(FunctionViewModel model, Region checks, Texts texts, Runnable showEnvironment) {
        this.model = model;
        this.showEnvironment = showEnvironment;
        this.texts = texts;
        VBox sections = new VBox(facts(), checks, settings(), memory(), traffic());
        sections.getStyleClass().add("function-panel");
        root = new ScrollPane(sections);
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.getStyleClass().addAll("edge-to-edge", "side-bar");
    }

    /** The node to be placed. */
    public Region root() {
        return root;
    }

    private VBox facts() {
        Label name = value(model.nameProperty());
        tip(name, model.pathProperty());
        Label startFile = value(new ReadOnlyStringWrapper(FunctionFolder.START_FILE));
        Label listens = value(model.listensOnProperty().map(address -> address.isEmpty() ? NOTHING : address));
        startFile.getStyleClass().add("mono");
        listens.getStyleClass().add("mono");
        return section(
                "function.title",
                fact("function.name", name),
                fact("function.start-file", startFile),
                fact("function.runtime", runtime()),
                fact("function.listens", listens));
    }

    private Label runtime() {
        Label label = value(Bindings.createStringBinding(
                this::programs, model.mappingsProperty(), model.listensOnProperty(), texts.languageProperty()));
        label.getStyleClass().add("mono");
        tip(
                label,
                Bindings.createStringBinding(
                        this::mappings, model.mappingsProperty(), model.listensOnProperty(), texts.languageProperty()));
        return label;
    }

    private String programs() {
        List<InterpreterMapping> mappings = model.mappingsProperty().get();
        if (!mappings.isEmpty()) {
            return mappings.stream().map(FunctionView::program).collect(Collectors.joining(", "));
        }
        return model.listensOnProperty().get().isEmpty() ? NOTHING : texts.get("function.runtime.own");
    }

    private static String program(InterpreterMapping mapping) {
        return (mapping.localPath() + " " + mapping.localVersion()).strip();
    }

    private String mappings() {
        List<InterpreterMapping> mappings = model.mappingsProperty().get();
        return mappings.isEmpty()
                ? texts.get("function.runtime.own.tip")
                : mappings.stream()
                        .map(mapping -> mapping.platformPath() + " → " + program(mapping))
                        .collect(Collectors.joining("\n"));
    }

    private VBox settings() {
        SettingsViewModel settings = model.settings();
        Button restart = new Button();
        restart.setId("restart-for-settings");
        restart.textProperty().bind(texts.bind("settings.restart"));
        restart.getStyleClass().add("small");
        restart.setOnAction(event -> settings.restart());
        Showing.showWhile(restart, settings.restartNeededProperty());
        VBox section = section("function.settings");
        for (Setting setting : SHOWN) {
            section.getChildren().add(new SettingRow(settings.entry(setting), texts));
        }
        Hyperlink count = new Hyperlink();
        count.setId("show-environment");
        count.textProperty().bind(texts.bind("settings.environment.count", settings.variableCount()));
        count.setOnAction(event -> showEnvironment.run());
        section.getChildren().addAll(fact("settings.environment", count), restart);
        return section;
    }

    private VBox memory() {
        Label used = new Label();
        ObservableValue<String> some = texts.bind(
                "function.memory.used",
                model.memoryBytesProperty().map(bytes -> Quantities.bytes(bytes.longValue())),
                model.memoryLimitProperty().map(String::valueOf));
        ObservableValue<String> none = texts.bind("function.memory.none");
        used.textProperty().bind(model.instancesProperty().flatMap(now -> now.isEmpty() ? none : some));
        used.getStyleClass().addAll("muted", "small");
        SparkLine line = new SparkLine();
        History memory = model.memory();
        memory.countProperty().addListener(property -> line.show(memory.values(), memory.capacity()));
        return section("function.memory.title", new InstancesPane(model, texts), used, line);
    }

    private VBox traffic() {
        History up = model.traffic(Direction.CLIENT_TO_FUNCTION);
        History down = model.traffic(Direction.FUNCTION_TO_CLIENT);
        HBox bars = new HBox(
                column(new RateBars(up, down, "c2f"), "function.traffic.up", up),
                column(new RateBars(down, up, "f2c"), "function.traffic.down", down));
        bars.getStyleClass().add("traffic-bars");
        return section("function.traffic", bars);
    }

    private VBox column(RateBars bars, String key, History history) {
        Label rate = new Label();
        rate.textProperty().bind(texts.bind(key, history.countProperty().map(count -> newest(history))));
        rate.getStyleClass().addAll("muted", "small");
        tip(rate, texts.bind(key + ".tip"));
        VBox column = new VBox(bars, rate);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private static String newest(History history) {
        double[] values = history.values();
        return Quantities.count(values.length == 0 ? 0 : values[values.length - 1]);
    }

    private VBox section(String titleKey, Node... rows) {
        Label title = new Label();
        title.textProperty().bind(texts.bind(titleKey));
        title.getStyleClass().add("section-title");
        VBox section = new VBox(title);
        section.getChildren().addAll(rows);
        section.getStyleClass().add("section");
        return section;
    }

    private HBox fact(String key, Labeled value) {
        Label label = new Label();
        label.textProperty().bind(texts.bind(key));
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(value);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(label, space, value);
        row.getStyleClass().add("fact");
        return row;
    }

    private static Label value(ObservableValue<String> text) {
        Label label = new Label();
        label.textProperty().bind(text);
        return label;
    }

    private static void tip(Label label, ObservableValue<String> text) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(text);
        label.setTooltip(tooltip);
    }
}
