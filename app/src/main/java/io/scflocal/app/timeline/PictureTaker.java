package io.scflocal.app.timeline;

import io.scflocal.app.payload.FrameTimes;
import io.scflocal.core.capture.CaptureCursor;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.Opcode;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.LogLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes pictures of a span of time from a capture and the log. The work is bounded: of very many frames it looks at every n-th one and
 * counts it n times, so that the shape stays true.
 *
 * <p>Confined to one thread at a time, in the background.
 */
final class PictureTaker {
    private static final int MOST_FRAMES = 200_000;
    private static final int MOST_LANES = 200;
    private static final int MOST_LINES = 20_000;

    private final CaptureReader capture;
    private final InvocationLog log;

    PictureTaker(CaptureReader capture, InvocationLog log) {
        this.capture = capture;
        this.log = log;
    }

    /**
     * A picture.
     *
     * @param recent the connections, the newest first
     * @param now the moment, nanoseconds since 1970-01-01T00:00:00Z
     */
    Picture take(TimeSpan span, int columns, List<Invocation> recent, long now) {
        Map<Integer, LaneBuilder> lanes = new HashMap<>();
        List<LaneBuilder> order = new ArrayList<>();
        int laneCount = 0;
        long longestIdle = 0;
        long unlistedUntil = unlistedUntil();
        for (Invocation invocation : recent) {
            if (invocation.openedEpochNanos() < span.to() && LaneBuilder.endOf(invocation, now) >= span.from()) {
                laneCount++;
                if (order.size() < MOST_LANES) {
                    LaneBuilder lane = new LaneBuilder(invocation, columns, now, unlistedUntil);
                    order.add(lane);
                    lanes.put(invocation.connection(), lane);
                    longestIdle = Math.max(
                            longestIdle, invocation.deadlines().limits().idle().toNanos());
                }
            }
        }
        Picture.Totals totals = Picture.Totals.of(columns);
        frames(new TimeSpan(span.from() - longestIdle, span.to()), span, columns, lanes, totals);
        return new Picture(
                span,
                columns,
                order.stream().map(LaneBuilder::build).toList(),
                laneCount,
                marks(span, columns),
                totals,
                unlistedUntil);
    }

    private long unlistedUntil() {
        long first = capture.first();
        return first == 0 || first == capture.count() ? 0 : capture.frame(first).epochNanos();
    }

    /** Goes through the frames of {@code looked}, which begins earlier so that the last message before the picture is known. */
    private void frames(
            TimeSpan looked, TimeSpan shown, int columns, Map<Integer, LaneBuilder> lanes, Picture.Totals totals) {
        long count = capture.count();
        if (count == 0) {
            return;
        }
        CaptureCursor cursor = capture.cursor();
        long first = FrameTimes.firstAfter(cursor, looked.from() - 1, count);
        long end = FrameTimes.firstAfter(cursor, looked.to() - 1, count);
        int stride = (int) Math.max(1, (end - first) / MOST_FRAMES);
        for (long number = first; number < end; number += stride) {
            cursor.moveTo(number);
            LaneBuilder lane = lanes.get(cursor.connection());
            long moment = cursor.epochNanos();
            if (moment >= shown.from()) {
                int column = (int) Math.min(columns - 1, (long) (shown.fraction(moment) * columns));
                count(cursor, column, stride, totals);
                if (lane != null) {
                    lane.frames(cursor.direction(), column, stride);
                }
            }
            if (lane != null && !Opcode.of(cursor.firstByte()).isControl()) {
                lane.message(moment);
            }
        }
    }

    private static void count(CaptureCursor cursor, int column, int stride, Picture.Totals totals) {
        long bytes = cursor.payloadLength() * stride;
        if (cursor.direction() == Direction.CLIENT_TO_FUNCTION) {
            totals.framesToFunction()[column] += stride;
            totals.bytesToFunction()[column] += bytes;
        } else {
            totals.framesToClient()[column] += stride;
            totals.bytesToClient()[column] += bytes;
        }
    }

    private List<LogMark> marks(TimeSpan span, int columns) {
        long from = Math.max(log.firstNumber(), log.endNumber() - MOST_LINES);
        List<LogMark> marks = new ArrayList<>();
        for (LogLine line : log.lines(from, MOST_LINES)) {
            if (line.epochNanos() >= span.from() && line.epochNanos() < span.to()) {
                int column = (int) (span.fraction(line.epochNanos()) * columns);
                LogMark last = marks.isEmpty() ? null : marks.get(marks.size() - 1);
                if (last == null || last.column() != column) {
                    marks.add(new LogMark(column, line));
                } else if (line.source().compareTo(last.line().source()) > 0) {
                    marks.set(marks.size() - 1, new LogMark(column, line));
                }
            }
        }
        return marks;
    }
}
