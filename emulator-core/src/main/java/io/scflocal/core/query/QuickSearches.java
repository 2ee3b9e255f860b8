package io.scflocal.core.query;

import io.scflocal.core.frame.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads texts that are no expressions. */
final class QuickSearches {
    private static final Pattern TERM = Pattern.compile(
            "(?<not>!)?(?<way>[cs]:)?(?:\"(?<phrase>[^\"]*)\"?|/(?<re>(?:[^/\\\\]|\\\\.)++)/(?<i>i?)(?!\\S)|(?<word>\\S+))",
            Pattern.DOTALL);
    private static final Pattern QUOTED =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"?|(?<!\\S)/(?:[^/\\\\]|\\\\.)++/i?(?!\\S)");
    private static final Pattern SYMBOL = Pattern.compile("==|!=|<=|>=|&&|\\|\\|");
    private static final Pattern BEGINNING = Pattern.compile(
            "\\s*+(?:[!(\\s]|not\\s)*+([A-Za-z_][A-Za-z0-9_.-]*)(?:\\[[^\\]]*\\]?)?\\s*"
                    + "([<>=~]|(?:contains|icontains|startswith|matches|eq|ne|lt|le|gt|ge|in|not)(?![A-Za-z0-9_-]))?.*",
            Pattern.DOTALL);

    private QuickSearches() {}

    /** Whether somebody who typed this meant an expression. */
    static boolean looksLikeExpression(String text) {
        if (text.stripLeading().startsWith("$")
                || SYMBOL.matcher(QUOTED.matcher(text).replaceAll(" ")).find()) {
            return true;
        }
        Matcher beginning = BEGINNING.matcher(text);
        if (!beginning.matches() || beginning.group(2) == null) {
            return false;
        }
        String name = beginning.group(1);
        return Field.named(name).isPresent()
                || name.startsWith("json.")
                || name.startsWith("conn.")
                || name.equals("delta")
                || !Names.nearestField(name).isEmpty();
    }

    static List<QuickTerm> terms(String text) {
        List<QuickTerm> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(text);
        while (matcher.find()) {
            term(matcher).ifPresent(terms::add);
        }
        return terms;
    }

    static Expr expr(List<QuickTerm> terms) {
        List<Expr> tests = new ArrayList<>();
        for (QuickTerm term : terms) {
            tests.add(expr(term));
        }
        return tests.size() == 1 ? tests.get(0) : new Expr.And(tests);
    }

    private static Optional<QuickTerm> term(Matcher matcher) {
        boolean negated = matcher.group("not") != null;
        Direction direction = direction(matcher.group("way"));
        String phrase = matcher.group("phrase");
        String word = phrase != null ? phrase : matcher.group("word");
        if (word != null) {
            return word.isEmpty() ? Optional.empty() : Optional.of(new QuickTerm(negated, direction, word, false));
        }
        String pattern = (matcher.group("i").isEmpty() ? "(?-i)" : "") + matcher.group("re");
        if (Patterns.fault(pattern).isPresent()) {
            return Optional.of(new QuickTerm(negated, direction, "/" + matcher.group("re") + "/", false));
        }
        return Optional.of(new QuickTerm(negated, direction, pattern, true));
    }

    private static @Nullable Direction direction(@Nullable String way) {
        if (way == null) {
            return null;
        }
        return way.equals("c:") ? Direction.CLIENT_TO_FUNCTION : Direction.FUNCTION_TO_CLIENT;
    }

    private static Expr expr(QuickTerm term) {
        Operand text = new Operand.Plain(Field.TEXT, null);
        Expr find = term.pattern()
                ? new Expr.Matches(text, term.text())
                : new Expr.Find(text, TextOperator.ICONTAINS, new Literal.Text(term.text()));
        if (term.direction() != null) {
            String word = term.direction() == Direction.CLIENT_TO_FUNCTION ? "c2f" : "f2c";
            Expr way = new Expr.Compare(new Operand.Plain(Field.DIR, null), Comparison.EQ, new Literal.Word(word));
            find = new Expr.And(List.of(way, find));
        }
        return term.negated() ? new Expr.Not(find) : find;
    }
}
