package io.scflocal.core.platform;

/**
 * What invocations may cost in the cloud. An estimate: free quotas, discounts, traffic and the log service are not in it. One call per
 * connection, and GB-seconds of configured memory for the whole time that it is open, by the millisecond. Source: vendor documentation.
 *
 * @param calls number of invocations
 * @param gbSeconds configured memory in GB times seconds
 * @param cny the price of both
 */
public record BillingEstimate(long calls, double gbSeconds, double cny) {
    private static final double MB_PER_GB = 1024;
    private static final double NANOS_PER_MILLI = 1_000_000;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final double CALLS_PER_PRICE = 10_000;

    /** The estimate for some calls and the time for which they keep instances busy. */
    public static BillingEstimate of(long calls, double gbSeconds, Prices prices) {
        return new BillingEstimate(
                calls,
                gbSeconds,
                gbSeconds * prices.perGbSecond() + calls * prices.perTenThousandCalls() / CALLS_PER_PRICE);
    }

    /** The estimate for one connection on an instance of its own. */
    public static BillingEstimate ofConnection(int memoryMb, long durationNanos, Prices prices) {
        return of(1, gbSeconds(memoryMb, durationNanos), prices);
    }

    /** GB-seconds of an instance that is busy for so long; a begun millisecond counts. */
    public static double gbSeconds(int memoryMb, long busyNanos) {
        return memoryMb / MB_PER_GB * Math.ceil(busyNanos / NANOS_PER_MILLI) / MILLIS_PER_SECOND;
    }
}
