package io.scflocal.app;

import io.scflocal.app.action.Action;
import io.scflocal.app.action.ActionGroup;
import io.scflocal.app.captures.CapturesCard;
import io.scflocal.app.captures.CapturesViewModel;
import io.scflocal.app.captures.DiskNotices;
import io.scflocal.app.captures.ExportMenu;
import io.scflocal.app.captures.ExportScope;
import io.scflocal.app.captures.StatisticsView;
import io.scflocal.app.captures.StatisticsViewModel;
import io.scflocal.app.captures.TaskBar;
import io.scflocal.app.fx.Desktop;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.notice.Notice;
import io.scflocal.app.notice.Notices;
import io.scflocal.app.session.EmulatorSession;
import io.scflocal.app.session.Engine;
import io.scflocal.app.settings.CaptureSettings;
import io.scflocal.app.shell.BottomTab;
import io.scflocal.app.shell.Preferences;
import io.scflocal.app.traffic.TrafficViewModel;
import io.scflocal.core.Recording;
import io.scflocal.core.export.FrameSelection;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.layout.Region;

/** What the main window can do with whole captures. JavaFX thread only. */
final class CaptureWiring {
    private static final System.Logger LOG = System.getLogger(CaptureWiring.class.getName());

    private final Cards cards;
    private final Preferences preferences;
    private final Threads threads;
    private final Notices notices;
    private final EmulatorSession session;
    private final CapturesViewModel captures;
    private final Desktop desktop;
    private final DiskNotices disk;

    CaptureWiring(
            Cards cards,
            Desktop desktop,
            Preferences preferences,
            Threads threads,
            Notices notices,
            Recordings recordings) {
        this.cards = cards;
        this.preferences = preferences;
        this.threads = threads;
        this.notices = notices;
        session = recordings.session();
        captures = new CapturesViewModel(
                recordings.settings(), preferences.texts(), threads, notices, this::openRecording);
        this.desktop = desktop;
        disk = new DiskNotices(notices);
    }

    /**
     * The place over the window for one card at a time.
     *
     * @param show shows a card there
     * @param close takes it away
     */
    record Cards(Consumer<Region> show, Runnable close) {}

    /**
     * Where captures come from.
     *
     * @param session writes one
     * @param settings where they are kept
     */
    record Recordings(EmulatorSession session, CaptureSettings settings) {}

    /** The menu that exports the frames that {@code traffic} lists. */
    ExportMenu exportMenu(TrafficViewModel traffic) {
        ExportMenu.Frames frames = new ExportMenu.Frames(
                () -> session.engineProperty().get().map(Engine::captureSource), scope -> selection(traffic, scope));
        return new ExportMenu(captures, preferences.texts(), desktop, frames);
    }

    /** A new bar that shows how far an export or import is. */
    TaskBar taskBar() {
        return new TaskBar(captures.task(), preferences.texts());
    }

    /** Counts what is captured of a connection, 0 being all of them. */
    BottomTab statistics(ObservableIntegerValue connection) {
        StatisticsViewModel model = new StatisticsViewModel(
                () -> session.engineProperty().get().map(Engine::captureSource), connection, threads, notices);
        return new BottomTab(
                "tab-statistics",
                preferences.texts().bind("captures.statistics"),
                new StatisticsView(model, preferences.texts()).root());
    }

    /** What the user can do with captures. */
    Action[] actions() {
        return new Action[] {
            Action.of(ActionGroup.CAPTURE, "action.open-capture", "Shortcut+Shift+O", this::showDialog),
            Action.of(ActionGroup.CAPTURE, "action.import-capture", "", () -> desktop.open(
                            preferences.texts().get("captures.import"))
                    .ifPresent(captures::importFile))
        };
    }

    /** Brings what changes by itself up to date; called about ten times a second. */
    void refresh() {
        session.engineProperty().get().ifPresent(engine -> disk.look(engine.disk()));
    }

    /** The frames of a scope. */
    static FrameSelection selection(TrafficViewModel traffic, ExportScope scope) {
        return switch (scope) {
            case ALL -> FrameSelection.ALL;
            case SHOWN -> traffic.shownFrames();
            case SELECTED -> traffic.selectedFrames();
        };
    }

    private void showDialog() {
        CapturesCard card = new CapturesCard(captures, preferences.texts(), desktop, cards.close());
        cards.show().accept(card.root());
        card.requestFocus();
    }

    private void openRecording(Path directory) {
        threads.background().execute(() -> {
            try {
                Recording recording = Recording.open(directory);
                threads.screen().execute(() -> new RecordingWindow(recording, preferences, threads, captures, desktop));
            } catch (IOException e) {
                LOG.log(Level.WARNING, "A capture can't be opened", e);
                threads.screen()
                        .execute(() -> notices.show(Notice.problem("captures.task.failed", directory.toString(), e)));
            }
        });
    }
}
