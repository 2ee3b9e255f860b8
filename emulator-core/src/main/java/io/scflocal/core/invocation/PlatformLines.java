package io.scflocal.core.invocation;

import io.scflocal.core.platform.ColdStart;

/** The platform's own lines in the log of an invocation. Source: vendor documentation 583/56126 and captured logs. */
final class PlatformLines {
    private static final double BYTES_PER_MB = 1 << 20;
    private static final int HUNDREDTHS = 100;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private PlatformLines() {}

    static String start(String requestId) {
        return "START RequestId:" + requestId;
    }

    static String initReport(String requestId, ColdStart coldStart, int memoryMb, long memoryBytes) {
        return "Init Report RequestId: " + requestId + " Coldstart: "
                + coldStart.total().toMillis() + "ms (PullCode: "
                + coldStart.prepared().toMillis() + "ms InitRuntime: "
                + coldStart.started().toMillis() + "ms InitFunction: "
                + coldStart.initialised().toMillis() + "ms)" + " Memory: " + memoryMb
                + "MB MemUsage: " + megabytes(memoryBytes) + "MB";
    }

    static String error(String requestId, String reason) {
        return "ERROR RequestId:" + requestId + " Result:" + reason;
    }

    static String end(String requestId) {
        return "END RequestId:" + requestId;
    }

    static String report(String requestId, long durationNanos, int memoryMb, long memoryBytes) {
        return "Report RequestId:" + requestId + " Duration:" + durationNanos / NANOS_PER_MILLI + "ms Memory:"
                + memoryMb + "MB MemUsage:" + megabytes(memoryBytes) + "MB";
    }

    /** With two decimals; by hand, because a formatter was a good part of what a short connection costs. */
    private static String megabytes(long bytes) {
        long hundredths = Math.round(bytes * HUNDREDTHS / BYTES_PER_MB);
        long rest = hundredths % HUNDREDTHS;
        return hundredths / HUNDREDTHS + (rest < 10 ? ".0" : ".") + rest;
    }
}
