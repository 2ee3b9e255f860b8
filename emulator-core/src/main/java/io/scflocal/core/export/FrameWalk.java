package io.scflocal.core.export;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import java.util.concurrent.CancellationException;

/** Goes through the selected frames of those that there were at the beginning and that are still listed, as often as wanted. */
final class FrameWalk {
    private static final int REPORT_MASK = 1023;

    private final CaptureReader frames;
    private final FrameSelection selection;
    private final ExportProgress progress;
    private final long count;

    /** What is done with a frame. */
    interface Step<E extends Exception> {
        void take(FrameRecord frame) throws E;
    }

    FrameWalk(CaptureReader frames, FrameSelection selection, ExportProgress progress) {
        this.frames = frames;
        this.selection = selection;
        this.progress = progress;
        count = frames.count();
    }

    /** Does something with each frame and tells how far it is. */
    <E extends Exception> void each(Step<E> step) throws E {
        walk(step, true);
    }

    /** Looks at each frame before anything is written. */
    <E extends Exception> void survey(Step<E> step) throws E {
        walk(step, false);
    }

    private <E extends Exception> void walk(Step<E> step, boolean writing) throws E {
        long passed = 0;
        long number = selection.next(frames.first());
        for (; number >= 0 && number < count; number = selection.next(Math.max(number + 1, frames.first()))) {
            FrameRecord frame = frames.frame(number);
            if (frame.isListed()) {
                step.take(frame);
            }
            if ((++passed & REPORT_MASK) == 0) {
                report(writing ? number + 1 : 0);
            }
        }
        report(writing ? count : 0);
    }

    private void report(long done) {
        if (!progress.done(done, count)) {
            throw new CancellationException("The export was cancelled.");
        }
    }
}
