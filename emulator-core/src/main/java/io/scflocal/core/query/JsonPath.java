package io.scflocal.core.query;

import java.util.List;
import java.util.Optional;

/** The way to a value in a JSON text; no steps is the whole. */
public record JsonPath(List<Step> steps) {

    public JsonPath {
        steps = List.copyOf(steps);
    }

    /** The way in the language: {@code json.a["b c"][0]}. */
    public String text() {
        return ExprPrinter.print(new Operand.Json(this));
    }

    /**
     * The expression that the value there is this one; empty if the language can't say so.
     *
     * @param value a string in its quotes, a number or a word, as JSON writes it
     */
    public Optional<String> equalTo(String value) {
        String literal = value.startsWith("\"") ? Literals.quoted(plain(value)) : value;
        return Optional.of(text() + " == " + literal).filter(term -> Query.parse(term) instanceof Query.Expression);
    }

    /** The text that a JSON string in its quotes stands for; as it is where its escapes are wrong. */
    private static String plain(String quoted) {
        String raw = quoted.substring(1, Math.max(1, quoted.length() - 1));
        try {
            return JsonEscapes.decoded(raw);
        } catch (MalformedJsonException | StringIndexOutOfBoundsException e) {
            // Nothing better can be had.
            return raw;
        }
    }

    /** One step of the way. */
    public sealed interface Step {
        /** The member of an object. */
        record Key(String name) implements Step {

            /** The member whose name is written so in JSON, in its quotes. */
            public static Key written(String quoted) {
                return new Key(plain(quoted));
            }
        }

        /** The element of an array, from 0. */
        record Index(int index) implements Step {}

        /** Members of that name at any depth. */
        record Anywhere(String name) implements Step {}
    }
}
