package io.scflocal.core.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as they are written: {@code 12:03}, {@code 12:03:05.25}, {@code 2026-11-23 12:03}, {@code 2026-11-23T12:03:05Z}. */
final class TimeLiteral {
    private static final Pattern FORM = Pattern.compile(
            "(?:(\\d{4}-\\d{2}-\\d{2})[ T])?(\\d{2}:\\d{2}(:\\d{2}(?:\\.(\\d{1,9}))?)?)" + "(Z|[+-]\\d{2}:\\d{2})?");
    private static final long SECOND = 1_000_000_000L;
    /** The years that fit into a number of nanoseconds, with room to spare. */
    private static final int FIRST_YEAR = 1700;

    private static final int LAST_YEAR = 2250;

    private TimeLiteral() {}

    /**
     * What a text stands for.
     *
     * @param from nanoseconds since 1970-01-01T00:00:00Z
     * @param to the last nanosecond of the minute, second or fraction that was written
     */
    record Span(long from, long to) {}

    static boolean isTime(String text) {
        return parse(text, 0, ZoneOffset.UTC).isPresent();
    }

    /** A time without a date is of the day on which {@code nowEpochNanos} falls. */
    static Optional<Span> parse(String text, long nowEpochNanos, ZoneId zone) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = form.group(1) == null
                    ? Instant.ofEpochSecond(Math.floorDiv(nowEpochNanos, SECOND))
                            .atZone(zone)
                            .toLocalDate()
                    : LocalDate.parse(form.group(1));
            LocalDateTime local = LocalDateTime.of(date, LocalTime.parse(form.group(2)));
            Instant instant = form.group(5) == null
                    ? local.atZone(zone).toInstant()
                    : OffsetDateTime.parse(local + form.group(5)).toInstant();
            if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
                return Optional.empty();
            }
            long from = instant.getEpochSecond() * SECOND + instant.getNano();
            return Optional.of(new Span(from, from + precision(form) - 1));
        } catch (DateTimeException invalid) {
            // 25:00 has the form of a time, but is none.
            return Optional.empty();
        }
    }

    private static long precision(Matcher form) {
        if (form.group(3) == null) {
            return 60 * SECOND;
        }
        long precision = SECOND;
        for (int digits = form.group(4) == null ? 0 : form.group(4).length(); digits > 0; digits--) {
            precision /= 10;
        }
        return precision;
    }
}
