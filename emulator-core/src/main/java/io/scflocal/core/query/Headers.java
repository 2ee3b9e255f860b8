package io.scflocal.core.query;

import io.scflocal.core.frame.FrameOrigin;
import io.scflocal.core.frame.Opcode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** The values of the fields that a record of the index tells. */
final class Headers {
    private static final List<Opcode> NAMED =
            List.of(Opcode.TEXT, Opcode.BINARY, Opcode.CONTINUATION, Opcode.CLOSE, Opcode.PING, Opcode.PONG);

    private Headers() {}

    /** Whether the marks of a frame tell the value of a field. */
    static boolean isInMarks(Field field) {
        return switch (field) {
            case OP, DIR, ORIGIN -> true;
            case MARKED, DROPPED -> false;
            default -> field.type() == ValueType.BOOLEAN;
        };
    }

    /** The value of such a field. */
    static Object ofMarks(Field field, int marks) {
        Opcode opcode = Opcode.of(marks);
        boolean fin = (marks & 0x80) != 0;
        return switch (field) {
            case OP -> BigDecimal.valueOf(opcode.code());
            case DIR -> (marks & Subject.FUNCTION_TO_CLIENT) != 0 ? "f2c" : "c2f";
            case ORIGIN -> FrameOrigin.of(marks >>> Subject.ORIGIN_SHIFT).word();
            case CONTROL -> opcode.isControl();
            case DATA -> !opcode.isControl();
            case FIN -> fin;
            case RSV1 -> (marks & 0x40) != 0;
            case RSV2 -> (marks & 0x20) != 0;
            case RSV3 -> (marks & 0x10) != 0;
            case MASKED -> (marks & Subject.MASKED) != 0;
            case FRAGMENTED -> !opcode.isControl() && (!fin || opcode == Opcode.CONTINUATION);
            case COMPRESSED -> !opcode.isControl() && (marks & 0x40) != 0;
            default -> throw new IllegalArgumentException(field + " is not in the marks");
        };
    }

    /** The opcode that a word of the language stands for. */
    static BigDecimal opcode(String word) {
        for (Opcode opcode : NAMED) {
            if (word(opcode.code()).equals(word)) {
                return BigDecimal.valueOf(opcode.code());
            }
        }
        throw new IllegalArgumentException(word);
    }

    /** The word for an opcode; its number where there is none. */
    static String word(int code) {
        Opcode opcode = Opcode.of(code);
        if (opcode == Opcode.CONTINUATION) {
            return "cont";
        }
        return opcode.isReserved() ? String.valueOf(code) : opcode.name().toLowerCase(Locale.ROOT);
    }

    static boolean isLong(Field field) {
        return switch (field) {
            case N, TIME, AGE, CDELTA, IDLE_LEFT, EXEC_LEFT, LEN, WIRE, CONN, CLOSE_CODE, RTT -> true;
            default -> false;
        };
    }

    /** Reads a field whose values are whole numbers. */
    static ToLongFunction<Subject> source(Field field) {
        return switch (field) {
            case N -> subject -> subject.cursor().number() + 1;
            case TIME -> subject -> subject.cursor().epochNanos();
            case AGE -> Subject::age;
            case CDELTA -> Subject::cdelta;
            case IDLE_LEFT -> Subject::idleLeft;
            case EXEC_LEFT -> Subject::executionLeft;
            case LEN -> subject -> subject.cursor().payloadLength();
            case WIRE -> Subject::wireLength;
            case CONN -> subject -> subject.cursor().connection();
            case CLOSE_CODE -> subject -> subject.bytes().closeCode();
            case RTT -> Subject::rtt;
            default -> throw new IllegalArgumentException(field + " is no whole number");
        };
    }

    /** The least value that such a field has. */
    static long least(Field field) {
        return switch (field) {
            case N, CONN -> 1;
            case WIRE -> 2;
            case LEN, CLOSE_CODE, RTT -> 0;
            default -> Long.MIN_VALUE + 1;
        };
    }

    static boolean isAlwaysThere(Field field) {
        return switch (field) {
            case AGE, CDELTA, IDLE_LEFT, EXEC_LEFT, CLOSE_CODE, RTT -> false;
            default -> true;
        };
    }
}
