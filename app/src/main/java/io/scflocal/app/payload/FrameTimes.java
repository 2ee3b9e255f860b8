package io.scflocal.app.payload;

import io.scflocal.core.capture.CaptureCursor;
import io.scflocal.core.capture.CaptureReader;
import java.util.OptionalLong;

/** Finds frames by their times. */
public final class FrameTimes {
    /** A connection without a frame among so many on either side has none near. */
    private static final int SEARCHED = 50_000;

    private FrameTimes() {}

    /**
     * Number of the frame that passed nearest before a moment, else nearest after it; empty if there is none near.
     *
     * @param epochNanos the moment, nanoseconds since 1970-01-01T00:00:00Z
     * @param connection only frames of this connection; 0 for those of all
     */
    public static OptionalLong nearest(CaptureReader reader, long epochNanos, int connection) {
        CaptureCursor cursor = reader.cursor();
        long count = reader.count();
        long begin = reader.first();
        long low = Math.max(begin, firstAfter(cursor, epochNanos, count));
        OptionalLong before = first(cursor, low - 1, Math.max(begin - 1, low - 1 - SEARCHED), -1, connection);
        return before.isPresent() ? before : first(cursor, low, Math.min(count, low + SEARCHED), 1, connection);
    }

    /**
     * Number of the frame that passed nearest to a moment, before or after it; empty if there is none near.
     *
     * @param epochNanos the moment, nanoseconds since 1970-01-01T00:00:00Z
     * @param connection only frames of this connection; 0 for those of all
     */
    public static OptionalLong closest(CaptureReader reader, long epochNanos, int connection) {
        CaptureCursor cursor = reader.cursor();
        long count = reader.count();
        long begin = reader.first();
        long low = Math.max(begin, firstAfter(cursor, epochNanos, count));
        OptionalLong before = first(cursor, low - 1, Math.max(begin - 1, low - 1 - SEARCHED), -1, connection);
        long since = before.isPresent() ? epochNanos - cursor.epochNanos() : Long.MAX_VALUE;
        OptionalLong after = first(cursor, low, Math.min(count, low + SEARCHED), 1, connection);
        return after.isPresent() && cursor.epochNanos() - epochNanos < since ? after : before;
    }

    /**
     * Number of the first frame that passed after a moment; {@code count} if there is none. Frames that are no longer listed have passed
     * before.
     *
     * @param cursor moves
     * @param epochNanos the moment, nanoseconds since 1970-01-01T00:00:00Z
     * @param count how many frames are looked at
     */
    public static long firstAfter(CaptureCursor cursor, long epochNanos, long count) {
        long low = 0;
        long high = count;
        while (low < high) {
            long middle = (low + high) >>> 1;
            cursor.moveTo(middle);
            if (cursor.epochNanos() > epochNanos) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static OptionalLong first(CaptureCursor cursor, long from, long end, int step, int connection) {
        for (long number = from; number != end; number += step) {
            cursor.moveTo(number);
            if (connection == 0 || cursor.connection() == connection) {
                return OptionalLong.of(number);
            }
        }
        return OptionalLong.empty();
    }
}
