package io.scflocal.core.query;

import io.scflocal.core.capture.Annotation;
import io.scflocal.core.capture.LimitsRecord;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of operands: String, BigDecimal (sizes in bytes, durations and times in nanoseconds, opcodes as their code), Boolean,
 * byte[], and what {@link JsonReader} gives. Confined to one thread.
 */
final class Values {
    private static final Predicate<String> NOT_EMPTY = text -> !text.isEmpty();

    private final JsonReader json = new JsonReader();
    private final Kinds kinds = new Kinds(json);

    /** Whether one of the operand's values satisfies a predicate, which must not read operands itself. */
    boolean anyMatch(Operand operand, Subject subject, Predicate<Object> predicate) {
        if (operand instanceof Operand.Json path) {
            int length = subject.bytes().loadPayload();
            return json.anyMatch(subject.bytes().array(), length, path.path(), predicate);
        }
        if (operand instanceof Operand.Call call) {
            return callMatches(call, subject, predicate);
        }
        Object value = operand instanceof Operand.Keyed keyed ? keyed(keyed, subject) : plain(operand, subject);
        return value != null && predicate.test(value);
    }

    private boolean callMatches(Operand.Call call, Subject subject, Predicate<Object> predicate) {
        return switch (call.function()) {
            case HAS -> predicate.test(anyMatch(call.argument(), subject, value -> true));
            case COUNT -> {
                long count = count(call.argument(), subject);
                yield count > 0 && predicate.test(BigDecimal.valueOf(count - 1));
            }
            default ->
                anyMatch(call.argument(), subject, value -> {
                    Object result = apply(call.function(), value);
                    return result != null && predicate.test(result);
                });
        };
    }

    /** One more than the count, so that 0 says that there is no value at all. */
    private long count(Operand argument, Subject subject) {
        long[] seen = {0, 0};
        anyMatch(argument, subject, value -> {
            seen[0]++;
            seen[1] = value instanceof JsonReader.Composite composite ? composite.members() : 1;
            return false;
        });
        if (seen[0] == 0) {
            return 0;
        }
        return 1 + (seen[0] == 1 ? seen[1] : seen[0]);
    }

    private static @Nullable Object apply(Function function, Object value) {
        if (function == Function.ABS) {
            return value instanceof BigDecimal number ? number.abs() : null;
        }
        if (value instanceof byte[] bytes) {
            return function == Function.HEX ? HexFormat.of().formatHex(bytes) : BigDecimal.valueOf(bytes.length);
        }
        if (!(value instanceof String text)) {
            return null;
        }
        return switch (function) {
            case LEN -> BigDecimal.valueOf(text.codePointCount(0, text.length()));
            case LOWER -> text.toLowerCase(Locale.ROOT);
            case UPPER -> text.toUpperCase(Locale.ROOT);
            default -> null;
        };
    }

    private static @Nullable Object keyed(Operand.Keyed keyed, Subject subject) {
        return subject.connection()
                .flatMap(fact -> keyed.field() == Field.CONN_HEADER
                        ? ConnectionValues.header(fact, keyed.key())
                        : ConnectionValues.parameter(fact, keyed.key()))
                .orElse(null);
    }

    private @Nullable Object plain(Operand operand, Subject subject) {
        if (!(operand instanceof Operand.Plain plain)) {
            throw new IllegalArgumentException("not a field: " + operand);
        }
        Object value = whole(plain.field(), subject);
        Slice slice = plain.slice();
        if (slice == null || value == null) {
            return value;
        }
        return value instanceof byte[] bytes ? part(bytes, slice) : part((String) value, slice);
    }

    private @Nullable Object whole(Field field, Subject subject) {
        if (Headers.isInMarks(field)) {
            return Headers.ofMarks(field, subject.marks());
        }
        if (Headers.isLong(field)) {
            return number(Headers.source(field).applyAsLong(subject));
        }
        return switch (field) {
            case TEXT -> subject.bytes().string();
            case BYTES -> copy(subject, subject.bytes().loadPayload());
            case FRAME -> copy(subject, subject.bytes().loadFrame());
            case KIND -> kinds.of(subject.bytes());
            case RATIO -> subject.bytes().ratio().map(BigDecimal::valueOf).orElse(null);
            case MARKED -> subject.annotation().map(Annotation::marked).orElse(false);
            case DROPPED -> subject.dropped();
            case FN ->
                subject.limits().map(LimitsRecord::function).filter(NOT_EMPTY).orElse(null);
            case LABEL ->
                subject.annotation().map(Annotation::label).filter(NOT_EMPTY).orElse(null);
            case NOTE ->
                subject.annotation().map(Annotation::note).filter(NOT_EMPTY).orElse(null);
            case CLOSE_REASON -> subject.bytes().closeReason().orElse(null);
            default ->
                subject.connection()
                        .flatMap(fact -> ConnectionValues.of(fact, field))
                        .orElse(null);
        };
    }

    private static byte[] copy(Subject subject, int length) {
        return Arrays.copyOf(subject.bytes().array(), length);
    }

    private static @Nullable BigDecimal number(long value) {
        return value == Subject.MISSING ? null : BigDecimal.valueOf(value);
    }

    private static byte @Nullable [] part(byte[] bytes, Slice slice) {
        int from = slice.from(bytes.length);
        return from < 0 ? null : Arrays.copyOfRange(bytes, from, slice.to(from, bytes.length));
    }

    private static @Nullable String part(String text, Slice slice) {
        int total = text.codePointCount(0, text.length());
        int from = slice.from(total);
        if (from < 0) {
            return null;
        }
        int start = text.offsetByCodePoints(0, from);
        return text.substring(start, text.offsetByCodePoints(start, slice.to(from, total) - from));
    }
}
