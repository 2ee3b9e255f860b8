package io.scflocal.app;

import io.scflocal.app.detail.DetailLinks;
import io.scflocal.app.fx.Desktop;
import io.scflocal.app.logs.LogDesk;
import io.scflocal.app.payload.FrameTimes;
import io.scflocal.app.text.Texts;
import io.scflocal.app.timeline.TimelineLinks;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.invocation.LogLine;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Leads from one pane to another: from a frame to the log and back.
 *
 * <p>JavaFX thread only.
 */
record WindowLinks(Desktop desktop, Texts texts, Supplier<Optional<Shown>> shown, CapturePanes panes, Runnable showLog)
        implements DetailLinks, LogDesk, TimelineLinks {

    /** What the panes show. */
    record Shown(CaptureReader capture, Invocations invocations) {}

    @Override
    public void showFrame(long number) {
        if (!panes.traffic().reveal(number)) {
            // The filter hides it in the list.
            panes.detail().show(number);
        }
    }

    /** Frames and log follow the connection that is selected; 0 means all of them. */
    void showConnection(int connection) {
        Optional<Invocation> selected = shown.get().stream()
                .flatMap(engine -> engine.invocations().recent().stream())
                .filter(invocation -> invocation.connection() == connection)
                .findFirst();
        if (selected.isPresent()) {
            panes.traffic().showConnection(connection);
            panes.logs().showOnly(selected.get().requestId());
        } else {
            panes.traffic().showAllConnections();
            panes.logs().showAll();
        }
    }

    @Override
    public void filter(String term) {
        panes.traffic().filterOn(term);
    }

    @Override
    public void showInLog(FrameRecord frame) {
        showLog.run();
        panes.logs().reveal(frame.epochNanos());
    }

    @Override
    public void showInLog(LogLine line) {
        showLog.run();
        panes.logs().reveal(line);
    }

    @Override
    public void copy(String text) {
        desktop.copy(text);
    }

    @Override
    public Optional<Path> chooseFile(String suggestedName) {
        return desktop.save(texts.get("logs.export.title"), suggestedName);
    }

    @Override
    public void showFrameNear(LogLine line) {
        shown.get().ifPresent(engine -> {
            int connection = engine.invocations().recent().stream()
                    .filter(invocation -> invocation.requestId().equals(line.requestId()))
                    .map(Invocation::connection)
                    .findFirst()
                    .orElse(0);
            FrameTimes.nearest(engine.capture(), line.epochNanos(), connection).ifPresent(this::showFrame);
        });
    }
}
