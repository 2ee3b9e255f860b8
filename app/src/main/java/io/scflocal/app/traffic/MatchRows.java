package io.scflocal.app.traffic;

import io.scflocal.core.query.MatchList;

/**
 * The frames that match a filter. The list goes on growing; the rows that are looked at may even have become fewer meanwhile, and the
 * next pulse of the screen puts that right.
 *
 * @param matches the frames
 * @param corrections how often they had been corrected when they were looked at
 */
record MatchRows(MatchList matches, long corrections) implements RowSource {

    @Override
    public long size() {
        return matches.size();
    }

    @Override
    public long frameAt(long row) {
        return matches.frameNear(row);
    }

    @Override
    public long firstRowFrom(long number) {
        return matches.indexOf(Math.max(0, number));
    }
}
