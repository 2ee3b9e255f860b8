package io.scflocal.app.logs;

import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.LogLine;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the matching lines of a log from the oldest to the newest, a limited number at each call, so that a search through a full
 * log never holds up the screen.
 *
 * <p>One thread at a time.
 */
final class LogScan {
    private static final int LINES_PER_CALL = 10_000;

    private final InvocationLog log;
    private final LogFilter filter;
    private long next;
    private long skipped;

    /**
     * Begins so far back that at most {@code window} matching lines are missed by nobody: earlier ones would not be listed anyway. Lines
     * before number {@code from} don't count.
     */
    LogScan(InvocationLog log, LogFilter filter, long from, int window) {
        this.log = log;
        this.filter = filter;
        next = Math.max(from, log.firstNumber());
        if (filter.isAll()) {
            skipTo(log.endNumber() - window);
        }
    }

    private void skipTo(long number) {
        if (number > next) {
            skipped += number - next;
            next = number;
        }
    }

    /** Whether lines have arrived that were not looked at yet. */
    boolean behind() {
        return next < log.endNumber();
    }

    /** How many matching lines were passed over. */
    long skipped() {
        return skipped;
    }

    /** The next matching lines; empty when there are none among the lines looked at by this call. */
    List<LogLine> read() {
        List<LogLine> lines = log.lines(next, LINES_PER_CALL);
        if (lines.isEmpty()) {
            return lines;
        }
        next = lines.get(lines.size() - 1).number() + 1;
        List<LogLine> matching = new ArrayList<>();
        for (LogLine line : lines) {
            if (filter.matches(line)) {
                matching.add(line);
            }
        }
        return matching;
    }
}
