package io.scflocal.app.text;

import java.util.Locale;

/**
 * How lengths of time are written, the same in both languages.
 *
 * <p>Thread-safe. Needs no JavaFX.
 */
public final class Amounts {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long SECONDS_PER_HOUR = 3_600;

    private Amounts() {}

    /** A time that passed, in whole seconds: {@code 00:04:12}. */
    public static String elapsed(long nanos) {
        long seconds = Math.max(0, nanos) / NANOS_PER_SECOND;
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d", seconds / SECONDS_PER_HOUR, seconds / 60 % 60, seconds % 60);
    }

    /** A time that something took: below a minute {@code 0.143 s}, from then on {@code 00:04:12}. */
    public static String taken(long nanos) {
        long millis = Math.max(0, nanos) / NANOS_PER_MILLI;
        return millis < 60_000
                ? String.format(Locale.ROOT, "%d.%03d s", millis / 1_000, millis % 1_000)
                : elapsed(nanos);
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
