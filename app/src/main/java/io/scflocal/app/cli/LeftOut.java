package io.scflocal.app.cli;

/**
 * What was not printed because the output was not read fast enough.
 *
 * @param lines lines of the log
 * @param events other events, but frames
 * @param frames frames that had to make room in the capture before they were printed
 */
record LeftOut(long lines, long events, long frames) {
    static final LeftOut NOTHING = new LeftOut(0, 0, 0);

    LeftOut plus(LeftOut more) {
        return new LeftOut(lines + more.lines, events + more.events, frames + more.frames);
    }
}
