package io.scflocal.app.traffic;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers of frames, kept as ranges: ten million selected frames take no more room than one. Immutable.
 *
 * @param ranges in ascending order; they neither overlap nor touch
 */
record FrameRanges(List<Range> ranges) {
    /** No frame. */
    static final FrameRanges NONE = new FrameRanges(List.of());

    FrameRanges {
        ranges = List.copyOf(ranges);
    }

    /** The frames numbered from {@code from} to {@code to}, exclusive. */
    record Range(long from, long to) {}

    /** The frames from one to another, both included, whichever comes first. */
    static FrameRanges between(long one, long other) {
        return new FrameRanges(List.of(new Range(Math.min(one, other), Math.max(one, other) + 1)));
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    boolean contains(long number) {
        int low = 0;
        int high = ranges.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Range range = ranges.get(middle);
            if (number < range.from) {
                high = middle - 1;
            } else if (number >= range.to) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /** These frames and those. */
    FrameRanges with(FrameRanges others) {
        List<Range> all = new ArrayList<>(ranges);
        all.addAll(others.ranges);
        all.sort((a, b) -> Long.compare(a.from, b.from));
        List<Range> joined = new ArrayList<>();
        for (Range range : all) {
            Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && range.from <= last.to) {
                joined.set(joined.size() - 1, new Range(last.from, Math.max(last.to, range.to)));
            } else {
                joined.add(range);
            }
        }
        return new FrameRanges(joined);
    }

    /** These frames without one, or with it if it is none of them. */
    FrameRanges toggled(long number) {
        if (!contains(number)) {
            return with(between(number, number));
        }
        List<Range> left = new ArrayList<>();
        for (Range range : ranges) {
            if (number < range.from || number >= range.to) {
                left.add(range);
                continue;
            }
            addUnlessEmpty(left, range.from, number);
            addUnlessEmpty(left, number + 1, range.to);
        }
        return new FrameRanges(left);
    }

    private static void addUnlessEmpty(List<Range> list, long from, long to) {
        if (from < to) {
            list.add(new Range(from, to));
        }
    }

    /** How many of these frames are shown. */
    long rowsIn(Rows rows) {
        return ranges.stream()
                .mapToLong(range -> rows.firstFrameRowFrom(range.to) - rows.firstFrameRowFrom(range.from))
                .sum();
    }
}
