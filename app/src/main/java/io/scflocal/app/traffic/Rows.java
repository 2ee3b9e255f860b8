package io.scflocal.app.traffic;

/**
 * The rows that are shown: a source without the frames that were cleared and without those that came after a pause.
 *
 * @param source where the rows come from
 * @param first row of the source that is row 0 here
 * @param size how many rows are shown
 */
record Rows(RowSource source, long first, long size) {

    /** What is shown when there is nothing. */
    static final Rows NONE = new Rows(new AllFrames(0), 0, 0);

    /** Value of {@link #rowOf} for a frame that isn't shown. */
    static final long NO_ROW = -1;

    /** Those rows of {@code source} whose frames are numbered from {@code from} to {@code to} exclusive. */
    static Rows between(RowSource source, long from, long to) {
        long first = source.firstRowFrom(from);
        return new Rows(source, first, Math.max(0, source.firstRowFrom(to) - first));
    }

    /** Whether {@code others} are the same rows as far as there are as many of them: nothing has moved. */
    boolean standsWhere(Rows others) {
        return first == others.first && source.corrections() == others.source.corrections();
    }

    /** Number of the frame in {@code row}. */
    long frameAt(long row) {
        return source.frameAt(first + row);
    }

    /** The first row whose frame number is at least {@code number}; {@link #size} if there is none. */
    long firstRowFrom(long number) {
        return Math.max(0, Math.min(source.firstRowFrom(number) - first, size));
    }

    /** The row of a frame, or {@link #NO_ROW}. */
    long rowOf(long number) {
        long row = firstRowFrom(number);
        return row < size && frameAt(row) == number ? row : NO_ROW;
    }
}
