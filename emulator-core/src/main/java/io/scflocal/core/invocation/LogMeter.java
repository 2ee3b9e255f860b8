package io.scflocal.core.invocation;

import io.scflocal.core.platform.PlatformLimits;
import io.scflocal.core.problem.Problem;
import io.scflocal.core.problem.ProblemKind;
import io.scflocal.core.problem.ProblemSink;
import io.scflocal.core.time.Ticker;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts what a function prints and reports what the cloud's log would cut or drop. Source: vendor documentation 583/11637.
 *
 * <p>Thread-safe.
 */
public final class LogMeter {
    /** Of so many requests the current period is known; a request that prints nothing more is forgotten when others come. */
    private static final int MOST_REQUESTS = 1_000;

    private static final long PERIOD = PlatformLimits.LOG_PERIOD.toNanos();

    private final Ticker ticker;
    private final ProblemSink problems;
    private final Map<Integer, Period> periods = new LinkedHashMap<>();

    private static final class Period {
        private long start;
        private long bytes;
        private int lines;
        private boolean bytesReported;
        private boolean linesReported;
    }

    /** Nothing is printed yet. */
    public LogMeter(Ticker ticker, ProblemSink problems) {
        this.ticker = ticker;
        this.problems = problems;
    }

    /** The function has printed a line for a connection; 0 if it belongs to none. */
    public void printed(int connection, String line) {
        long bytes = bytes(line);
        if (bytes > PlatformLimits.MAX_LOG_LINE_BYTES) {
            report(ProblemKind.LOG_LINE, connection, bytes, PlatformLimits.MAX_LOG_LINE_BYTES);
        }
        synchronized (periods) {
            Period period = current(connection);
            period.bytes += bytes;
            period.lines++;
            if (period.bytes > PlatformLimits.MAX_LOG_BYTES && !period.bytesReported) {
                period.bytesReported = true;
                report(ProblemKind.LOG_BYTES, connection, period.bytes, PlatformLimits.MAX_LOG_BYTES);
            }
            if (period.lines > PlatformLimits.MAX_LOG_LINES && !period.linesReported) {
                period.linesReported = true;
                report(ProblemKind.LOG_LINES, connection, period.lines, PlatformLimits.MAX_LOG_LINES);
            }
        }
    }

    private Period current(int connection) {
        long now = ticker.nanos();
        Period period = periods.get(connection);
        if (period == null || now - period.start >= PERIOD) {
            period = new Period();
            period.start = now;
            periods.put(connection, period);
            if (periods.size() > MOST_REQUESTS) {
                periods.remove(periods.keySet().iterator().next());
            }
        }
        return period;
    }

    private static long bytes(String line) {
        // Encoding every line would cost more than the rest of the log; most are too short to matter.
        return line.length() * 3L <= PlatformLimits.MAX_LOG_LINE_BYTES
                ? line.length()
                : line.getBytes(StandardCharsets.UTF_8).length;
    }

    private void report(ProblemKind kind, int connection, long measured, long limit) {
        problems.report(kind, connection, Problem.NO_FRAME, measured, limit);
    }
}
