package io.scflocal.app;

import io.scflocal.app.action.Action;
import io.scflocal.app.action.ActionGroup;
import io.scflocal.app.action.Actions;
import io.scflocal.app.action.CommandPalette;
import io.scflocal.app.action.KeySheet;
import io.scflocal.app.action.PaletteViewModel;
import io.scflocal.app.captures.CapturesViewModel;
import io.scflocal.app.captures.ExportMenu;
import io.scflocal.app.captures.TaskBar;
import io.scflocal.app.connections.ConnectionsView;
import io.scflocal.app.detail.DetailView;
import io.scflocal.app.fx.Desktop;
import io.scflocal.app.fx.Pulse;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.logs.LogView;
import io.scflocal.app.notice.Notices;
import io.scflocal.app.notice.NoticesView;
import io.scflocal.app.shell.Overlay;
import io.scflocal.app.shell.Preferences;
import io.scflocal.app.text.GapText;
import io.scflocal.app.text.Texts;
import io.scflocal.app.traffic.TrafficView;
import io.scflocal.core.Recording;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** A window of its own for a capture of earlier: to be read, not to be run. JavaFX thread only. */
final class RecordingWindow {
    private static final System.Logger LOG = System.getLogger(RecordingWindow.class.getName());
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Recording recording;
    private final Threads threads;
    private final Texts texts;
    private final Stage stage = new Stage();
    private final Desktop desktop;
    private final Pulse pulse = new Pulse();
    private final Actions actions = new Actions();
    private final Notices notices = new Notices();
    private final CapturePanes panes;
    private final WindowLinks links;
    private final CapturesViewModel captures;

    /**
     * Shows a recording and closes it with the window.
     *
     * @param main exports as the main window does
     */
    RecordingWindow(
            Recording recording, Preferences preferences, Threads threads, CapturesViewModel main, Desktop desktop) {
        this.desktop = desktop.inFrontOf(stage);
        this.recording = recording;
        this.threads = threads;
        texts = preferences.texts();
        panes = CapturePanes.of(threads, Ticker.system(), preferences.file(), notices);
        links = new WindowLinks(
                desktop,
                texts,
                () -> Optional.of(new WindowLinks.Shown(recording.capture(), recording.invocations())),
                panes,
                () -> {});
        captures = new CapturesViewModel(main.settings(), texts, threads, notices, main::open);
        VBox page = new VBox(banner(), split());
        VBox.setVgrow(page.getChildren().get(1), Priority.ALWAYS);
        StackPane root = new StackPane(page, new NoticesView(notices, texts).root());
        addKeys(new Overlay(root));
        Scene scene = new Scene(root, 1280, 800);
        scene.getAccelerators().putAll(actions.accelerators());
        preferences.appearance().dress(scene.getStylesheets());
        stage.setScene(scene);
        stage.titleProperty().bind(texts.bind("captures.recording.title", name()));
        stage.setOnHidden(event -> close());
        fill();
        stage.show();
    }

    private void addKeys(Overlay overlay) {
        actions.add(
                Action.of(ActionGroup.WINDOW, "captures.recording.close", "Shortcut+W", stage::close),
                Action.of(ActionGroup.HELP, "action.palette", "Shortcut+Shift+P", () -> {
                    CommandPalette palette =
                            new CommandPalette(new PaletteViewModel(actions, texts), texts, overlay::close);
                    overlay.show(palette.root(), palette::requestFocus);
                }),
                Action.of(ActionGroup.HELP, "action.keys", "F1", () -> {
                    Region sheet = new KeySheet(actions, texts).root();
                    overlay.show(sheet, sheet::requestFocus);
                }));
    }

    private HBox banner() {
        Label pill = new Label();
        pill.getStyleClass().addAll("pill", "state-pill");
        pill.setMinWidth(Region.USE_PREF_SIZE);
        pill.textProperty().bind(texts.bind("captures.recording"));
        Label about = new Label();
        about.textProperty()
                .bind(texts.bind(
                        "captures.recording.about",
                        started(),
                        recording.capture().header().folder(),
                        recording.capture().count()));
        Label gap = new Label();
        gap.getStyleClass().add("warning");
        recording.capture().gap().ifPresent(gone -> gap.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> GapText.of(texts.messages(), gone, ZoneId.systemDefault()), texts.languageProperty())));
        HBox banner = new HBox(10, pill, about, gap);
        banner.getStyleClass().add("top-bar");
        banner.setAlignment(Pos.CENTER_LEFT);
        return banner;
    }

    private SplitPane split() {
        ExportMenu export = new ExportMenu(
                captures,
                texts,
                desktop,
                new ExportMenu.Frames(
                        () -> Optional.of(recording.source()),
                        scope -> CaptureWiring.selection(panes.traffic(), scope)));
        DetailView shown = new DetailView(panes.detail(), texts, links, desktop);
        TrafficView frames = new TrafficView(panes.traffic(), texts, shown, export.root());
        LogView log = new LogView(panes.logs(), texts, links);
        actions.add(frames.actions());
        actions.add(shown.actions());
        actions.add(log.actions(() -> {}));
        TaskBar task = new TaskBar(captures.task(), texts);
        actions.add(export.action(task));
        SplitPane split = new SplitPane(
                ConnectionsView.past(panes.connections(), texts).root(), task.above(frames.root()), log.root());
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.25, 0.76);
        return split;
    }

    private void fill() {
        panes.show(recording.capture(), recording.invocations(), recording.log(), (connection, act) -> {});
        panes.connect(links);
        panes.beat(pulse);
        pulse.start();
    }

    private String name() {
        return started() + " " + recording.capture().header().folder();
    }

    private String started() {
        return time(recording.capture().header().startedEpochNanos());
    }

    private static String time(long epochNanos) {
        return TIME.format(Instant.EPOCH.plusNanos(epochNanos).atZone(ZoneId.systemDefault()));
    }

    private void close() {
        pulse.stop();
        captures.task().cancel();
        panes.showNothing();
        threads.background().execute(() -> {
            try {
                recording.close();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "Temporary files of a recording stay", e);
            }
        });
    }
}
