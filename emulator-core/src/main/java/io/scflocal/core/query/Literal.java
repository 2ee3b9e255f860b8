package io.scflocal.core.query;

import java.math.BigDecimal;
import java.util.HexFormat;

/** A constant in an expression. */
public sealed interface Literal {

    /** A number with its unit, as it was written. */
    record Number(BigDecimal value, Unit unit) implements Literal {
        /** In bytes, nanoseconds or simply as it is. */
        BigDecimal scaled() {
            return value.multiply(unit.factor());
        }
    }

    record Text(String value) implements Literal {}

    /** Bytes, as lower-case hexadecimal digits without separators. */
    record Bytes(String hex) implements Literal {
        byte[] value() {
            return HexFormat.of().parseHex(hex);
        }
    }

    /** A word out of the list of its type; aliases of a direction are replaced by {@code c2f} and {@code f2c}. */
    record Word(String value) implements Literal {}

    record Bool(boolean value) implements Literal {}

    /** Stands for a value that is missing. */
    record Null() implements Literal {}
}
