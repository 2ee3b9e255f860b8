package io.scflocal.app.timeline;

import java.util.Arrays;

/**
 * Memory of all instances over the last two hours, a value a second; older ones go.
 *
 * <p>JavaFX thread only.
 */
final class MemorySamples {
    private static final int MOST = 7_200;

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
            int place = (int) (i % MOST);
            if (moments[place] >= span.from() && moments[place] < span.to()) {
                int column = (int) (span.fraction(moments[place]) * columns);
                values[column] = Math.max(values[column], bytes[place]);
            }
        }
        return values;
    }
}
