package io.scflocal.core.query;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The functions of the language; each takes one operand. */
public enum Function {
    /** Characters of a text, bytes of bytes. */
    LEN(ValueType.NUMBER, ValueType.TEXT, ValueType.WORD, ValueType.BYTES, ValueType.ANY),
    LOWER(ValueType.TEXT, ValueType.TEXT, ValueType.WORD, ValueType.ANY),
    UPPER(ValueType.TEXT, ValueType.TEXT, ValueType.WORD, ValueType.ANY),
    /** Elements of the JSON array or members of the JSON object; otherwise how many values there are. */
    COUNT(ValueType.NUMBER, ValueType.ANY),
    /** Lower-case digits without separators. */
    HEX(ValueType.TEXT, ValueType.BYTES),
    ABS(ValueType.NUMBER, ValueType.NUMBER, ValueType.ANY),
    /** Whether there is a value, whatever it is. */
    HAS(ValueType.BOOLEAN, ValueType.values());

    private final ValueType result;
    private final Set<ValueType> arguments;

    Function(ValueType result, ValueType... arguments) {
        this.result = result;
        this.arguments = EnumSet.of(arguments[0], arguments);
    }

    /** Its name in the language. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public ValueType result() {
        return result;
    }

    /** The types of operand that it takes. */
    public Set<ValueType> arguments() {
        return Set.copyOf(arguments);
    }

    static Optional<Function> named(String text) {
        for (Function function : values()) {
            if (function.text().equals(text)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }
}
