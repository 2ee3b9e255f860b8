package io.scflocal.core.export;

import io.scflocal.core.capture.HeaderRecord;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * The fields of an object of JSON. What is missing or of another kind than asked for has the value of nothing: empty, 0, false.
 *
 * @param values strings, decimals, booleans, fields, and lists of fields
 */
record Fields(Map<String, Object> values) {
    private static final int LARGEST_EXPONENT = 100;

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    boolean flag(String name) {
        return values.get(name) instanceof Boolean flag && flag;
    }

    /**
     * A number.
     *
     * @throws IllegalArgumentException if it is too far from 1 to be reckoned with
     */
    BigDecimal decimal(String name) {
        BigDecimal number = values.get(name) instanceof BigDecimal present ? present : BigDecimal.ZERO;
        if (Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
            throw new FaultyInput(ImportFault.EXTREME_NUMBER, name);
        }
        return number;
    }

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException if it is outside the bounds
     */
    long number(String name, long min, long max) {
        BigDecimal number = decimal(name);
        if (number.compareTo(BigDecimal.valueOf(min)) < 0 || number.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw new FaultyInput(ImportFault.OUT_OF_RANGE, name, min, max);
        }
        return number.longValue();
    }

    int integer(String name, int min, int max) {
        return (int) number(name, min, max);
    }

    Fields object(String name) {
        return values.get(name) instanceof Fields fields ? fields : new Fields(Map.of());
    }

    /** Objects with name, value and, when it is known, origin as header fields. */
    List<HeaderRecord> headers(String name) {
        List<?> objects = values.get(name) instanceof List<?> list ? list : List.of();
        return objects.stream()
                .map(Fields.class::cast)
                .map(header -> new HeaderRecord(header.text("name"), header.text("value"), header.text("origin")))
                .toList();
    }

    /**
     * A time as nanoseconds since 1970.
     *
     * @throws IllegalArgumentException if it is no time of ISO 8601 between 1678 and 2262
     */
    long time(String name) {
        try {
            Instant time = OffsetDateTime.parse(text(name)).toInstant();
            return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            FaultyInput fault = new FaultyInput(ImportFault.NO_TIME, name);
            fault.initCause(e);
            throw fault;
        }
    }
}
