package io.scflocal.app;

/** This machine can't show a window. */
public final class WindowUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Display.Problem problem;

    public WindowUnavailableException(Display.Problem problem) {
        super("no window: " + problem);
        this.problem = problem;
    }

    /** What is missing. */
    public Display.Problem problem() {
        return problem;
    }
}
