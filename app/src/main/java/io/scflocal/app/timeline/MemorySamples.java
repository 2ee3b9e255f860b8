package io.scflocal.app.timeline;

import java.util.Arrays;

/**
 * Memory of all instances over the last two hours, a value a second; older ones go.
 *
 * <p>JavaFX thread only.
 */
final class MemorySamples {
    private static final int MOST = 7_200;
    /** A value holds until the next one, unless that comes so late that nobody was measuring. */
    private static final long HELD = 2_500_000_000L;

    private final long[] moments = new long[MOST];
    private final long[] bytes = new long[MOST];
    private long count;

    void add(long moment, long value) {
        int place = (int) (count++ % MOST);
        moments[place] = moment;
        bytes[place] = value;
    }

    void clear() {
        count = 0;
    }

    /** The largest value in each column of {@code span}; -1 where there is none. */
    long[] columns(TimeSpan span, int columns) {
        long[] values = new long[columns];
        Arrays.fill(values, -1);
        for (long i = Math.max(0, count - MOST); i < count; i++) {
            long from = moments[(int) (i % MOST)];
            long until = i + 1 < count ? moments[(int) ((i + 1) % MOST)] : from + 1;
            until = until - from <= HELD ? until : from + 1;
            if (until > span.from() && from < span.to()) {
                int last = column(span, columns, until - 1);
                for (int column = column(span, columns, from); column <= last; column++) {
                    values[column] = Math.max(values[column], bytes[(int) (i % MOST)]);
                }
            }
        }
        return values;
    }

    private static int column(TimeSpan span, int columns, long moment) {
        return Math.max(0, Math.min(columns - 1, (int) (span.fraction(moment) * columns)));
    }
}
