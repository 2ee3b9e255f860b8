package io.scflocal.app.traffic;

import io.scflocal.core.capture.FrameRecord;

/**
 * One row of the grid, ready to be drawn.
 *
 * @param frame the frame as it was read
 * @param tone how it is coloured
 * @param number its number as the user sees it, from 1
 * @param time when it arrived, as the time column is set
 * @param delta seconds since the row above; empty in the first row
 * @param connection number of its connection, with a hash sign
 * @param opcode its opcode in words
 * @param flags the bits that are set, in the names of RFC 6455
 * @param length length of its payload in bytes
 * @param payload beginning of its payload on one line
 */
record FrameRow(
        FrameRecord frame,
        Tone tone,
        String number,
        String time,
        String delta,
        String connection,
        String opcode,
        String flags,
        String length,
        String payload) {

    /** How the row is coloured. */
    enum Tone {
        DATA,
        CONTROL,
        CLOSE,
        CLOSE_ERROR,
        /** Its bytes had to make room for newer ones. */
        GONE
    }
}
