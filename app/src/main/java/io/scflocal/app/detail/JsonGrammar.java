package io.scflocal.app.detail;

import io.scflocal.app.payload.JsonToken;
import java.util.BitSet;
import java.util.List;

/** Checks that tokens stand in an order that makes a JSON object or array; without recursion, however deep it is. */
final class JsonGrammar {

    private enum Expected {
        VALUE,
        FIRST_VALUE,
        KEY,
        FIRST_KEY,
        COLON,
        COMMA,
        NOTHING,
        FAILED
    }

    private final BitSet objects = new BitSet();
    private int depth;
    private Expected expected = Expected.VALUE;

    private JsonGrammar() {}

    /**
     * Whether {@code tokens} are one JSON object or array.
     *
     * @param mayBeCut whether its end may be missing
     */
    static boolean accepts(List<JsonToken> tokens, boolean mayBeCut) {
        if (tokens.isEmpty() || !tokens.get(0).type().opens()) {
            return false;
        }
        JsonGrammar grammar = new JsonGrammar();
        for (JsonToken token : tokens) {
            grammar.expected = grammar.after(token.type());
            if (grammar.expected == Expected.FAILED) {
                return false;
            }
        }
        return mayBeCut || grammar.expected == Expected.NOTHING;
    }

    private Expected after(JsonToken.Type type) {
        return switch (expected) {
            case VALUE -> afterValue(type);
            case FIRST_VALUE -> type == JsonToken.Type.CLOSE_ARRAY ? close() : afterValue(type);
            case KEY -> type == JsonToken.Type.STRING ? Expected.COLON : Expected.FAILED;
            case FIRST_KEY ->
                type == JsonToken.Type.CLOSE_OBJECT
                        ? close()
                        : type == JsonToken.Type.STRING ? Expected.COLON : Expected.FAILED;
            case COLON -> type == JsonToken.Type.COLON ? Expected.VALUE : Expected.FAILED;
            case COMMA -> afterMember(type);
            case NOTHING, FAILED -> Expected.FAILED;
        };
    }

    private Expected afterValue(JsonToken.Type type) {
        if (type.opens()) {
            depth++;
            objects.set(depth, type == JsonToken.Type.OPEN_OBJECT);
            return type == JsonToken.Type.OPEN_OBJECT ? Expected.FIRST_KEY : Expected.FIRST_VALUE;
        }
        return type.isScalar() ? Expected.COMMA : Expected.FAILED;
    }

    private Expected afterMember(JsonToken.Type type) {
        boolean object = objects.get(depth);
        if (type == JsonToken.Type.COMMA) {
            return object ? Expected.KEY : Expected.VALUE;
        }
        JsonToken.Type end = object ? JsonToken.Type.CLOSE_OBJECT : JsonToken.Type.CLOSE_ARRAY;
        return type == end ? close() : Expected.FAILED;
    }

    private Expected close() {
        depth--;
        return depth == 0 ? Expected.NOTHING : Expected.COMMA;
    }
}
