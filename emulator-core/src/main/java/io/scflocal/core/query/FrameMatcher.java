package io.scflocal.core.query;

/** Tests frames, for instance those that are on the screen. Confined to one thread. */
public final class FrameMatcher {
    /** How far back the frame before of the same connection is looked for. */
    private static final int LOOK_BACK = 1 << 16;

    private final FrameTest test;
    private final Subject subject;
    private final boolean usesCdelta;
    private long givenUp;
    private boolean whole;
    private int capturedLength;

    FrameMatcher(FrameTest test, Subject subject, boolean usesCdelta) {
        this.test = test;
        this.subject = subject;
        this.usesCdelta = usesCdelta;
    }

    /**
     * Whether a frame matches as it is now. A frame whose connection had none among the 65,536 frames before has no {@code cdelta} here.
     *
     * @throws IndexOutOfBoundsException unless the capture has a frame with this number
     */
    public boolean matches(long number) {
        subject.startBlock();
        return matches(number, usesCdelta ? cdelta(number) : Subject.MISSING);
    }

    /** Frames of which nobody knows because a pattern took too long; they count as not matching. */
    public long givenUp() {
        return givenUp;
    }

    boolean matches(long number, long cdelta) {
        subject.moveTo(number, cdelta);
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

    private long cdelta(long number) {
        subject.moveTo(number, Subject.MISSING);
        int connection = subject.cursor().connection();
        long time = subject.cursor().epochNanos();
        for (long before = number - 1; before >= Math.max(0, number - LOOK_BACK); before--) {
            subject.cursor().moveTo(before);
            if (subject.cursor().connection() == connection) {
                return time - subject.cursor().epochNanos();
            }
        }
        return Subject.MISSING;
    }
}
