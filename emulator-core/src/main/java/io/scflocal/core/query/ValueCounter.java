package io.scflocal.core.query;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Counts the values that an operand has in frames, for instance {@code op}, {@code conn} or {@code json.type}. Objects, arrays, bytes and
 * texts of more than 200 characters are not counted. Confined to one thread.
 */
public final class ValueCounter {
    /** Different values that are counted at most; rarer ones that come later are left out. */
    private static final int MOST_DIFFERENT = 10_000;

    private static final int LONGEST = 200;

    private final Operand operand;
    private final Subject subject;
    private final Values values = new Values();
    private final Map<Object, Long> counts = new HashMap<>();
    private long leftOut;

    /** Counts nothing yet; {@code cancelled} ends the reading of a long payload. */
    public ValueCounter(Operand operand, SeenValues.Scope scope, BooleanSupplier cancelled) {
        this.operand = operand;
        subject = new Subject(scope.capture(), scope.environment(), cancelled);
    }

    /** The operand for a path in JSON payloads such as {@code a.b[0]}; empty if it is none. */
    public static Optional<Operand> jsonPath(String path) {
        String text = path.startsWith("[") || path.startsWith(".") ? "json" + path : "json." + path;
        return Query.parse(text) instanceof Query.Expression expression
                        && expression.expr() instanceof Expr.Present present
                        && present.operand() instanceof Operand.Json
                ? Optional.of(present.operand())
                : Optional.empty();
    }

    /** Counts the values in one frame more. */
    public void add(long number) {
        subject.moveTo(number, Subject.Since.UNKNOWN);
        values.anyMatch(operand, subject, value -> {
            count(value);
            return false;
        });
    }

    /** The most frequent values so far, at most {@code limit}. */
    public List<SeenValues.Seen> top(int limit) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Object, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().toString()))
                .limit(limit)
                .map(entry -> new SeenValues.Seen(literal(operand.type(), entry.getKey()), entry.getValue()))
                .toList();
    }

    /** How many values were there, those that were left out included. */
    public long total() {
        return leftOut + counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private void count(Object value) {
        boolean countable = value instanceof String text
                ? text.length() <= LONGEST
                : value instanceof BigDecimal || value instanceof Boolean;
        if (countable && (counts.size() < MOST_DIFFERENT || counts.containsKey(value))) {
            counts.merge(value, 1L, Long::sum);
        } else {
            leftOut++;
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
