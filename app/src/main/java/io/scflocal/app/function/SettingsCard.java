package io.scflocal.app.function;

import io.scflocal.app.fx.LazyTab;
import io.scflocal.app.fx.Showing;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.session.EmulatorSession;
import io.scflocal.app.text.Texts;
import io.scflocal.core.config.Origin;
import io.scflocal.core.config.Rule;
import io.scflocal.core.config.Setting;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
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
    private final TabPane tabs = new TabPane();

    /**
     * What the card shows.
     *
     * @param settings the settings
     * @param environment makes the variables
     * @param interpreters makes the interpreters
     */
    public record Models(
            SettingsViewModel settings,
            Supplier<EnvironmentViewModel> environment,
            Supplier<InterpretersViewModel> interpreters) {

        /** Those of the function that is open in {@code session}. */
        public static Models of(SettingsViewModel settings, EmulatorSession session, Threads threads) {
            return new Models(
                    settings,
                    () -> new EnvironmentViewModel(session),
                    () -> InterpretersViewModel.ofThisMachine(session, threads));
        }
    }

    /** What can be brought to the front. */
    public enum Page {
        FUNCTION,
        LIMITS,
        GATEWAY,
        INTERPRETERS,
        ENVIRONMENT,
        APPLICATION
    }

    /**
     * Shows {@code models}.
     *
     * @param application makes what is set for the whole application
     * @param allVariables leads to the variables that others give too
     * @param close takes the card away
     */
    public SettingsCard(
            Models models, Texts texts, Supplier<Region> application, Runnable allVariables, Runnable close) {
        this.model = models.settings();
        this.texts = texts;
        tabs.getStyleClass().add("settings-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setPrefSize(WIDTH, HEIGHT);
        add(Page.FUNCTION, this::function);
        add(Page.LIMITS, this::limits);
        add(Page.GATEWAY, this::gateway);
        add(Page.INTERPRETERS, () -> new InterpretersPane(models.interpreters().get(), texts));
        add(
                Page.ENVIRONMENT,
                () -> new VBox(new EnvironmentPane(models.environment().get(), texts), link(allVariables)));
        add(Page.APPLICATION, application);
        root.setId("settings-card");
        root.getStyleClass().add("overlay-card");
        root.getChildren().addAll(head(close), tabs);
        root.sceneProperty().addListener((property, before, now) -> {
            if (now == null) {
                // The side bar has the same fields: what was not allowed must not stay in them.
                model.forgetFaults();
            }
        });
    }

    /** What goes over the window. */
    public Region root() {
        return root;
    }

    /** Brings a page to the front. */
    public void show(Page page) {
        tabs.getSelectionModel().select(page.ordinal());
    }

    private void add(Page page, Supplier<? extends Region> content) {
        String name = page.name().toLowerCase(Locale.ROOT);
        Tab tab = new Tab(texts.get("settings.page." + name));
        tab.setId("settings-" + name);
        LazyTab.fill(tab, () -> scrolling(content.get()));
        tabs.getTabs().add(tab);
    }

    private static ScrollPane scrolling(Region content) {
        VBox page = new VBox(content);
        page.getStyleClass().add("settings-page");
        ScrollPane pane = new ScrollPane(page);
        pane.setFitToWidth(true);
        pane.getStyleClass().add("edge-to-edge");
        return pane;
    }

    private VBox function() {
        return rows(
                Setting.NAME,
                Setting.REGION,
                Setting.NAMESPACE,
                Setting.MEMORY,
                Setting.CONCURRENCY,
                Setting.ISOLATION,
                Setting.MAX_INSTANCES,
                Setting.RELOAD);
    }

    private VBox limits() {
        return groups(
                group("time", Setting.IDLE_TIMEOUT, Setting.TIMEOUT, Setting.INIT_TIMEOUT),
                group(
                        "choices",
                        Setting.ON_CUT,
                        Setting.PINGS_COUNT,
                        Setting.UNCLEAR_ENDS,
                        Setting.LIMITS,
                        Setting.PACKET_SIZE));
    }

    private VBox gateway() {
        return groups(
                group("gateway", Setting.GATEWAY_PORT, Setting.TLS_PORT),
                group("prices", Setting.PRICE_GB_SECOND, Setting.PRICE_CALLS));
    }

    private static VBox groups(VBox... groups) {
        VBox all = new VBox(groups);
        all.getStyleClass().add("settings-groups");
        return all;
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
        head.setAlignment(Pos.BASELINE_LEFT);
        head.getStyleClass().add("settings-line");
        return head;
    }

    private VBox group(String key, Setting... settings) {
        Label heading = new Label(texts.get("settings.group." + key));
        heading.getStyleClass().add("section-title");
        VBox group = rows(settings);
        group.getChildren().add(0, heading);
        return group;
    }

    private VBox rows(Setting... settings) {
        VBox rows = new VBox();
        List.of(settings).forEach(setting -> rows.getChildren().add(row(model.entry(setting))));
        rows.getStyleClass().add("settings-rows");
        return rows;
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
        row.setAlignment(Pos.BASELINE_LEFT);
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
        line.setAlignment(Pos.BASELINE_LEFT);
        line.getStyleClass().add("settings-line");
        Showing.showWhile(
                line,
                Bindings.createBooleanBinding(
                        () -> entry.originProperty().get().source() != Origin.Source.DEFAULT, entry.originProperty()));
        return line;
    }
}
