package io.scflocal.core.query;

import io.scflocal.core.query.QueryError.Code;
import io.scflocal.core.query.QueryError.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses one expression; the types are checked on the way, where the columns are known. */
final class Parser {
    private static final int DEEPEST = 100;
    private static final Pattern SLASHED = Pattern.compile("/(?:[^/\\\\]|\\\\.)++/i?");

    private final Source source;
    private final Literals literals;
    private final Operands operands;
    private final PresetScope presets;
    private int depth;

    private Parser(String text, PresetScope presets) {
        source = new Source(text);
        literals = new Literals(source);
        operands = new Operands(source, literals);
        this.presets = presets;
    }

    /**
     * Parses the whole text.
     *
     * @throws QueryException if it is no expression
     */
    static Expr parse(String text, PresetScope presets) {
        Parser parser = new Parser(text, presets);
        Expr expr = parser.or();
        if (!parser.source.atEnd()) {
            throw parser.source.unexpected(Expected.AND_OR_END);
        }
        return expr;
    }

    private Expr or() {
        List<Expr> terms = new ArrayList<>();
        do {
            terms.add(and());
        } while (source.take("||") || source.takeWord("or"));
        return terms.size() == 1 ? terms.get(0) : new Expr.Or(terms);
    }

    private Expr and() {
        List<Expr> terms = new ArrayList<>();
        do {
            terms.add(not());
        } while (source.take("&&") || source.takeWord("and"));
        return terms.size() == 1 ? terms.get(0) : new Expr.And(terms);
    }

    private Expr not() {
        int start = source.next();
        if (++depth > DEEPEST) {
            throw Source.error(Code.TOO_DEEP, start, "", Expected.NOTHING, "");
        }
        Expr expr = source.take("!") || source.takeWord("not") ? new Expr.Not(not()) : primary();
        depth--;
        return expr;
    }

    private Expr primary() {
        if (source.take("(")) {
            Expr inner = or();
            if (!source.take(")")) {
                throw source.unexpected(Expected.CLOSING_PARENTHESIS);
            }
            return inner;
        }
        if (source.take("$")) {
            return preset();
        }
        if (source.takeWord("true")) {
            return new Expr.Constant(true);
        }
        if (source.takeWord("false")) {
            return new Expr.Constant(false);
        }
        return test();
    }

    private Expr preset() {
        int start = source.at();
        String name = source.wordHere();
        if (name.isEmpty()) {
            throw source.unexpected(Expected.PRESET_NAME);
        }
        source.takeHere(name);
        return new Expr.Preset(name, presets.expand(name, start - 1));
    }

    private Expr test() {
        int start = source.next();
        if (operands.isNext()) {
            return test(operands.require());
        }
        Optional<Literal> left = literals.take();
        if (left.isEmpty()) {
            return test(operands.require());
        }
        return flipped(left.get(), start);
    }

    /** A comparison that begins with its constant. */
    private Expr flipped(Literal left, int start) {
        int at = source.next();
        Comparison comparison = Comparison.take(source)
                .orElseThrow(() -> source.unexpected(Expected.OPERATOR))
                .flipped();
        Operand right = operands.require();
        TypeRules.checkComparison(right, comparison, at);
        TypeRules.checkLiteral(right, left, comparison.isOrder(), start);
        return new Expr.Compare(right, comparison, left);
    }

    private Expr test(Operand left) {
        int at = source.next();
        Optional<Comparison> comparison = Comparison.take(source);
        if (comparison.isPresent()) {
            TypeRules.checkComparison(left, comparison.get(), at);
            return comparison(left, comparison.get());
        }
        Optional<TextOperator> find = TextOperator.take(source);
        if (find.isPresent()) {
            TypeRules.checkFind(left, find.get().text(), at);
            return new Expr.Find(left, find.get(), part(left));
        }
        if (source.take("~") || source.takeWord("matches")) {
            TypeRules.checkMatches(left, source.substring(at), at);
            return new Expr.Matches(left, pattern());
        }
        return in(left);
    }

    private Expr comparison(Operand left, Comparison comparison) {
        int start = source.next();
        boolean word = left.type().words().contains(source.peekWord());
        if (!word && operands.isNext()) {
            Operand right = operands.require();
            TypeRules.checkFields(left, right, start);
            return new Expr.CompareFields(left, comparison, right);
        }
        Literal right = literals.require(left.type());
        TypeRules.checkLiteral(left, right, comparison.isOrder(), start);
        return new Expr.Compare(left, comparison, right);
    }

    private Literal part(Operand left) {
        int start = source.next();
        Literal part = literals.require(left.type() == ValueType.BYTES ? ValueType.BYTES : ValueType.TEXT);
        boolean good = part instanceof Literal.Text || part instanceof Literal.Bytes && left.type() == ValueType.BYTES;
        if (!good) {
            Expected expected = left.type() == ValueType.BYTES ? Expected.BYTES : Expected.STRING;
            throw Source.error(Code.WRONG_VALUE, start, ExprPrinter.print(part), expected, "");
        }
        return part;
    }

    private String pattern() {
        int start = source.next();
        String slashed = source.here(SLASHED);
        String pattern;
        if (!slashed.isEmpty()) {
            source.takeHere(slashed);
            pattern = slashed.substring(1, slashed.lastIndexOf('/'));
        } else if (literals.take().orElse(new Literal.Null()) instanceof Literal.Text text) {
            pattern = text.value();
        } else {
            source.goTo(start);
            throw source.unexpected(Expected.PATTERN);
        }
        Patterns.fault(pattern).ifPresent(fault -> {
            throw Source.error(Code.BAD_PATTERN, start, pattern, Expected.PATTERN, fault);
        });
        return pattern;
    }

    private Expr in(Operand left) {
        boolean negated = source.takeWord("not");
        if (!source.takeWord("in")) {
            if (negated || source.peek(0) == '=') {
                throw source.unexpected(Expected.OPERATOR, negated ? "in" : "==");
            }
            return new Expr.Present(left);
        }
        if (!source.take("{")) {
            throw source.unexpected(Expected.OPENING_BRACE);
        }
        List<Expr.Item> items = new ArrayList<>();
        do {
            items.add(item(left));
        } while (source.take(","));
        if (!source.take("}")) {
            throw source.unexpected(Expected.CLOSING_BRACE);
        }
        return new Expr.In(left, negated, items);
    }

    private Expr.Item item(Operand left) {
        int start = source.next();
        Literal from = literals.require(left.type());
        int dots = source.next();
        if (!source.take("..")) {
            TypeRules.checkLiteral(left, from, true, start);
            return new Expr.Item(from, from);
        }
        TypeRules.checkComparison(left, Comparison.LE, dots);
        TypeRules.checkLiteral(left, from, true, start);
        int second = source.next();
        Literal to = literals.require(left.type());
        TypeRules.checkLiteral(left, to, true, second);
        return new Expr.Item(from, to);
    }
}
