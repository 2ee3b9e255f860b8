package io.scflocal.core.query;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes trees in the language. */
final class ExprPrinter {
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    private ExprPrinter() {}

    static String print(Expr expr) {
        if (expr instanceof Expr.Or or) {
            return join(or.terms(), " || ");
        } else if (expr instanceof Expr.And and) {
            return and.terms().isEmpty() ? "true" : join(and.terms(), " && ");
        } else if (expr instanceof Expr.Not not) {
            return "!" + negated(not.term());
        } else if (expr instanceof Expr.Preset preset) {
            return "$" + preset.name();
        } else if (expr instanceof Expr.Constant constant) {
            return String.valueOf(constant.value());
        }
        return test(expr);
    }

    private static String test(Expr expr) {
        if (expr instanceof Expr.Compare test) {
            return print(test.left()) + " " + test.comparison().symbol() + " " + print(test.right());
        } else if (expr instanceof Expr.CompareFields test) {
            return print(test.left()) + " " + test.comparison().symbol() + " " + print(test.right());
        } else if (expr instanceof Expr.Find find) {
            return print(find.operand()) + " " + find.operator().text() + " " + print(find.part());
        } else if (expr instanceof Expr.Matches matches) {
            return print(matches.operand()) + " ~ " + Literals.quoted(matches.pattern());
        } else if (expr instanceof Expr.In in) {
            return in.items().stream()
                    .map(ExprPrinter::print)
                    .collect(Collectors.joining(
                            ", ", print(in.operand()) + (in.negated() ? " not in {" : " in {"), "}"));
        } else if (expr instanceof Expr.Present present) {
            return print(present.operand());
        }
        throw new IllegalArgumentException("not a test: " + expr);
    }

    static String print(Operand operand) {
        if (operand instanceof Operand.Plain plain) {
            return plain.field().text() + (plain.slice() == null ? "" : print(plain.slice()));
        } else if (operand instanceof Operand.Keyed keyed) {
            return keyed.field().text() + key(keyed.key());
        } else if (operand instanceof Operand.Json json) {
            return json.path().steps().stream()
                    .map(ExprPrinter::print)
                    .collect(Collectors.joining("", Field.JSON.text(), ""));
        } else if (operand instanceof Operand.Call call) {
            return call.function().text() + "(" + print(call.argument()) + ")";
        }
        throw new IllegalArgumentException("not an operand: " + operand);
    }

    static String print(Literal literal) {
        if (literal instanceof Literal.Number number) {
            return number.value().toPlainString() + number.unit().text();
        } else if (literal instanceof Literal.Text text) {
            return Literals.quoted(text.value());
        } else if (literal instanceof Literal.Bytes bytes) {
            return bytes.hex().replaceAll("(..)(?=.)", "$1:");
        } else if (literal instanceof Literal.Word word) {
            return word.value();
        } else if (literal instanceof Literal.Bool bool) {
            return String.valueOf(bool.value());
        }
        return "null";
    }

    private static String print(Expr.Item item) {
        return item.from().equals(item.to()) ? print(item.from()) : print(item.from()) + ".." + print(item.to());
    }

    private static String print(Slice slice) {
        if (slice.single()) {
            return "[" + slice.start() + "]";
        }
        return "[" + slice.start() + ":" + (slice.length() == null ? "" : slice.length()) + "]";
    }

    private static String print(JsonPath.Step step) {
        if (step instanceof JsonPath.Step.Key key) {
            return key(key.name());
        } else if (step instanceof JsonPath.Step.Index index) {
            return "[" + index.index() + "]";
        } else if (step instanceof JsonPath.Step.Anywhere anywhere) {
            return ".." + anywhere.name();
        }
        throw new IllegalArgumentException("not a step: " + step);
    }

    private static String key(String key) {
        return PLAIN_KEY.matcher(key).matches() ? "." + key : "[" + Literals.quoted(key) + "]";
    }

    private static String join(List<Expr> terms, String operator) {
        return terms.stream().map(ExprPrinter::inner).collect(Collectors.joining(operator));
    }

    /** In parentheses unless it is a single word, so that nobody takes the sign for a part of what follows. */
    private static String negated(Expr expr) {
        boolean word = expr instanceof Expr.Present || expr instanceof Expr.Preset || expr instanceof Expr.Constant;
        return word || expr instanceof Expr.Not ? print(expr) : "(" + print(expr) + ")";
    }

    /** In parentheses where it would not stay together by itself. */
    private static String inner(Expr expr) {
        boolean together = !(expr instanceof Expr.Or)
                && !(expr instanceof Expr.And and && !and.terms().isEmpty());
        return together ? print(expr) : "(" + print(expr) + ")";
    }
}
