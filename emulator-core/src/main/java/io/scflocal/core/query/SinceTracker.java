package io.scflocal.core.query;

import io.scflocal.core.capture.CaptureCursor;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.LimitsRecord;
import io.scflocal.core.frame.Opcode;
import java.util.List;
import java.util.function.Predicate;

/**
 * Knows when the last frame of each connection passed, of all frames or of some. It has to see all frames in their order; for one thread at
 * a time.
 */
final class SinceTracker {
    private final CaptureCursor cursor;
    private final Predicate<CaptureCursor> counts;
    private ConnectionTable table = new ConnectionTable();
    private long[] last = nothing();

    private SinceTracker(CaptureCursor cursor, Predicate<CaptureCursor> counts) {
        this.cursor = cursor;
        this.counts = counts;
    }

    /** Knows about all frames. */
    static SinceTracker ofFrames(CaptureReader capture) {
        return new SinceTracker(capture.cursor(), frame -> true);
    }

    /** Knows about those that have started the idle time. */
    static SinceTracker ofActivity(CaptureReader capture) {
        return new SinceTracker(capture.cursor(), frame -> isActivity(frame, capture.limits()));
    }

    /** Whether a frame has started the idle time. */
    static boolean isActivity(CaptureCursor frame, List<LimitsRecord> limits) {
        Opcode opcode = Opcode.of(frame.firstByte());
        return !opcode.isControl()
                || opcode != Opcode.CLOSE
                        && LimitsRecord.at(limits, frame.epochNanos())
                                .map(LimitsRecord::pingsCount)
                                .orElse(false);
    }

    private static long[] nothing() {
        return ConnectionTable.withRoom(new long[0], 63, Subject.MISSING);
    }

    /** The nanoseconds between each of these frames and the one before of the same connection that counts. */
    long[] next(long from, int count) {
        if (table.isFull()) {
            table = new ConnectionTable();
            last = nothing();
        }
        long[] since = new long[count];
        for (int i = 0; i < count; i++) {
            cursor.moveTo(from + i);
            since[i] = Subject.MISSING;
            if (!cursor.isListed()) {
                continue;
            }
            int place = table.place(cursor.connection());
            last = ConnectionTable.withRoom(last, place, Subject.MISSING);
            long time = cursor.epochNanos();
            if (last[place] != Subject.MISSING) {
                since[i] = time - last[place];
            }
            if (counts.test(cursor)) {
                last[place] = time;
            }
        }
        return since;
    }
}
