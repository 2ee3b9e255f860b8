package io.scflocal.app.traffic;

import io.scflocal.core.capture.FrameRecord;

/**
 * Which frames are shown.
 *
 * @param connection number of the only connection shown; 0 for all
 * @param hidesControl whether control frames are left out
 */
record RowFilter(int connection, boolean hidesControl) {

    /** Shows every frame. */
    static final RowFilter ALL = new RowFilter(0, false);

    /** Whether {@code frame} is shown. */
    boolean shows(FrameRecord frame) {
        return (connection == 0 || frame.connection() == connection)
                && !(hidesControl && frame.header().opcode().isControl());
    }
}
