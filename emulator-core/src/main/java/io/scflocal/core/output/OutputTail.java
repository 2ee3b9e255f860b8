package io.scflocal.core.output;

import java.util.ArrayList;
import java.util.List;

/**
 * Passes output on and keeps its last lines for the explanation of a failure. A stream that prints much does not push out the last
 * lines of the other, where the reason may stand. Thread-safe.
 */
public final class OutputTail implements OutputListener {
    private static final int LINES = 50;

    private final OutputListener next;
    private final List<Line> kept = new ArrayList<>(LINES + 1);

    /** Keeps nothing yet, and passes everything on to {@code next}. */
    public OutputTail(OutputListener next) {
        this.next = next;
    }

    @Override
    public void line(OutputStreamKind stream, String line) {
        synchronized (kept) {
            kept.add(new Line(stream, line));
            if (kept.size() > LINES) {
                removeOldestOfTheLongerStream();
            }
        }
        next.line(stream, line);
    }

    /** The last lines of both streams, 50 at most, oldest first. */
    public List<String> lines() {
        synchronized (kept) {
            return kept.stream().map(Line::text).toList();
        }
    }

    private void removeOldestOfTheLongerStream() {
        int errors = 0;
        for (Line line : kept) {
            errors += line.stream == OutputStreamKind.STDERR ? 1 : 0;
        }
        OutputStreamKind longer = errors > LINES / 2 ? OutputStreamKind.STDERR : OutputStreamKind.STDOUT;
        int oldest = 0;
        while (kept.get(oldest).stream != longer) {
            oldest++;
        }
        kept.remove(oldest);
    }

    private record Line(OutputStreamKind stream, String text) {}
}
