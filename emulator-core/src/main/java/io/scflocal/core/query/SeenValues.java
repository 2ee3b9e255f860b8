package io.scflocal.core.query;

import io.scflocal.core.capture.CaptureReader;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Finds the values that a field has in a capture, to be offered or counted. */
public final class SeenValues {
    /** Different values that are counted at most; rarer ones that come later are left out. */
    private static final int MOST_DIFFERENT = 10_000;

    private static final int LONGEST = 200;

    private SeenValues() {}

    /**
     * One value and how often it was there.
     *
     * @param literal the value as it is written in an expression
     */
    public record Seen(String literal, long count) {}

    /**
     * Counts the values of an operand, for instance of {@code op}, {@code conn} or {@code json.type}. Reads all frames asked for; not for
     * the thread of a window. Objects, arrays, bytes and texts of more than 200 characters are not counted.
     *
     * @param frames how many frames are looked at, the newest ones
     * @param limit how many values are returned, the most frequent ones
     * @param cancelled asked before each frame; what was counted so far is returned then
     */
    public static List<Seen> count(Operand operand, Scope scope, int frames, int limit, BooleanSupplier cancelled) {
        CaptureReader capture = scope.capture();
        Subject subject = new Subject(capture, scope.environment(), cancelled);
        Values values = new Values();
        Map<Object, Long> counts = new HashMap<>();
        long count = capture.count();
        for (long number = Math.max(0, count - frames); number < count && !cancelled.getAsBoolean(); number++) {
            subject.moveTo(number, Subject.MISSING);
            values.anyMatch(operand, subject, value -> {
                add(counts, value);
                return false;
            });
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Object, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().toString()))
                .limit(limit)
                .map(entry -> new Seen(literal(operand.type(), entry.getKey()), entry.getValue()))
                .toList();
    }

    /** Where values are looked for. */
    public record Scope(CaptureReader capture, QueryEnvironment environment) {}

    private static void add(Map<Object, Long> counts, Object value) {
        boolean countable = value instanceof String text
                ? text.length() <= LONGEST
                : value instanceof BigDecimal || value instanceof Boolean;
        if (countable && (counts.size() < MOST_DIFFERENT || counts.containsKey(value))) {
            counts.merge(value, 1L, Long::sum);
        }
    }

    private static String literal(ValueType type, Object value) {
        if (value instanceof BigDecimal number) {
            return type == ValueType.OPCODE ? Headers.word(number.intValue()) : number.toString();
        }
        boolean quoted = value instanceof String && !type.takesWords();
        return quoted ? Literals.quoted((String) value) : value.toString();
    }
}
