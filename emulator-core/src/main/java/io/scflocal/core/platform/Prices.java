package io.scflocal.core.platform;

/**
 * What the platform charges, in CNY. Source: the list prices in the vendor's documentation; they differ between regions and change.
 *
 * @param perGbSecond one GB of configured memory for one second
 * @param perTenThousandCalls ten thousand invocations
 */
public record Prices(double perGbSecond, double perTenThousandCalls) {

    /** The list prices that were known when this was written. */
    public static final Prices LIST = new Prices(0.00011108, 0.0133);
}
