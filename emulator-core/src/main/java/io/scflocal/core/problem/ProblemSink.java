package io.scflocal.core.problem;

/** Takes what breaks a rule. Called on any thread; neither blocks nor throws. */
@FunctionalInterface
public interface ProblemSink {

    /**
     * The rule was broken once more.
     *
     * @param connection number of the connection; 0 if it is none's
     * @param frame number of the frame concerned; {@link Problem#NO_FRAME} if no frame is
     * @param measured the value
     * @param limit what the platform allows
     */
    void report(ProblemKind kind, int connection, long frame, long measured, long limit);
}
