package io.scflocal.app;

import io.scflocal.app.connections.ConnectionsViewModel;
import io.scflocal.app.detail.DetailViewModel;
import io.scflocal.app.fx.Pulse;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.logs.LogViewModel;
import io.scflocal.app.notice.Notices;
import io.scflocal.app.settings.SettingsFile;
import io.scflocal.app.traffic.TrafficViewModel;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.time.Ticker;

/**
 * What there is to see of a capture, be it one of earlier or one that is being written: its connections, frames and log.
 *
 * <p>JavaFX thread only.
 */
record CapturePanes(
        ConnectionsViewModel connections, TrafficViewModel traffic, DetailViewModel detail, LogViewModel logs) {

    /** Of no capture yet. */
    static CapturePanes of(Threads threads, Ticker ticker, SettingsFile remembered, Notices notices) {
        return new CapturePanes(
                new ConnectionsViewModel(),
                new TrafficViewModel(threads, ticker, remembered, notices),
                new DetailViewModel(threads),
                new LogViewModel(threads));
    }

    /** From now on what is selected in one of them is shown in the others. */
    void connect(WindowLinks links) {
        traffic.selectedFrameProperty().addListener((property, before, now) -> detail.show(now.longValue()));
        traffic.onCompare(detail::compare);
        connections.onFilter(traffic::filterOn);
        connections
                .selectedConnectionProperty()
                .addListener((property, before, now) -> links.showConnection(now.intValue()));
    }

    /** Shows another capture; {@code act} acts on its connections. */
    void show(CaptureReader capture, Invocations invocations, InvocationLog log, ConnectionsViewModel.Actor act) {
        connections.show(invocations, act);
        detail.source(capture, invocations);
        traffic.show(capture, invocations);
        logs.show(log);
    }

    /** Lets go of the capture's frames; call it before the capture is closed. */
    void showNothing() {
        traffic.showNothing();
        detail.showNothing();
    }

    /** Has them look at what changes by itself, each as often as an eye can follow. */
    void beat(Pulse pulse) {
        pulse.add(30, nanos -> {
            traffic.refresh();
            detail.refresh();
        });
        pulse.add(10, nanos -> {
            connections.refresh();
            logs.refresh();
        });
    }
}
