package io.scflocal.core.query;

import java.math.BigDecimal;
import java.util.Optional;

/** What may stand behind a number. */
public enum Unit {
    NONE("", 1, ValueType.NUMBER),
    B("B", 1, ValueType.SIZE),
    KB("KB", 1 << 10, ValueType.SIZE),
    MB("MB", 1 << 20, ValueType.SIZE),
    GB("GB", 1 << 30, ValueType.SIZE),
    US("us", 1_000, ValueType.DURATION),
    MS("ms", 1_000_000, ValueType.DURATION),
    S("s", 1_000_000_000, ValueType.DURATION),
    M("m", 60_000_000_000L, ValueType.DURATION),
    H("h", 3_600_000_000_000L, ValueType.DURATION);

    private final String text;
    private final BigDecimal factor;
    private final ValueType type;

    Unit(String text, long factor, ValueType type) {
        this.text = text;
        this.factor = BigDecimal.valueOf(factor);
        this.type = type;
    }

    public String text() {
        return text;
    }

    /** Bytes or nanoseconds of one. */
    BigDecimal factor() {
        return factor;
    }

    ValueType type() {
        return type;
    }

    /** Sizes in any case, durations in lower case. */
    static Optional<Unit> named(String text) {
        for (Unit unit : values()) {
            if (unit.type == ValueType.SIZE ? unit.text.equalsIgnoreCase(text) : unit.text.equals(text)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }
}
