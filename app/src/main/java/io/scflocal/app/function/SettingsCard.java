package io.scflocal.app.function;

import io.scflocal.app.fx.Showing;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.session.EmulatorSession;
import io.scflocal.app.text.Texts;
import io.scflocal.core.config.Origin;
import io.scflocal.core.config.Rule;
import io.scflocal.core.config.Setting;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Everything that can be set for the open function, with the platform's rule beside each value. */
public final class SettingsCard {
    private static final double WIDTH = 820;
    private static final double HEIGHT = 500;
    private static final double LABEL_WIDTH = 190;
    private static final double FIELD_WIDTH = 150;

    private final SettingsViewModel model;
    private final Texts texts;
    private final VBox root = new VBox();
    private final ScrollPane pane = new ScrollPane();

    /**
     * What the card shows.
     *
     * @param settings the settings
     * @param environment the variables
     * @param interpreters the interpreters
     */
    public record Models(
            SettingsViewModel settings, EnvironmentViewModel environment, InterpretersViewModel interpreters) {

        /** Those of the function that is open in {@code session}. */
        public static Models of(SettingsViewModel settings, EmulatorSession session, Threads threads) {
            return new Models(
                    settings, new EnvironmentViewModel(session), InterpretersViewModel.ofThisMachine(session, threads));
        }
    }

    /**
     * Shows {@code models}.
     *
     * @param application what is set for the whole application
     * @param allVariables leads to the variables that others give too
     * @param close takes the card away
     */
    public SettingsCard(Models models, Texts texts, Region application, Runnable allVariables, Runnable close) {
        this.model = models.settings();
        this.texts = texts;
        VBox rows = new VBox(
                group(
                        "function",
                        Setting.NAME,
                        Setting.REGION,
                        Setting.NAMESPACE,
                        Setting.MEMORY,
                        Setting.CONCURRENCY,
                        Setting.ISOLATION,
                        Setting.MAX_INSTANCES,
                        Setting.RELOAD),
                new VBox(heading("interpreters"), new InterpretersPane(models.interpreters(), texts)),
                group("time", Setting.IDLE_TIMEOUT, Setting.TIMEOUT, Setting.INIT_TIMEOUT),
                group(
                        "choices",
                        Setting.ON_CUT,
                        Setting.PINGS_COUNT,
                        Setting.UNCLEAR_ENDS,
                        Setting.LIMITS,
                        Setting.PACKET_SIZE),
                group("gateway", Setting.GATEWAY_PORT, Setting.TLS_PORT),
                group("prices", Setting.PRICE_GB_SECOND, Setting.PRICE_CALLS),
                application,
                new VBox(heading("environment"), new EnvironmentPane(models.environment(), texts), link(allVariables)));
        rows.getStyleClass().add("settings-groups");
        pane.setContent(rows);
        pane.setFitToWidth(true);
        pane.setPrefSize(WIDTH, HEIGHT);
        pane.getStyleClass().add("edge-to-edge");
        root.setId("settings-card");
        root.getStyleClass().add("overlay-card");
        root.getChildren().addAll(head(close), pane);
    }

    /** What goes over the window. */
    public Region root() {
        return root;
    }

    /** Brings the variables into sight. */
    public void showEnvironment() {
        pane.applyCss();
        pane.layout();
        pane.setVvalue(pane.getVmax());
    }

    private Hyperlink link(Runnable allVariables) {
        Hyperlink link = new Hyperlink(texts.get("settings.environment.all"));
        link.setId("environment-all");
        link.setOnAction(event -> allVariables.run());
        return link;
    }

    private HBox head(Runnable close) {
        Label title = new Label(texts.get("settings.title"));
        title.getStyleClass().add("overlay-title");
        Label kept = new Label(texts.get("settings.kept"));
        kept.getStyleClass().addAll("muted", "small");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button restart = new Button(texts.get("settings.restart"));
        restart.setId("settings-restart");
        restart.setOnAction(event -> model.restart());
        Showing.showWhile(restart, model.restartNeededProperty());
        Button done = new Button(texts.get("settings.close"));
        done.setOnAction(event -> close.run());
        HBox head = new HBox(title, kept, space, restart, done);
        head.getStyleClass().add("settings-line");
        return head;
    }

    private VBox group(String key, Setting... settings) {
        VBox group = new VBox(heading(key));
        List.of(settings).forEach(setting -> group.getChildren().add(row(model.entry(setting))));
        group.getStyleClass().add("section");
        return group;
    }

    private Label heading(String key) {
        Label heading = new Label(texts.get("settings.group." + key));
        heading.getStyleClass().add("section-title");
        return heading;
    }

    private HBox row(SettingEntry entry) {
        Label label = new Label(texts.get(SettingRow.key(entry)));
        label.setMinWidth(LABEL_WIDTH);
        label.setPrefWidth(LABEL_WIDTH);
        Region field = field(entry);
        field.setMinWidth(FIELD_WIDTH);
        field.setPrefWidth(FIELD_WIDTH);
        label.setLabelFor(field);
        Label rule = new Label(texts.get(SettingRow.key(entry) + ".rule"));
        rule.setWrapText(true);
        rule.getStyleClass().addAll("muted", "small");
        Label fault = new Label();
        fault.textProperty().bind(SettingRow.allowed(entry, texts));
        fault.getStyleClass().addAll("danger", "field-message");
        Showing.showWhile(fault, entry.validProperty().not());
        Label waits = new Label(texts.get("settings.waits"));
        waits.getStyleClass().addAll("warning", "field-message");
        Showing.showWhile(waits, entry.waitsProperty());
        VBox beside = new VBox(fault, waits, rule, origin(entry));
        HBox.setHgrow(beside, Priority.ALWAYS);
        HBox row = new HBox(label, field, SettingRow.unit(entry, texts), beside);
        row.getStyleClass().add("settings-line");
        return row;
    }

    private Region field(SettingEntry entry) {
        if (entry.setting().rule() instanceof Rule.Choice choice) {
            return box(entry, choice.words());
        }
        if (entry.setting().rule() instanceof Rule.Flag) {
            return box(entry, List.of("true", "false"));
        }
        TextField field = SettingRow.field(entry, texts);
        field.setId("card-" + entry.setting().key());
        return field;
    }

    private ComboBox<String> box(SettingEntry entry, List<String> words) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("card-" + entry.setting().key());
        box.getItems().setAll(words);
        box.valueProperty().bindBidirectional(entry.textProperty());
        box.valueProperty().addListener((property, before, now) -> entry.commit());
        box.setAccessibleText(texts.get(SettingRow.key(entry)));
        return box;
    }

    private Node origin(SettingEntry entry) {
        Label origin = new Label();
        origin.textProperty().bind(texts.bind("settings.from", SettingRow.origin(entry, texts)));
        origin.getStyleClass().addAll("muted", "small");
        Button reset = new Button(texts.get("settings.reset"));
        reset.getStyleClass().addAll("flat", "small");
        reset.setTooltip(new Tooltip(texts.get("settings.reset.tip")));
        reset.setOnAction(event -> model.reset(entry.setting()));
        Showing.showWhile(
                reset,
                Bindings.createBooleanBinding(
                        () -> entry.originProperty().get().source() == Origin.Source.OWN_FILE, entry.originProperty()));
        HBox line = new HBox(origin, reset);
        line.getStyleClass().add("settings-line");
        return line;
    }
}
