package io.scflocal.app;

/** This machine can't show a window. */
public final class WindowUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is missing. */
    public enum Reason {
        /** There is no display to connect to. */
        NO_DISPLAY,
        /** The libraries that JavaFX draws with are not installed, GTK 3 first of all. */
        LIBRARIES_MISSING
    }

    private final Reason reason;

    public WindowUnavailableException(Reason reason) {
        super("no window: " + reason);
        this.reason = reason;
    }

    /** What is missing. */
    public Reason reason() {
        return reason;
    }
}
