package io.scflocal.app.text;

import java.util.Locale;

/** Amounts as short texts, the same in every language: {@code 412 KB}, {@code 1.2 k}. */
public final class Quantities {
    private static final String[] BYTE_UNITS = {"B", "KB", "MB", "GB", "TB"};
    private static final String[] COUNT_UNITS = {"", " k", " M", " G"};

    private Quantities() {}

    /** A number of bytes in units of 1,024, with a decimal below ten. */
    public static String bytes(long bytes) {
        return scaled(bytes, 1024, BYTE_UNITS, " ");
    }

    /** A number of bytes that somebody has chosen, exact to the megabyte: {@code 2 GB}, {@code 512 MB}. */
    public static String size(long bytes) {
        return bytes >= 1L << 30 && bytes % (1L << 30) == 0 ? (bytes >> 30) + " GB" : (bytes >> 20) + " MB";
    }

    /** A count or a rate in units of 1,000, with a decimal below ten thousand. */
    public static String count(double count) {
        return scaled(count, 1000, COUNT_UNITS, "");
    }

    private static String scaled(double amount, int step, String[] units, String separator) {
        double rest = amount;
        int unit = 0;
        while (rest >= step && unit < units.length - 1) {
            rest /= step;
            unit++;
        }
        String number =
                unit > 0 && rest < 9.95 ? String.format(Locale.ROOT, "%.1f", rest) : String.valueOf(Math.round(rest));
        return number + separator + units[unit];
    }
}
