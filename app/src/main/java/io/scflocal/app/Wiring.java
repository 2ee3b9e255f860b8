package io.scflocal.app;

import io.scflocal.app.action.Action;
import io.scflocal.app.action.ActionGroup;
import io.scflocal.app.action.Actions;
import io.scflocal.app.captures.ExportMenu;
import io.scflocal.app.captures.TaskBar;
import io.scflocal.app.checks.ChecksView;
import io.scflocal.app.checks.ProblemsView;
import io.scflocal.app.composer.ComposerView;
import io.scflocal.app.connections.ConnectionsView;
import io.scflocal.app.detail.DetailView;
import io.scflocal.app.function.FunctionView;
import io.scflocal.app.function.FunctionViewModel;
import io.scflocal.app.fx.Desktop;
import io.scflocal.app.fx.FxScreen;
import io.scflocal.app.fx.Pulse;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.logs.LogView;
import io.scflocal.app.notice.Notice;
import io.scflocal.app.notice.Notices;
import io.scflocal.app.session.EmulatorSession;
import io.scflocal.app.session.TrafficMeter;
import io.scflocal.app.settings.CaptureSettings;
import io.scflocal.app.settings.UserDirectories;
import io.scflocal.app.shell.BottomTab;
import io.scflocal.app.shell.Commands;
import io.scflocal.app.shell.FailureViewModel;
import io.scflocal.app.shell.FolderChooser;
import io.scflocal.app.shell.MainPage;
import io.scflocal.app.shell.MainWindow;
import io.scflocal.app.shell.Preferences;
import io.scflocal.app.shell.StateViewModel;
import io.scflocal.app.shell.StatusViewModel;
import io.scflocal.app.start.Samples;
import io.scflocal.app.start.StartView;
import io.scflocal.app.start.StartViewModel;
import io.scflocal.app.text.Texts;
import io.scflocal.app.timeline.TimelineView;
import io.scflocal.app.traffic.TrafficView;
import io.scflocal.core.process.Household;
import io.scflocal.core.process.Leftovers;
import io.scflocal.core.time.Ticker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.stage.Stage;

/**
 * Everything behind the window, put together by constructor calls.
 *
 * <p>JavaFX thread only, unless a method says otherwise.
 */
final class Wiring {
    private static final String LOG = "tab-log";
    private static final String TIMELINE = "tab-timeline";
    private static final String COMPOSER = "tab-composer";
    private static final String PROBLEMS = "tab-problems";

    private final Threads threads;
    private final Desktop desktop;
    private final EmulatorSession session;
    private final FolderOpening opening;
    private final StartViewModel start;
    private final PaneModels panes;
    private final ComposerView composer;
    private final CaptureWiring captures;
    private final WindowLinks links;
    private final Pulse pulse = new Pulse();
    private final Actions actions = new Actions();
    private final Notices notices = new Notices();
    private final BooleanBinding open;
    private final MainWindow window;
    private final Texts texts;

    /** Builds the window without showing it. */
    Wiring(Stage stage, Preferences preferences, Surroundings outside) {
        threads = outside.threads();
        desktop = outside.desktop();
        Ticker ticker = outside.ticker();
        panes = PaneModels.of(threads, ticker, preferences, notices);
        texts = preferences.texts();
        composer = new ComposerView(panes.composer(), texts, desktop);
        CaptureSettings captureSettings = new CaptureSettings(preferences.file(), outside.captureRoot());
        session = new EmulatorSession(
                outside.emulators(), preferences.folders(), captureSettings::options, threads, ticker);
        links = new WindowLinks(
                desktop,
                texts,
                () -> session.engineProperty()
                        .get()
                        .map(engine -> new WindowLinks.Shown(engine.capture(), engine.invocations())),
                panes.capture(),
                () -> showTab(LOG));
        start = new StartViewModel(
                preferences.folders(),
                () -> Samples.find(UserDirectories.ofSystem().data()),
                threads,
                ticker,
                this::open);
        opening = new FolderOpening(
                session,
                notices,
                outside,
                (connections, folder, yes) -> window().askToLeave(connections, folder, yes),
                () -> window().toFront());
        FolderChooser chooser = new FolderChooser(desktop, texts, preferences.folders());
        TrafficMeter meter = new TrafficMeter();
        FunctionViewModel function = new FunctionViewModel(session, meter);
        FunctionCards cards =
                new FunctionCards(session, function.settings(), this::window, preferences, captureSettings, outside);
        Commands commands = new Commands(
                session,
                preferences,
                this::open,
                () -> chooser.choose().ifPresent(this::open),
                cards.commands(),
                this::quit);
        open = commands.open();
        actions.add(commands.actions());
        captures = new CaptureWiring(
                new CaptureWiring.Cards(card -> window().showCard(card), () -> window().closeCard()),
                desktop,
                preferences,
                threads,
                notices,
                new CaptureWiring.Recordings(session, captureSettings));
        actions.add(captures.actions());
        actions.add(Action.of(ActionGroup.FUNCTION, "action.install", "", panes.checks()::install)
                .when(open));
        actions.add(ConnectionsView.actions(panes.capture().connections(), this::connectOwnClient));
        session.settings()
                .unsavedProperty()
                .addListener((property, before, now) ->
                        now.ifPresent(reason -> notices.show(Notice.problem("settings.unsaved", reason))));
        MainWindow.Models models = new MainWindow.Models(
                new StateViewModel(session, texts),
                new StatusViewModel(session, meter, texts, threads),
                new FailureViewModel(session, texts));
        window = new MainWindow(
                stage,
                new StartView(start, texts, commands.chooseFolder()).root(),
                views(
                        new FunctionView(
                                function, new ChecksView(panes.checks(), texts).root(), texts, cards::showEnvironment),
                        texts),
                models,
                commands,
                actions,
                notices);
        panes.capture().traffic().addressProperty().bind(models.state().urlProperty());
        panes.capture().connections().addressProperty().bind(models.state().urlProperty());
        session.folderProperty().addListener((property, before, now) -> start.refresh());
        panes.follow(session, links, texts);
        showInstallations();
        panes.beat(pulse, session, () -> window.isTabShown(TIMELINE));
        beat(models, function, meter);
        preferences.appearance().follow(outside.systemIsDark(), stage, pulse, threads);
    }

    private MainPage.Panes views(FunctionView function, Texts texts) {
        DetailView shown = new DetailView(panes.capture().detail(), texts, links, desktop);
        ExportMenu export = captures.exportMenu(panes.capture().traffic());
        TrafficView frames = new TrafficView(panes.capture().traffic(), texts, shown, export.root());
        actions.add(frames.actions());
        actions.add(shown.actions());
        TaskBar task = captures.taskBar();
        actions.add(export.action(task).when(open));
        return new MainPage.Panes(
                function.root(),
                new ConnectionsView(panes.capture().connections(), texts, this::connectOwnClient).root(),
                task.above(frames.root()),
                bottom(texts));
    }

    /** Each tab below the frames has a key, from the left. */
    private List<BottomTab> bottom(Texts texts) {
        List<BottomTab> tabs = tabs(texts);
        for (int i = 0; i < tabs.size(); i++) {
            String id = tabs.get(i).id();
            actions.add(Action.of(ActionGroup.WINDOW, "action." + id, "Alt+" + (i + 1), () -> window().focusTab(id))
                    .when(open));
        }
        return tabs;
    }

    private List<BottomTab> tabs(Texts texts) {
        ProblemsView problems = new ProblemsView(panes.checks(), texts);
        LogView log = new LogView(panes.capture().logs(), texts, links);
        actions.add(log.actions(() -> showTab(LOG)));
        return List.of(
                new BottomTab(LOG, texts.bind("logs.title"), log.root()),
                new BottomTab(
                        TIMELINE,
                        texts.bind("timeline.title"),
                        new TimelineView(panes.timeline(), texts, links).root()),
                new BottomTab(COMPOSER, texts.bind("composer.title"), composer.root()),
                captures.statistics(panes.capture().connections().selectedConnectionProperty()),
                new BottomTab(PROBLEMS, problems.title(), problems.root()));
    }

    private void showTab(String id) {
        window.showTab(id);
    }

    /** Opens a folder, or shows the window that has it. */
    void open(Path folder) {
        opening.open(folder);
    }

    private MainWindow window() {
        return window;
    }

    private void connectOwnClient() {
        window.showTab(COMPOSER);
        panes.composer().connect();
        composer.requestFocus();
    }

    private void showInstallations() {
        panes.checks().installation().storyProperty().subscribe(story -> {
            if (panes.checks().installation().isRunning()) {
                window.showTab(PROBLEMS);
            }
        });
    }

    private void beat(MainWindow.Models models, FunctionViewModel function, TrafficMeter meter) {
        pulse.add(10, nanos -> captures.refresh());
        pulse.add(4, nanos -> {
            models.state().refresh();
            models.status().refresh();
        });
        pulse.add(1, nanos -> {
            session.engineProperty().get().ifPresent(engine -> meter.measure(engine.invocations(), nanos));
            function.tick();
            models.status().lookAtPort();
        });
    }

    /** Shows the window and opens {@code folder}, if one is given. */
    void show(Optional<Path> folder) {
        start.refresh();
        folder.ifPresent(this::open);
        pulse.start();
        window.show();
        Household household = UserDirectories.ofSystem().household();
        new LeftoverOffer(threads, notices, () -> Leftovers.look(household), () -> Leftovers.end(household)).offer();
    }

    /** Says that something went wrong that nobody foresaw. */
    void unexpected(Throwable error) {
        window.unexpected(error);
    }

    /** Stops everything without waiting for the screen; for the end of the process. Any thread, may block. */
    void closeNow() {
        session.closeNow();
        panes.checks().closeNow();
    }

    private void quit() {
        window.closing();
        pulse.stop();
        session.shutDown().whenCompleteAsync((nothing, error) -> new FxScreen().exit(), threads.screen());
    }
}
