package io.scflocal.app.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * How times, counts and bytes are written in tables, the same in both languages.
 *
 * <p>Thread-safe. Needs no JavaFX.
 */
public final class Formats {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final String HEX = "0123456789abcdef";

    private Formats() {}

    /** A point in time as {@code 10:21:07.133} of {@code zone}; {@code epochNanos} counts from 1970-01-01T00:00:00Z. */
    public static String time(long epochNanos, ZoneId zone) {
        return TIME.format(Instant.ofEpochSecond(0, epochNanos).atZone(zone));
    }

    /** A time that passed, in seconds with its sign: {@code +0.004}. */
    public static String delta(long nanos) {
        long millis = Math.round(Math.abs((double) nanos) / 1_000_000);
        String fraction = Long.toString(1_000 + millis % 1_000).substring(1);
        return (nanos < 0 ? "-" : "+") + millis / 1_000 + '.' + fraction;
    }

    /** A count with its digits in groups of three: {@code 65,536}. */
    public static String count(long count) {
        String digits = Long.toString(Math.abs(count));
        StringBuilder grouped = new StringBuilder(count < 0 ? "-" : "");
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                grouped.append(',');
            }
            grouped.append(digits.charAt(i));
        }
        return grouped.toString();
    }

    /** Bytes as two hexadecimal digits each, with a space between: {@code 00 00 12 c7}. */
    public static String hex(byte[] bytes, int from, int to) {
        StringBuilder hex = new StringBuilder(Math.max(0, to - from) * 3);
        for (int i = from; i < to; i++) {
            if (i > from) {
                hex.append(' ');
            }
            hex.append(HEX.charAt(bytes[i] >> 4 & 0xF)).append(HEX.charAt(bytes[i] & 0xF));
        }
        return hex.toString();
    }

    /** A number with exactly {@code digits} hexadecimal digits, higher ones cut off. */
    public static String hex(long value, int digits) {
        StringBuilder hex = new StringBuilder(digits);
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            hex.append(HEX.charAt((int) (value >> shift) & 0xF));
        }
        return hex.toString();
    }
}
