package io.scflocal.core.query;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Looks at the bytes of a payload or frame without decoding or copying them. */
record BytesTest(Field field, @Nullable Slice slice, Operation operation, byte[] wanted) implements FrameTest {

    /** What is to be found out about the bytes. */
    enum Operation {
        CONTAINS,
        /** {@link BytesTest#wanted} is ASCII in lower case. */
        CONTAINS_IGNORING_CASE,
        STARTS_WITH,
        EQUALS,
        DIFFERS,
        NOT_EMPTY
    }

    static Operation operation(TextOperator operator) {
        return switch (operator) {
            case CONTAINS -> Operation.CONTAINS;
            case ICONTAINS -> Operation.CONTAINS_IGNORING_CASE;
            case STARTSWITH -> Operation.STARTS_WITH;
        };
    }

    @Override
    public boolean test(Subject subject) {
        FrameBytes bytes = subject.bytes();
        int total = field == Field.FRAME ? bytes.loadFrame() : bytes.loadPayload();
        int from = slice == null ? 0 : slice.from(total);
        return from >= 0 && test(bytes.array(), from, slice == null ? total : slice.to(from, total));
    }

    private boolean test(byte[] bytes, int from, int to) {
        if (operation == Operation.NOT_EMPTY) {
            return to > from;
        }
        if (operation == Operation.EQUALS || operation == Operation.DIFFERS) {
            boolean equal = Arrays.equals(bytes, from, to, wanted, 0, wanted.length);
            return equal == (operation == Operation.EQUALS);
        }
        if (wanted.length == 0) {
            return true;
        }
        return switch (operation) {
            case CONTAINS -> ByteArrays.indexOf(bytes, from, to, wanted) >= 0;
            case CONTAINS_IGNORING_CASE -> ByteArrays.indexOfIgnoringCase(bytes, from, to, wanted) >= 0;
            default -> to - from >= wanted.length && ByteArrays.matches(bytes, from, wanted);
        };
    }

    @Override
    public Tier tier() {
        return Tier.PAYLOAD;
    }
}
