package io.scflocal.app.traffic;

/**
 * Every frame of a capture: the row is the frame's number.
 *
 * @param size how many frames there were when it was looked at
 */
record AllFrames(long size) implements RowSource {

    @Override
    public long frameAt(long row) {
        return row;
    }

    @Override
    public long firstRowFrom(long number) {
        return Math.max(0, Math.min(number, size));
    }

    @Override
    public long corrections() {
        return 0;
    }
}
