package io.scflocal.core.query;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Turns constants into predicates over the values that {@link Values} reads. */
final class Constants {
    private final QueryEnvironment environment;

    Constants(QueryEnvironment environment) {
        this.environment = environment;
    }

    static Predicate<Object> compare(ValueType type, Comparison comparison, Literal literal) {
        Object constant = value(type, literal);
        return value -> compares(value, comparison, constant);
    }

    static Predicate<Object> in(ValueType type, List<Expr.Item> items, boolean negated) {
        Predicate<Object> any = value -> false;
        for (Expr.Item item : items) {
            Object from = value(type, item.from());
            Object to = value(type, item.to());
            any = any.or(value -> compares(value, Comparison.GE, from) && compares(value, Comparison.LE, to));
        }
        Predicate<Object> one = any;
        return negated ? value -> value != JsonReader.NULL && !one.test(value) : one;
    }

    static Predicate<Object> find(TextOperator operator, Literal part) {
        if (part instanceof Literal.Bytes bytes) {
            return find(operator, bytes.value());
        }
        String wanted = ((Literal.Text) part).value();
        byte[] wantedBytes = wanted.getBytes(StandardCharsets.UTF_8);
        String lower = wanted.toLowerCase(Locale.ROOT);
        return value -> {
            if (value instanceof byte[]) {
                return find(operator, wantedBytes).test(value);
            }
            String text = text(value);
            return switch (operator) {
                case CONTAINS -> text.contains(wanted);
                case ICONTAINS -> text.toLowerCase(Locale.ROOT).contains(lower);
                case STARTSWITH -> text.startsWith(wanted);
            };
        };
    }

    private static Predicate<Object> find(TextOperator operator, byte[] part) {
        return value -> {
            if (!(value instanceof byte[] bytes) || bytes.length < part.length) {
                return false;
            }
            return part.length == 0
                    || switch (operator) {
                        case CONTAINS -> ByteArrays.indexOf(bytes, 0, bytes.length, part) >= 0;
                        case ICONTAINS ->
                            ByteArrays.indexOfIgnoringCase(bytes, 0, bytes.length, ByteArrays.lower(part)) >= 0;
                        case STARTSWITH -> ByteArrays.matches(bytes, 0, part);
                    };
        };
    }

    /** The whole numbers for which a comparison with a field holds. */
    Ranges ranges(ValueType type, Comparison comparison, Literal literal) {
        if (literal instanceof Literal.Text text) {
            TimeLiteral.Span span = TimeLiteral.parse(text.value(), environment.nowEpochNanos(), environment.zone())
                    .orElseThrow();
            return Ranges.of(comparison, BigDecimal.valueOf(span.from()), BigDecimal.valueOf(span.to()));
        }
        BigDecimal number = ((Literal.Number) literal).scaled();
        BigDecimal constant =
                type == ValueType.TIME ? number.add(BigDecimal.valueOf(environment.nowEpochNanos())) : number;
        return Ranges.of(comparison, constant, constant);
    }

    Ranges ranges(ValueType type, List<Expr.Item> items, boolean negated) {
        Ranges ranges = Ranges.between(1, 0);
        for (Expr.Item item : items) {
            ranges = ranges.plus(
                    item.from().equals(item.to())
                            ? ranges(type, Comparison.EQ, item.from())
                            : ranges(type, Comparison.GE, item.from())
                                    .intersect(ranges(type, Comparison.LE, item.to())));
        }
        return negated ? ranges.complement() : ranges;
    }

    /** A constant as {@link Values} would read it from a field of that type. */
    static Object value(ValueType type, Literal literal) {
        if (literal instanceof Literal.Number number) {
            return type == ValueType.BYTES ? new byte[] {number.value().byteValue()} : number.scaled();
        } else if (literal instanceof Literal.Text text) {
            return type == ValueType.BYTES ? text.value().getBytes(StandardCharsets.UTF_8) : text.value();
        } else if (literal instanceof Literal.Bytes bytes) {
            return bytes.value();
        } else if (literal instanceof Literal.Word word) {
            return type == ValueType.OPCODE ? Headers.opcode(word.value()) : word.value();
        } else if (literal instanceof Literal.Bool bool) {
            return bool.value();
        }
        return JsonReader.NULL;
    }

    /** Values of different kinds have no order, but they are different. */
    static boolean compares(Object value, Comparison comparison, Object constant) {
        OptionalInt order = order(value, constant);
        if (order.isEmpty()) {
            return comparison == Comparison.NE && value != JsonReader.NULL;
        }
        return comparison.holds(order.getAsInt());
    }

    private static OptionalInt order(Object a, Object b) {
        if (a instanceof String left && b instanceof String right) {
            return OptionalInt.of(left.compareTo(right));
        } else if (a instanceof BigDecimal left && b instanceof BigDecimal right) {
            return OptionalInt.of(left.compareTo(right));
        } else if (a instanceof Boolean left && b instanceof Boolean right) {
            return OptionalInt.of(left.compareTo(right));
        } else if (a instanceof byte[] left && b instanceof byte[] right) {
            return OptionalInt.of(Arrays.compareUnsigned(left, right));
        }
        return a == b ? OptionalInt.of(0) : OptionalInt.empty();
    }

    /** A value as the text in which a part is looked for; numbers may be in scientific notation, because a plain one can be endless. */
    static String text(Object value) {
        if (value instanceof JsonReader.Composite composite) {
            return composite.text();
        }
        return value.toString();
    }
}
