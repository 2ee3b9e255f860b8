package io.scflocal.core.instance;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Passes output on and keeps its last lines for the explanation of a failure. Thread-safe. */
final class OutputTail implements OutputListener {
    private static final int LINES = 50;

    private final OutputListener next;
    private final Deque<String> lines = new ArrayDeque<>();

    OutputTail(OutputListener next) {
        this.next = next;
    }

    @Override
    public void line(OutputStreamKind stream, String line) {
        synchronized (lines) {
            if (lines.size() == LINES) {
                lines.removeFirst();
            }
            lines.addLast(line);
        }
        next.line(stream, line);
    }

    /** The last lines of both streams, oldest first. */
    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }
}
