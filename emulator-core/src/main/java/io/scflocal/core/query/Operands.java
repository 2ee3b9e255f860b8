package io.scflocal.core.query;

import io.scflocal.core.query.QueryError.Code;
import io.scflocal.core.query.QueryError.Expected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads fields and functions. */
final class Operands {
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");
    private static final String DELTA = "delta";

    private final Source source;
    private final Literals literals;

    Operands(Source source, Literals literals) {
        this.source = source;
        this.literals = literals;
    }

    /** Whether a field or a function is next. */
    boolean isNext() {
        String word = source.peekWord();
        // "idle" alone is a word to look for.
        boolean followed = source.peek(word.length()) == '.';
        return Function.named(word).isPresent() && source.peek(word.length()) == '('
                || word.equals(DELTA)
                || Arrays.stream(Field.values())
                        .anyMatch(field ->
                                field.text().equals(word) || field.text().startsWith(word + ".") && followed);
    }

    Operand require() {
        int start = source.next();
        String word = source.peekWord();
        if (word.isEmpty()) {
            throw source.unexpected(Expected.FIELD);
        }
        if (source.peek(word.length()) == '(') {
            return call(word, start);
        }
        source.takeHere(word);
        if (word.equals(Field.JSON.text())) {
            return new Operand.Json(path());
        }
        return field(word, start);
    }

    private Operand call(String name, int start) {
        Function function = Function.named(name)
                .orElseThrow(() -> Source.error(
                        Code.UNKNOWN_FUNCTION,
                        start,
                        name,
                        Expected.FIELD,
                        Names.nearest(
                                name,
                                Arrays.stream(Function.values())
                                        .map(Function::text)
                                        .toList())));
        source.takeHere(name);
        source.takeHere("(");
        int argumentStart = source.next();
        Operand argument = require();
        if (!function.arguments().contains(argument.type())) {
            throw Source.error(
                    Code.WRONG_ARGUMENT, argumentStart, ExprPrinter.print(argument), Expected.FIELD, function.text());
        }
        if (!source.take(")")) {
            throw source.unexpected(Expected.CLOSING_PARENTHESIS);
        }
        return new Operand.Call(function, argument);
    }

    private Operand field(String first, int start) {
        StringBuilder name = new StringBuilder(first);
        while (source.peek(0) == '.' && !takesKey(name.toString())) {
            source.takeHere(".");
            String part = source.wordHere();
            if (part.isEmpty()) {
                throw source.unexpected(Expected.KEY);
            }
            source.takeHere(part);
            name.append('.').append(part);
        }
        String text = name.toString();
        Optional<Field> field = Field.named(text);
        if (field.isEmpty()) {
            Code code = text.equals(DELTA) ? Code.DEPENDS_ON_FILTER : Code.UNKNOWN_FIELD;
            throw Source.error(code, start, text, Expected.FIELD, Names.nearestField(text));
        }
        return field.get().needsKey() ? keyed(field.get()) : new Operand.Plain(field.get(), slice(field.get()));
    }

    private static boolean takesKey(String name) {
        return Field.named(name).filter(Field::needsKey).isPresent();
    }

    private Operand keyed(Field field) {
        if (source.takeHere(".")) {
            return new Operand.Keyed(field, key());
        }
        if (source.takeHere("[")) {
            return new Operand.Keyed(field, quotedKey());
        }
        throw source.unexpected(Expected.KEY);
    }

    private String key() {
        String key = source.wordHere();
        if (key.isEmpty()) {
            throw source.unexpected(Expected.KEY);
        }
        source.takeHere(key);
        return key;
    }

    private String quotedKey() {
        if (source.peek(0) != '"') {
            throw source.unexpected(Expected.KEY);
        }
        String key = literals.string();
        closeBracket();
        return key;
    }

    private void closeBracket() {
        if (!source.takeHere("]")) {
            throw source.unexpected(Expected.SLICE, "]");
        }
    }

    private JsonPath path() {
        List<JsonPath.Step> steps = new ArrayList<>();
        boolean anywhere = false;
        while (true) {
            // ".." may be there once: several would make a hostile text as dear as it likes.
            if (!anywhere && source.takeHere("..")) {
                anywhere = true;
                steps.add(new JsonPath.Step.Anywhere(key()));
            } else if (source.takeHere(".")) {
                steps.add(new JsonPath.Step.Key(key()));
            } else if (source.takeHere("[")) {
                steps.add(bracketStep());
            } else {
                return new JsonPath(steps);
            }
        }
    }

    private JsonPath.Step bracketStep() {
        String index = source.here(LENGTH);
        if (index.isEmpty()) {
            return new JsonPath.Step.Key(quotedKey());
        }
        source.takeHere(index);
        closeBracket();
        return new JsonPath.Step.Index(Integer.parseInt(index));
    }

    private @Nullable Slice slice(Field field) {
        if (source.peek(0) != '[') {
            return null;
        }
        if (field.type() != ValueType.TEXT && field.type() != ValueType.BYTES) {
            throw source.unexpected(Expected.OPERATOR);
        }
        source.takeHere("[");
        Slice slice = bounds();
        closeBracket();
        return slice;
    }

    private Slice bounds() {
        if (source.takeHere(":")) {
            return new Slice(0, length());
        }
        int start = integer(INTEGER);
        if (source.takeHere(":")) {
            return new Slice(start, source.peek(0) == ']' ? null : Integer.valueOf(length()));
        }
        int dash = source.at();
        if (start >= 0 && source.takeHere("-")) {
            int last = length();
            if (last < start) {
                throw Source.error(Code.UNEXPECTED, dash, "-" + last, Expected.SLICE, "");
            }
            return new Slice(start, last - start + 1);
        }
        return new Slice(start, 1);
    }

    private int length() {
        return integer(LENGTH);
    }

    private int integer(Pattern form) {
        String digits = source.here(form);
        if (digits.isEmpty()) {
            throw source.unexpected(Expected.SLICE);
        }
        source.takeHere(digits);
        return Integer.parseInt(digits);
    }
}
