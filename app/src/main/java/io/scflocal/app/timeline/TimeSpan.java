package io.scflocal.app.timeline;

/**
 * What of the time is shown.
 *
 * @param from first moment, nanoseconds since 1970-01-01T00:00:00Z
 * @param to first moment after it
 */
record TimeSpan(long from, long to) {
    /** Shorter makes no sense: it is what one tick on the screen can tell apart. */
    static final long SHORTEST = 1_000_000;

    /** Longer than anybody keeps the window open. */
    static final long LONGEST = 30L * 24 * 3600 * 1_000_000_000;

    /**
     * @throws IllegalArgumentException if it is empty
     */
    TimeSpan {
        if (to <= from) {
            throw new IllegalArgumentException("A span from " + from + " to " + to + " is empty.");
        }
    }

    long nanos() {
        return to - from;
    }

    /** A span that is {@code factor} times as long, in which the moment at {@code fraction} stays where it is. */
    TimeSpan zoomed(double factor, double fraction) {
        long length = Math.min(LONGEST, Math.max(SHORTEST, (long) (nanos() * factor)));
        long around = from + (long) (nanos() * fraction);
        long start = around - (long) (length * fraction);
        return new TimeSpan(start, start + length);
    }

    /** The same length, later by this part of it. */
    TimeSpan shifted(double fraction) {
        long by = (long) (nanos() * fraction);
        return new TimeSpan(from + by, to + by);
    }

    /** The same length, ending at {@code end}. */
    TimeSpan endingAt(long end) {
        return new TimeSpan(end - nanos(), end);
    }

    /** Where {@code moment} lies: 0 at the start, 1 at the end, beyond them outside. */
    double fraction(long moment) {
        return (moment - from) / (double) nanos();
    }

    /** The moment at {@code fraction}. */
    long moment(double fraction) {
        return from + (long) (nanos() * fraction);
    }
}
