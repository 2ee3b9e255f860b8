package io.scflocal.app.cli;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the frames of a growing capture once each. A frame that is still arriving is waited for, but not for long, since its peer
 * may never send the rest.
 *
 * <p>For one thread.
 */
final class FrameFeed {
    private static final int MAX_FRAMES = 10_000;
    private static final int MAX_LOOKS = 10;

    private final CaptureReader capture;
    private long next;
    private int looks;

    FrameFeed(CaptureReader capture) {
        this.capture = capture;
    }

    /**
     * Frames that are new, at most some thousands at a time.
     *
     * @param patient whether a frame that is still arriving may be left for later
     */
    List<FrameRecord> read(boolean patient) {
        next = Math.max(next, capture.first());
        long end = Math.min(capture.count(), next + MAX_FRAMES);
        List<FrameRecord> frames = new ArrayList<>();
        while (next < end) {
            FrameRecord frame = capture.frame(next);
            if (patient && !frame.complete() && ++looks < MAX_LOOKS) {
                break;
            }
            looks = 0;
            next++;
            frames.add(frame);
        }
        return frames;
    }

    /** Whether the frames below {@code count} have all been read. */
    boolean hasRead(long count) {
        return next >= count;
    }
}
