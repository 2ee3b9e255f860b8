package io.scflocal.app.traffic;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.notice.Notice;
import io.scflocal.app.notice.Notices;
import io.scflocal.app.text.Formats;
import io.scflocal.core.capture.CaptureReader;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/**
 * Reads selected frames for the clipboard in the background, and says what became of that.
 *
 * <p>JavaFX thread only. Runs without a toolkit.
 */
final class FrameClipboard {
    private static final System.Logger LOG = System.getLogger(FrameClipboard.class.getName());

    private final Threads threads;
    private final Notices notices;

    FrameClipboard(Threads threads, Notices notices) {
        this.threads = threads;
        this.notices = notices;
    }

    /** Gives {@code clipboard} the text of those selected frames that are among {@code rows}, later. */
    void copy(CaptureReader reader, Rows rows, FrameRanges selected, FrameCopy.Form form, Consumer<String> clipboard) {
        long wanted = selected.rowsIn(rows);
        if (wanted == 0) {
            return;
        }
        threads.background().execute(() -> {
            try {
                FrameCopy copy = FrameCopy.of(reader, rows, selected);
                String text = copy.text(form);
                threads.screen().execute(() -> copied(copy, wanted, text, clipboard));
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.WARNING, "The selected frames can't be read, so nothing was copied", e);
                threads.screen().execute(() -> notices.show(Notice.problem("frames.copy.failed")));
            }
        });
    }

    private void copied(FrameCopy copy, long wanted, String text, Consumer<String> clipboard) {
        clipboard.accept(text);
        int count = copy.frames().length;
        String key = count == wanted ? "frames.copy.done" : "frames.copy.part";
        notices.show(Notice.done(key, Formats.count(count), Formats.count(wanted)));
    }
}
