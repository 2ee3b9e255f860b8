package io.scflocal.app.timeline;

/** Where the timeline leads to. Called on the JavaFX thread. */
public interface TimelineLinks {

    /** Selects a frame in the list; numbers begin at 0. */
    void showFrame(long number);

    /** Shows a line of the log; numbers begin at 0. */
    void showLine(long number);
}
