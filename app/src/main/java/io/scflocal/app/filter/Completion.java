package io.scflocal.app.filter;

import io.scflocal.app.filter.Suggestion.Kind;
import io.scflocal.core.query.Expr;
import io.scflocal.core.query.Field;
import io.scflocal.core.query.JsonPath;
import io.scflocal.core.query.Operand;
import io.scflocal.core.query.Query;
import io.scflocal.core.query.QueryError;
import io.scflocal.core.query.QueryError.Expected;
import io.scflocal.core.query.SeenValues;
import io.scflocal.core.query.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may stand at the caret of an expression that is being typed. Knows no JavaFX.
 *
 * @param from where the word at the caret begins; it is what a suggestion replaces
 * @param word that word, up to the caret
 * @param place what belongs there
 * @param operand whose operators, values or members belong there; empty where none do
 */
record Completion(int from, String word, Place place, Optional<Operand> operand) {
    private static final Pattern WORD =
            Pattern.compile("(?:\"[^\"]*|[A-Za-z_$][A-Za-z0-9_.$-]*|[=<>~]=?|!=|&&?|\\|\\|?)$", Pattern.DOTALL);
    private static final String OPERAND = "([A-Za-z_][A-Za-z0-9_.-]*(?:\\[[^\\]]*\\])*)";
    private static final Pattern BEFORE_VALUE = Pattern.compile(
            OPERAND + "\\s*(?:==|!=|<=|>=|<|>|~|(?<=\\s)(?:eq|ne|lt|le|gt|ge|contains|icontains|startswith|matches)"
                    + "|(?<=\\s)(?:not\\s+)?in\\s*\\{(?:[^}]*,)?)\\s*$",
            Pattern.DOTALL);
    private static final Pattern BEFORE_OPERATOR = Pattern.compile(OPERAND + "\\s+$");

    /** What belongs at a place in an expression. */
    enum Place {
        TERM,
        OPERATOR,
        VALUE,
        JOIN,
        NOTHING
    }

    /** What belongs at the caret of {@code text}. */
    static Completion at(String text, int caret, Map<String, String> presets) {
        String before = text.substring(0, caret);
        Matcher matcher = WORD.matcher(before);
        int from = matcher.find() ? matcher.start() : caret;
        String head = before.substring(0, from);
        Place place = place(head, presets);
        Pattern pattern = place == Place.VALUE ? BEFORE_VALUE : BEFORE_OPERATOR;
        String word = before.substring(from);
        Optional<Operand> operand =
                switch (place) {
                    case VALUE, OPERATOR -> operand(head, pattern);
                    case TERM -> parent(word);
                    case JOIN, NOTHING -> Optional.empty();
                };
        boolean known = operand.isPresent() || place != Place.VALUE && place != Place.OPERATOR;
        return new Completion(from, word, known ? place : Place.NOTHING, operand);
    }

    private static Place place(String head, Map<String, String> presets) {
        if (head.isBlank()) {
            return Place.TERM;
        }
        Query query = closed(head, presets);
        if (query instanceof Query.Expression expression) {
            return behind(expression.expr(), head);
        } else if (query instanceof Query.Error error) {
            return isAtEnd(error.error(), head) ? place(error.error().expected()) : Place.NOTHING;
        }
        // These alone are words to look for, but hardly meant so.
        return head.matches("[\\s(!]+") ? Place.TERM : Place.NOTHING;
    }

    /** What the text is when its open parentheses are closed. */
    private static Query closed(String head, Map<String, String> presets) {
        String text = head;
        Query query = Query.parse(text, presets);
        while (query instanceof Query.Error error
                && error.error().expected() == Expected.CLOSING_PARENTHESIS
                && isAtEnd(error.error(), head)) {
            text += ")";
            query = Query.parse(text, presets);
        }
        return query;
    }

    private static Place behind(Expr expr, String head) {
        if (!Character.isWhitespace(head.charAt(head.length() - 1))) {
            return Place.NOTHING;
        }
        boolean open =
                last(expr) instanceof Expr.Present && !head.stripTrailing().endsWith(")");
        return open ? Place.OPERATOR : Place.JOIN;
    }

    private static boolean isAtEnd(QueryError error, String head) {
        return error.found().isEmpty() && error.column() > head.stripTrailing().length();
    }

    private static Expr last(Expr expr) {
        if (expr instanceof Expr.Or or) {
            return last(or.terms().get(or.terms().size() - 1));
        } else if (expr instanceof Expr.And and && !and.terms().isEmpty()) {
            return last(and.terms().get(and.terms().size() - 1));
        }
        return expr instanceof Expr.Not not ? last(not.term()) : expr;
    }

    private static Place place(Expected expected) {
        return switch (expected) {
            case FIELD -> Place.TERM;
            case OPERATOR -> Place.OPERATOR;
            case AND_OR_END -> Place.JOIN;
            case STRING, PATTERN, LITERAL, NUMBER, SIZE, DURATION, TIME, BOOLEAN, BYTES, WORD -> Place.VALUE;
            default -> Place.NOTHING;
        };
    }

    private static Optional<Operand> operand(String head, Pattern pattern) {
        Matcher matcher = pattern.matcher(head);
        return matcher.find() ? operand(matcher.group(1)) : Optional.empty();
    }

    /** The object of whose members one is being typed. */
    private static Optional<Operand> parent(String word) {
        int dot = word.lastIndexOf('.');
        if (word.startsWith("json.") && dot == "json".length()) {
            return Optional.of(new Operand.Json(new JsonPath(List.of())));
        }
        return word.startsWith("json.") ? operand(word.substring(0, dot)) : Optional.empty();
    }

    private static Optional<Operand> operand(String text) {
        return Query.parse(text) instanceof Query.Expression expression
                        && expression.expr() instanceof Expr.Present present
                ? Optional.of(present.operand())
                : Optional.empty();
    }

    /**
     * What may be typed, that which begins like the word at the caret; the likeliest first.
     *
     * @param presets names of presets
     * @param seen values that the operand has had, or its members, the most frequent first
     */
    List<Suggestion> suggestions(Iterable<String> presets, List<SeenValues.Seen> seen) {
        List<Suggestion> all = new ArrayList<>();
        switch (place) {
            case TERM -> {
                terms(presets, all);
                seen.forEach(member -> all.add(new Suggestion(member.literal(), Kind.FIELD, member.count())));
            }
            case OPERATOR -> operand.ifPresent(field -> operators(field, all));
            case VALUE -> operand.ifPresent(field -> values(field, seen, all));
            case JOIN -> List.of("&&", "||").forEach(join -> all.add(Suggestion.of(Kind.JOIN, join)));
            case NOTHING -> {}
        }
        String start = word.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(suggestion -> suggestion.text().toLowerCase(Locale.ROOT).startsWith(start))
                .filter(suggestion -> !suggestion.text().equals(word))
                .toList();
    }

    private static void terms(Iterable<String> presets, List<Suggestion> all) {
        for (Field field : io.scflocal.core.query.Completion.fields()) {
            all.add(Suggestion.of(Kind.FIELD, field.text() + (field == Field.JSON || field.needsKey() ? "." : "")));
        }
        presets.forEach(name -> all.add(Suggestion.of(Kind.PRESET, "$" + name)));
        io.scflocal.core.query.Completion.functions()
                .forEach(function -> all.add(Suggestion.of(Kind.FUNCTION, function.text() + "(")));
    }

    private static void operators(Operand operand, List<Suggestion> all) {
        boolean decided = operand.type() == ValueType.BOOLEAN;
        if (!decided) {
            io.scflocal.core.query.Completion.operators(operand.type())
                    .forEach(operator ->
                            all.add(Suggestion.of(Kind.OPERATOR, operator.equals("in") ? "in {" : operator)));
        }
        all.add(Suggestion.of(Kind.JOIN, "&&"));
        all.add(Suggestion.of(Kind.JOIN, "||"));
    }

    private static void values(Operand operand, List<SeenValues.Seen> seen, List<Suggestion> all) {
        seen.forEach(value -> all.add(new Suggestion(value.literal(), Kind.VALUE, value.count())));
        List<String> words = operand.type() == ValueType.BOOLEAN
                ? List.of("true", "false")
                : operand.type().words();
        words.stream()
                .filter(word -> seen.stream().noneMatch(value -> value.literal().equals(word)))
                .forEach(word -> all.add(Suggestion.of(Kind.VALUE, word)));
    }
}
