package io.scflocal.app.timeline;

/** Where the timeline leads to. Called on the JavaFX thread. */
public interface TimelineLinks {

    /** Selects a frame in the list; numbers begin at 0. */
    void showFrame(long number);

    /** Shows what was logged at this moment; nanoseconds since 1970-01-01T00:00:00Z. */
    void showInLog(long epochNanos);
}
