package io.scflocal.app;

import io.scflocal.app.checks.ChecksViewModel;
import io.scflocal.app.composer.ComposerViewModel;
import io.scflocal.app.composer.Connector;
import io.scflocal.app.composer.SavedMessages;
import io.scflocal.app.fx.Pulse;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.notice.Notices;
import io.scflocal.app.session.EmulatorSession;
import io.scflocal.app.session.Engine;
import io.scflocal.app.shell.Preferences;
import io.scflocal.app.text.EmulatorLog;
import io.scflocal.app.text.Texts;
import io.scflocal.app.timeline.TimelineViewModel;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.time.Ticker;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.binding.Bindings;

/**
 * What the panes of the main window show, all of them of the one engine of the session.
 *
 * <p>JavaFX thread only.
 */
record PaneModels(
        CapturePanes capture, TimelineViewModel timeline, ComposerViewModel composer, ChecksViewModel checks) {

    /** Of no engine yet. */
    static PaneModels of(Threads threads, Ticker ticker, Preferences preferences, Notices notices) {
        return new PaneModels(
                CapturePanes.of(threads, ticker, preferences.file(), notices),
                new TimelineViewModel(threads, ticker),
                new ComposerViewModel(
                        threads, new SavedMessages(preferences.file().beside(SavedMessages.NAME)), Connector.SOCKETS),
                new ChecksViewModel(threads));
    }

    /** From now on they show what the session has, and what is selected in one of them is shown in the others. */
    void follow(EmulatorSession session, WindowLinks links, Texts texts) {
        session.engineProperty()
                .addListener((property, before, now) ->
                        now.ifPresentOrElse(engine -> show(engine, session, texts), this::showNothing));
        session.folderProperty().addListener((property, before, now) -> checks.show(now));
        composer.openConnectionProperty()
                .bind(Bindings.when(capture.connections().actableProperty())
                        .then(capture.connections().selectedConnectionProperty())
                        .otherwise(0));
        capture.connect(links);
    }

    private void show(Engine engine, EmulatorSession session, Texts texts) {
        capture.show(engine.capture(), engine.invocations(), engine.log(), engine::act);
        composer.show(Optional.of(engine), session.folderProperty().get().map(FunctionFolder::path));
        engine.addListener(new EmulatorLog(engine.log(), texts::messages));
        timeline.show(engine.capture(), engine.invocations(), engine.log());
    }

    private void showNothing() {
        composer.show(Optional.empty(), Optional.empty());
        timeline.showNothing();
        capture.showNothing();
    }

    /** Has them look at what changes by itself, each as often as an eye can follow. */
    void beat(Pulse pulse, EmulatorSession session, BooleanSupplier timelineShown) {
        capture.beat(pulse);
        pulse.add(5, nanos -> checks.installation().refresh());
        pulse.add(4, nanos -> {
            timeline.setVisible(timelineShown.getAsBoolean());
            timeline.refresh();
        });
        pulse.add(2, nanos -> session.engineProperty().get().ifPresent(engine -> {
            checks.look(engine.problems());
            checks.look(engine.instanceNotices());
        }));
        pulse.add(
                1,
                nanos -> session.engineProperty().get().ifPresent(engine -> timeline.sampleMemory(engine.instances())));
    }
}
