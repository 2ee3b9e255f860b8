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
        Around around = new Around(reader, epochNanos, connection);
        OptionalLong before = around.before();
        return before.isPresent() ? before : around.after();
    }

    /**
     * Number of the frame that passed nearest to a moment, before or after it; empty if there is none near.
     *
     * @param epochNanos the moment, nanoseconds since 1970-01-01T00:00:00Z
     * @param connection only frames of this connection; 0 for those of all
     */
    public static OptionalLong closest(CaptureReader reader, long epochNanos, int connection) {
        Around around = new Around(reader, epochNanos, connection);
        OptionalLong before = around.before();
        long since = before.isPresent() ? epochNanos - around.cursor.epochNanos() : Long.MAX_VALUE;
        OptionalLong after = around.after();
        return after.isPresent() && around.cursor.epochNanos() - epochNanos < since ? after : before;
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

    /** The frames on either side of a moment. */
    private static final class Around {
        private final CaptureCursor cursor;
        private final int connection;
        private final long count;
        private final long begin;
        /** The first frame after the moment. */
        private final long low;

        Around(CaptureReader reader, long epochNanos, int connection) {
            this.connection = connection;
            cursor = reader.cursor();
            count = reader.count();
            begin = reader.first();
            low = Math.max(begin, firstAfter(cursor, epochNanos, count));
        }

        /** The last frame before the moment or at it; the cursor stands at it. */
        OptionalLong before() {
            return first(low - 1, Math.max(begin - 1, low - 1 - SEARCHED), -1);
        }

        /** The first frame after the moment; the cursor stands at it. */
        OptionalLong after() {
            return first(low, Math.min(count, low + SEARCHED), 1);
        }

        private OptionalLong first(long from, long end, int step) {
            for (long number = from; number != end; number += step) {
                cursor.moveTo(number);
                if (connection == 0 || cursor.connection() == connection) {
                    return OptionalLong.of(number);
                }
            }
            return OptionalLong.empty();
        }
    }
}
