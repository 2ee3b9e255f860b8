package io.scflocal.app.text;

import java.util.List;
import java.util.Locale;

/**
 * How sizes and lengths of time are written, the same in both languages.
 *
 * <p>Thread-safe. Needs no JavaFX.
 */
public final class Amounts {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long SECONDS_PER_HOUR = 3_600;
    private static final int FACTOR = 1_024;
    /** Below this many of a unit one decimal is written. */
    private static final int DECIMAL_BELOW = 10;

    private static final List<String> UNITS = List.of("B", "KB", "MB", "GB", "TB", "PB", "EB");

    private Amounts() {}

    /** A number of bytes in units of 1,024: {@code 96 B}, {@code 1.1 KB}, {@code 412 KB}. */
    public static String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        // Half a unit early, so that rounding never writes 1024 KB.
        while (amount >= FACTOR - 0.5) {
            amount /= FACTOR;
            unit++;
        }
        boolean decimal = unit > 0 && amount < DECIMAL_BELOW - 0.05;
        return String.format(Locale.ROOT, decimal ? "%.1f %s" : "%.0f %s", amount, UNITS.get(unit));
    }

    /** A time that passed, in whole seconds: {@code 00:04:12}. */
    public static String elapsed(long nanos) {
        long seconds = Math.max(0, nanos) / NANOS_PER_SECOND;
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d", seconds / SECONDS_PER_HOUR, seconds / 60 % 60, seconds % 60);
    }

    /** A limit on time, without hours where it has none: {@code 15:00}, {@code 2:00:00}. */
    public static String limit(long nanos) {
        long seconds = nanos / NANOS_PER_SECOND;
        return seconds < SECONDS_PER_HOUR
                ? String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60)
                : String.format(
                        Locale.ROOT, "%d:%02d:%02d", seconds / SECONDS_PER_HOUR, seconds / 60 % 60, seconds % 60);
    }

    /** What is left of a limit: tenths of a second in the last minute and a half, {@code 10.8 s}, before that {@code 04:12}. */
    public static String left(long nanos) {
        long tenths = Math.max(0, nanos) / (NANOS_PER_SECOND / 10);
        return tenths < 900 ? tenths / 10 + "." + tenths % 10 + " s" : limit(nanos);
    }
}
