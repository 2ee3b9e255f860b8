package io.scflocal.app.traffic;

import io.scflocal.app.text.Formats;
import io.scflocal.core.capture.CaptureCursor;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.capture.Gap;
import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.function.IntFunction;

/**
 * Writes the times of frames.
 *
 * @param mode what is shown
 * @param zone the time zone of the clock
 * @param reference the frame that times count from, or {@link TrafficViewModel#NO_FRAME}
 * @param opened when a connection was opened, in nanoseconds since 1970; empty when nobody knows any more
 */
record FrameTimes(TimeMode mode, ZoneId zone, long reference, IntFunction<OptionalLong> opened) {
    /** What stands in the row that times count from. */
    static final String REFERENCE = "*REF*";

    /** How far back the frame before of the same connection is looked for: the index is read row by row. */
    private static final int LOOK_BACK = 2_000;

    /** The time of the frame in a row; empty where there is nothing that it could count from. */
    String time(CaptureReader reader, Rows rows, long row, FrameRecord frame) {
        return switch (mode) {
            case CLOCK -> Formats.time(frame.epochNanos(), zone);
            case OPEN -> since(frame, opened.apply(frame.connection()));
            case SHOWN -> since(frame, above(reader, rows, row));
            case CONNECTION -> since(frame, before(reader, frame));
            case REFERENCE -> sinceReference(reader, frame);
        };
    }

    /** The time since the row above; empty in the first row. */
    static String delta(CaptureReader reader, Rows rows, long row, FrameRecord frame) {
        return since(frame, above(reader, rows, row));
    }

    private static OptionalLong above(CaptureReader reader, Rows rows, long row) {
        if (row == 0) {
            return OptionalLong.empty();
        }
        if (rows.isGap(row - 1)) {
            // Frames that are listed though they are missing have nothing above them.
            Gap gap = rows.gap().orElseThrow();
            return gap.end() == 0 ? OptionalLong.empty() : OptionalLong.of(gap.toEpochNanos());
        }
        return OptionalLong.of(reader.frame(rows.frameAt(row - 1)).epochNanos());
    }

    private static OptionalLong before(CaptureReader reader, FrameRecord frame) {
        CaptureCursor cursor = reader.cursor();
        long end = Math.max(reader.first(), frame.number() - LOOK_BACK);
        for (long number = frame.number() - 1; number >= end; number--) {
            cursor.moveTo(number);
            if (cursor.connection() == frame.connection()) {
                return OptionalLong.of(cursor.epochNanos());
            }
        }
        return OptionalLong.empty();
    }

    private String sinceReference(CaptureReader reader, FrameRecord frame) {
        if (frame.number() == reference) {
            return REFERENCE;
        }
        return reference < reader.first()
                ? Formats.time(frame.epochNanos(), zone)
                : since(frame, OptionalLong.of(reader.frame(reference).epochNanos()));
    }

    private static String since(FrameRecord frame, OptionalLong start) {
        return start.isPresent() ? Formats.delta(frame.epochNanos() - start.getAsLong()) : "";
    }
}
