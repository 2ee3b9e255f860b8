package io.scflocal.core.query;

import io.scflocal.core.capture.CaptureCursor;

/** Knows when the last frame of each connection passed. It has to see all frames in their order; for one thread at a time. */
final class CdeltaTracker {
    private final CaptureCursor cursor;
    private final ConnectionTable table = new ConnectionTable();
    private long[] last = ConnectionTable.withRoom(new long[0], 63, Subject.MISSING);

    CdeltaTracker(CaptureCursor cursor) {
        this.cursor = cursor;
    }

    /** The nanoseconds between each of these frames and the one before of the same connection. */
    long[] next(long from, int count) {
        long[] cdeltas = new long[count];
        for (int i = 0; i < count; i++) {
            cursor.moveTo(from + i);
            int place = table.place(cursor.connection());
            last = ConnectionTable.withRoom(last, place, Subject.MISSING);
            long time = cursor.epochNanos();
            cdeltas[i] = last[place] == Subject.MISSING ? Subject.MISSING : time - last[place];
            last[place] = time;
        }
        return cdeltas;
    }
}
