package io.scflocal.app.traffic;

/** Which frames stand in the rows, in the order of their numbers. Rows are added at the end, apart from {@link #corrections}. */
sealed interface RowSource permits AllFrames, MatchRows {

    /** How many rows there are. */
    long size();

    /** Number of the frame in {@code row}, from 0 to {@link #size()} exclusive. */
    long frameAt(long row);

    /** The first row whose frame number is at least {@code number}; {@link #size()} if there is none. */
    long firstRowFrom(long number);

    /** How often a row was put in or taken out elsewhere than at the end, so that others have moved. */
    long corrections();
}
