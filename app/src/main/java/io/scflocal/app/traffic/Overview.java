package io.scflocal.app.traffic;

import io.scflocal.core.capture.CaptureCursor;
import io.scflocal.core.capture.CaptureReader;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What lies where in the whole list, for the strip beside its scroll bar: the list cut into equal parts, and for each kind the parts
 * that hold one. Making it reads a few frames for each thing that is shown, however long the list is.
 *
 * @param parts for each kind the numbers of the parts, from 0, in ascending order
 * @param count how many parts there are
 */
record Overview(Map<Kind, int[]> parts, int count) {
    static final Overview EMPTY = new Overview(Map.of(), 1);

    /** What is shown. */
    enum Kind {
        OPEN,
        CLOSE,
        ERROR,
        HIT,
        MARK
    }

    /** Something that has happened at a moment. */
    record Event(Kind kind, long epochNanos) {}

    /**
     * What an overview is made of, as it stood when it was asked for.
     *
     * @param reader the capture
     * @param rows the list
     * @param hits the found frames
     * @param marks numbers of the marked frames
     * @param events openings and ends of connections
     */
    record Source(CaptureReader reader, Rows rows, Rows hits, List<Long> marks, List<Event> events) {}

    /** Makes one; may take some milliseconds, so it is not for the JavaFX thread. */
    static Overview of(Source source, int count) {
        Map<Kind, boolean[]> found = new EnumMap<>(Kind.class);
        Rows rows = source.rows();
        if (rows.size() == 0) {
            return new Overview(Map.of(), count);
        }
        for (Event event : source.events()) {
            add(found, event.kind(), rows, frameAt(source.reader(), event.epochNanos()), count);
        }
        for (long mark : source.marks()) {
            add(found, Kind.MARK, rows, mark, count);
        }
        addHits(found, source, count);
        return new Overview(numbers(found), count);
    }

    /** The first frame at a time or after it, looked for by halves: frames are numbered as they came. */
    private static long frameAt(CaptureReader reader, long epochNanos) {
        CaptureCursor cursor = reader.cursor();
        long low = 0;
        long high = reader.count();
        while (low < high) {
            long middle = (low + high) >>> 1;
            cursor.moveTo(middle);
            if (cursor.epochNanos() < epochNanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void add(Map<Kind, boolean[]> found, Kind kind, Rows rows, long frame, int count) {
        boolean cleared = frame < rows.frameAt(0);
        if (!cleared) {
            long row = Math.min(rows.firstRowFrom(frame), rows.size() - 1);
            found.computeIfAbsent(kind, key -> new boolean[count])[(int) (row * count / rows.size())] = true;
        }
    }

    private static void addHits(Map<Kind, boolean[]> found, Source source, int count) {
        Rows rows = source.rows();
        Rows hits = source.hits();
        if (hits.size() == 0) {
            return;
        }
        boolean[] parts = found.computeIfAbsent(Kind.HIT, key -> new boolean[count]);
        for (int part = 0; part < count; part++) {
            long first = firstFrame(rows, part, count);
            long next = part + 1 == count ? Long.MAX_VALUE : firstFrame(rows, part + 1, count);
            parts[part] = hits.firstRowFrom(next) > hits.firstRowFrom(first);
        }
    }

    private static long firstFrame(Rows rows, int part, int count) {
        long row = (part * rows.size() + count - 1) / count;
        return row < rows.size() ? rows.frameAt(row) : Long.MAX_VALUE;
    }

    private static Map<Kind, int[]> numbers(Map<Kind, boolean[]> found) {
        Map<Kind, int[]> numbers = new EnumMap<>(Kind.class);
        found.forEach((kind, parts) -> numbers.put(
                kind,
                IntStream.range(0, parts.length).filter(part -> parts[part]).toArray()));
        return numbers;
    }

    /** The kinds that a part holds. */
    Set<Kind> at(int part) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        parts.forEach((kind, numbers) -> {
            if (Arrays.binarySearch(numbers, part) >= 0) {
                kinds.add(kind);
            }
        });
        return kinds;
    }
}
