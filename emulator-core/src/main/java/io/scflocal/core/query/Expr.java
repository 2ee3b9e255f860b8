package io.scflocal.core.query;

import java.util.List;

/** The typed tree of an expression. A test whose value is missing does not hold, whatever its operator. */
public sealed interface Expr {

    /** Holds if one does; at least two. */
    record Or(List<Expr> terms) implements Expr {
        public Or {
            terms = List.copyOf(terms);
        }
    }

    /** Holds if all do; none at all always holds. */
    record And(List<Expr> terms) implements Expr {
        public And {
            terms = List.copyOf(terms);
        }
    }

    record Not(Expr term) implements Expr {}

    record Compare(Operand left, Comparison comparison, Literal right) implements Expr {}

    record CompareFields(Operand left, Comparison comparison, Operand right) implements Expr {}

    /** {@code part} is a text or bytes. */
    record Find(Operand operand, TextOperator operator, Literal part) implements Expr {}

    /** A pattern of {@link java.util.regex.Pattern}, found anywhere, without regard to case unless it says {@code (?-i)}. */
    record Matches(Operand operand, String pattern) implements Expr {}

    record In(Operand operand, boolean negated, List<Item> items) implements Expr {
        public In {
            items = List.copyOf(items);
        }
    }

    /** A field by itself: a boolean is true, JSON is neither null nor false, anything else is there. */
    record Present(Operand operand) implements Expr {}

    /** A named expression. */
    record Preset(String name, Expr body) implements Expr {}

    /** Always or never. */
    record Constant(boolean value) implements Expr {}

    /** A member of a set; one value if both are equal. */
    record Item(Literal from, Literal to) {}

    /** In the language, as it parses to the same tree. */
    default String text() {
        return ExprPrinter.print(this);
    }
}
