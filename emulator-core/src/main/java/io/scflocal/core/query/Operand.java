package io.scflocal.core.query;

import org.jspecify.annotations.Nullable;

/** One side of a test. */
public sealed interface Operand {

    ValueType type();

    Tier tier();

    /** A field, or a part of it. */
    record Plain(Field field, @Nullable Slice slice) implements Operand {
        @Override
        public ValueType type() {
            return field.type();
        }

        @Override
        public Tier tier() {
            return field.tier();
        }
    }

    /** A header field or a query parameter of the connection. */
    record Keyed(Field field, String key) implements Operand {
        @Override
        public ValueType type() {
            return ValueType.TEXT;
        }

        @Override
        public Tier tier() {
            return Tier.CONNECTION;
        }
    }

    record Json(JsonPath path) implements Operand {
        @Override
        public ValueType type() {
            return ValueType.ANY;
        }

        @Override
        public Tier tier() {
            return Tier.PARSED;
        }
    }

    record Call(Function function, Operand argument) implements Operand {
        @Override
        public ValueType type() {
            return function.result();
        }

        @Override
        public Tier tier() {
            return argument.tier();
        }
    }
}
