package io.scflocal.app.traffic;

import io.scflocal.core.capture.Gap;
import java.util.Optional;

/**
 * The rows that are shown: a source without the frames that were cleared, without those that came after a pause, and with one row in
 * place of the frames that had to make room on the disk.
 *
 * @param source where the rows come from
 * @param first row of the source that is the first one here
 * @param size how many rows are shown
 * @param gap what the first row says is missing; empty if it is an ordinary row
 */
record Rows(RowSource source, long first, long size, Optional<Gap> gap) {

    /** What is shown when there is nothing. */
    static final Rows NONE = new Rows(new AllFrames(0), 0, 0);

    /** Value of {@link #rowOf} for a frame that isn't shown. */
    static final long NO_ROW = -1;

    /** Rows of which none stands for a gap. */
    Rows(RowSource source, long first, long size) {
        this(source, first, size, Optional.empty());
    }

    /**
     * Those rows of {@code source} whose frames are numbered from {@code from} to {@code to} exclusive.
     *
     * @param gap has a row of its own, in place of the frames that it lists
     */
    static Rows between(RowSource source, long from, long to, Optional<Gap> gap) {
        long first = source.firstRowFrom(Math.max(from, gap.map(Gap::end).orElse(0L)));
        long frames = Math.max(0, source.firstRowFrom(to) - first);
        return new Rows(source, first, frames + (gap.isPresent() ? 1 : 0), gap);
    }

    /** Whether {@code others} are the same rows as far as there are as many of them: nothing has moved. */
    boolean standsWhere(Rows others) {
        return first == others.first
                && gap.isPresent() == others.gap.isPresent()
                && source.corrections() == others.source.corrections();
    }

    /** How many of the rows are frames. */
    long frames() {
        return size - firstFrameRow();
    }

    /** Whether this row stands for frames that are missing. */
    boolean isGap(long row) {
        return row < firstFrameRow();
    }

    private int firstFrameRow() {
        return gap.isPresent() ? 1 : 0;
    }

    /** Number of the frame in {@code row}; of the last missing one in the row that stands for them. */
    long frameAt(long row) {
        return isGap(row) ? gap.orElseThrow().end() - 1 : source.frameAt(first + row - firstFrameRow());
    }

    /** The first row whose frame number is at least {@code number}; {@link #size} if there is none. */
    long firstRowFrom(long number) {
        boolean missing = number < gap.map(Gap::end).orElse(0L);
        return missing && gap.isPresent() ? 0 : firstFrameRowFrom(number);
    }

    /** The same, apart from the row that stands for missing frames. */
    long firstFrameRowFrom(long number) {
        return Math.max(firstFrameRow(), Math.min(source.firstRowFrom(number) - first + firstFrameRow(), size));
    }

    /** The row of a frame, for a missing one the row that stands for it; {@link #NO_ROW} if there is none. */
    long rowOf(long number) {
        long row = firstRowFrom(number);
        return number >= 0 && row < size && (isGap(row) || frameAt(row) == number) ? row : NO_ROW;
    }

    /** Whether a frame has a row of its own. */
    boolean shows(long number) {
        long row = rowOf(number);
        return row != NO_ROW && !isGap(row);
    }
}
