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
    private long gone;

    FrameFeed(CaptureReader capture) {
        this.capture = capture;
    }

    /**
     * Frames that are new, at most some thousands at a time.
     *
     * @param patient whether a frame that is still arriving may be left for later
     */
    List<FrameRecord> read(boolean patient) {
        long end = Math.min(capture.count(), next + MAX_FRAMES);
        List<FrameRecord> frames = new ArrayList<>();
        while (next < end) {
            FrameRecord frame = capture.frame(next);
            if (!frame.isListed()) {
                next = skipGone();
                continue;
            }
            if (patient && !frame.complete() && ++looks < MAX_LOOKS) {
                break;
            }
            looks = 0;
            next++;
            frames.add(frame);
        }
        return frames;
    }

    /** The frame to go on with, where frames have had to make room before they were read. */
    private long skipGone() {
        long listed = Math.max(next + 1, capture.first());
        gone += listed - next;
        return listed;
    }

    /** How many frames were no longer there to be read, since this was asked last. */
    long takeGone() {
        long taken = gone;
        gone = 0;
        return taken;
    }

    /** Whether the frames below {@code count} have all been read. */
    boolean hasRead(long count) {
        return next >= count;
    }
}
