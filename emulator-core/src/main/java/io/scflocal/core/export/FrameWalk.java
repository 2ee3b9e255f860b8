package io.scflocal.core.export;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;

/** Goes through the selected frames of those that there were at the beginning and that are still listed, as often as wanted. */
final class FrameWalk {
    private final CaptureReader frames;
    private final FrameSelection selection;
    private final long count;
    private final ExportSteps steps;

    /** What is done with a frame. */
    interface Step<E extends Exception> {
        void take(FrameRecord frame) throws E;
    }

    FrameWalk(CaptureReader frames, FrameSelection selection, ExportProgress progress) {
        this.frames = frames;
        this.selection = selection;
        count = frames.count();
        steps = new ExportSteps(progress, count);
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
        long number = selection.next(frames.first());
        for (; number >= 0 && number < count; number = selection.next(Math.max(number + 1, frames.first()))) {
            FrameRecord frame = frames.frame(number);
            if (frame.isListed()) {
                step.take(frame);
            }
            steps.frame(frame.capturedLength(), writing ? number + 1 : 0);
        }
        steps.report(writing ? count : 0);
    }
}
