package io.scflocal.core.invocation;

import io.scflocal.core.platform.ColdStart;
import java.util.Locale;

/** The platform's own lines in the log of an invocation. Source: vendor documentation 583/56126 and captured logs. */
final class PlatformLines {
    private static final double BYTES_PER_MB = 1 << 20;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private PlatformLines() {}

    static String start(String requestId) {
        return "START RequestId:" + requestId;
    }

    static String initReport(String requestId, ColdStart coldStart, int memoryMb, long memoryBytes) {
        return String.format(
                Locale.ROOT,
                "Init Report RequestId: %s Coldstart: %dms (PullCode: %dms InitRuntime: %dms InitFunction: %dms)"
                        + " Memory: %dMB MemUsage: %.2fMB",
                requestId,
                coldStart.total().toMillis(),
                coldStart.prepared().toMillis(),
                coldStart.started().toMillis(),
                coldStart.initialised().toMillis(),
                memoryMb,
                memoryBytes / BYTES_PER_MB);
    }

    static String error(String requestId, String reason) {
        return "ERROR RequestId:" + requestId + " Result:" + reason;
    }

    static String end(String requestId) {
        return "END RequestId:" + requestId;
    }

    static String report(String requestId, long durationNanos, int memoryMb, long memoryBytes) {
        return String.format(
                Locale.ROOT,
                "Report RequestId:%s Duration:%dms Memory:%dMB MemUsage:%.2fMB",
                requestId,
                durationNanos / NANOS_PER_MILLI,
                memoryMb,
                memoryBytes / BYTES_PER_MB);
    }
}
