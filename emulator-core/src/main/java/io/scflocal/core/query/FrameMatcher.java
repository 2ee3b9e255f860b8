package io.scflocal.core.query;

import io.scflocal.core.capture.CaptureCursor;
import java.util.function.Predicate;

/** Tests frames, for instance those that are on the screen. Confined to one thread. */
public final class FrameMatcher {
    /** How far back the frame before of the same connection is looked for. */
    private static final int LOOK_BACK = 1 << 16;

    private final FrameTest test;
    private final Subject subject;
    private final Plan plan;
    private long givenUp;
    private boolean whole;
    private int capturedLength;

    FrameMatcher(FrameTest test, Subject subject, Plan plan) {
        this.test = test;
        this.subject = subject;
        this.plan = plan;
    }

    /**
     * Whether a frame matches as it is now. A frame whose connection had none among the 65,536 frames before has no {@code cdelta} here,
     * and is taken for the first one by {@code idle.left}. One that is no longer listed doesn't match.
     *
     * @throws IndexOutOfBoundsException unless the capture has a frame with this number
     */
    public boolean matches(long number) {
        subject.startBlock();
        return matches(number, since(number));
    }

    /** Frames of which nobody knows because a pattern took too long; they count as not matching. */
    public long givenUp() {
        return givenUp;
    }

    boolean matches(long number, Subject.Since since) {
        subject.moveTo(number, since);
        if (!subject.cursor().isListed()) {
            whole = true;
            return false;
        }
        // Asked before the payload is read: what completes in between would be taken for tested as a whole.
        whole = subject.cursor().complete();
        capturedLength = whole ? 0 : subject.cursor().capturedLength();
        try {
            return test.test(subject);
        } catch (DecodedText.GivenUp e) {
            givenUp++;
            return false;
        }
    }

    /** What is known of open connections may have changed. */
    void startBlock() {
        subject.startBlock();
    }

    /** Whether the frame that was tested last had arrived as a whole. */
    boolean whole() {
        return whole;
    }

    /** How much of the payload there was of the frame that was tested last, if it was not whole. */
    int capturedLength() {
        return capturedLength;
    }

    private Subject.Since since(long number) {
        long frame = plan.uses(Field.CDELTA) ? since(number, before -> true) : Subject.MISSING;
        long activity = plan.uses(Field.IDLE_LEFT)
                ? since(number, before -> SinceTracker.isActivity(before, subject.allLimits()))
                : Subject.MISSING;
        return new Subject.Since(frame, activity);
    }

    private long since(long number, Predicate<CaptureCursor> counts) {
        subject.moveTo(number, Subject.Since.UNKNOWN);
        int connection = subject.cursor().connection();
        long time = subject.cursor().epochNanos();
        long first = subject.capture().first();
        for (long before = number - 1; before >= Math.max(first, number - LOOK_BACK); before--) {
            subject.cursor().moveTo(before);
            if (subject.cursor().connection() == connection && counts.test(subject.cursor())) {
                return time - subject.cursor().epochNanos();
            }
        }
        return Subject.MISSING;
    }
}
