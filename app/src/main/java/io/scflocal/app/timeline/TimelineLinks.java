package io.scflocal.app.timeline;

import io.scflocal.core.invocation.LogLine;

/** Where the timeline leads to. Called on the JavaFX thread. */
public interface TimelineLinks {

    /** Selects a frame in the list; numbers begin at 0. */
    void showFrame(long number);

    /** Shows a line in the log. */
    void showInLog(LogLine line);
}
