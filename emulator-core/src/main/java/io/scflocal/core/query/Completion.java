package io.scflocal.core.query;

import java.util.ArrayList;
import java.util.List;

/** What can be offered while an expression is typed, apart from {@link SeenValues}. */
public final class Completion {
    private Completion() {}

    /** All fields. */
    public static List<Field> fields() {
        return List.of(Field.values());
    }

    /** All functions. */
    public static List<Function> functions() {
        return List.of(Function.values());
    }

    /** The operators that may follow an operand of a type. */
    public static List<String> operators(ValueType type) {
        List<String> operators = new ArrayList<>();
        for (Comparison comparison : Comparison.values()) {
            if (!comparison.isOrder() || type.isOrdered()) {
                operators.add(comparison.symbol());
            }
        }
        if (type.isText() || type == ValueType.BYTES) {
            for (TextOperator operator : TextOperator.values()) {
                operators.add(operator.text());
            }
        }
        if (type.isText()) {
            operators.add("matches");
        }
        operators.add("in");
        return List.copyOf(operators);
    }
}
