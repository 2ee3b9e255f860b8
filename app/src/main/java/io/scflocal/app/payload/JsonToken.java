package io.scflocal.app.payload;

/**
 * A token of a JSON text. Source: RFC 8259.
 *
 * @param type what it is
 * @param from its first char
 * @param to the char after its last one
 */
public record JsonToken(Type type, int from, int to) {

    /** The kinds of token. */
    public enum Type {
        OPEN_OBJECT,
        CLOSE_OBJECT,
        OPEN_ARRAY,
        CLOSE_ARRAY,
        COLON,
        COMMA,
        STRING,
        NUMBER,
        LITERAL;

        public boolean opens() {
            return this == OPEN_OBJECT || this == OPEN_ARRAY;
        }

        public boolean closes() {
            return this == CLOSE_OBJECT || this == CLOSE_ARRAY;
        }
    }
}
