package io.scflocal.core.query;

import io.scflocal.core.capture.CaptureCursor;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.MessageReader;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Frames that were tested before they could be read in full, and have to be tested again: those that were still arriving, when they are
 * whole or when nothing more has come of them between two looks; and the first frames of messages that have become known since.
 * Thread-safe.
 */
final class ArrivingFrames {
    /** Connections that die in the middle of a frame leave one each, so there has to be an end. */
    private static final int MOST = 4096;

    private final CaptureReader capture;
    private final MatchList matches;
    private final Deque<Arriving> frames = new ArrayDeque<>();
    private long nextMessage;

    /**
     * One frame.
     *
     * @param tested how much of its payload there was when it was tested
     * @param seen how much there was at the last look
     */
    private record Arriving(long number, int tested, int seen) {}

    ArrivingFrames(CaptureReader capture, MatchList matches) {
        this.capture = capture;
        this.matches = matches;
        // What is known before the first test is seen by it.
        nextMessage = capture.messages().count();
    }

    synchronized boolean isEmpty() {
        return frames.isEmpty() && nextMessage == capture.messages().count();
    }

    synchronized void add(long number, int tested) {
        if (frames.size() == MOST) {
            frames.removeFirst();
        }
        frames.addLast(new Arriving(number, tested, tested));
    }

    /** Looks at all frames below {@code done} again. */
    synchronized void test(FrameMatcher matcher, long done) {
        CaptureCursor cursor = capture.cursor();
        for (int left = frames.size(); left > 0; left--) {
            Arriving frame = frames.removeFirst();
            if (frame.number < done) {
                cursor.moveTo(frame.number);
                look(frame, cursor, matcher);
            } else {
                frames.addLast(frame);
            }
        }
        testMessages(matcher, done);
    }

    /** A message whose first frame is just being tested waits, because that test may not have seen it. */
    private void testMessages(FrameMatcher matcher, long done) {
        MessageReader messages = capture.messages();
        nextMessage = Math.max(nextMessage, messages.first());
        for (long end = messages.count(); nextMessage < end; nextMessage++) {
            long first = messages.message(nextMessage).firstFrame();
            if (first >= done) {
                return;
            }
            if (first >= 0) {
                matches.correct(first, matcher.matches(first));
            }
        }
    }

    private void look(Arriving frame, CaptureCursor cursor, FrameMatcher matcher) {
        boolean whole = cursor.complete();
        int length = cursor.capturedLength();
        boolean stalled = length == frame.seen && length != frame.tested;
        if (whole || stalled) {
            matches.correct(frame.number, matcher.matches(frame.number));
        }
        if (!whole) {
            frames.addLast(new Arriving(frame.number, stalled ? length : frame.tested, length));
        }
    }
}
