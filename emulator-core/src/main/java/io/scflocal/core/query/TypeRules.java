package io.scflocal.core.query;

import io.scflocal.core.query.QueryError.Code;
import io.scflocal.core.query.QueryError.Expected;
import java.math.BigDecimal;

/** Which operators and literals go with which type. */
final class TypeRules {
    private static final BigDecimal HIGHEST_OPCODE = BigDecimal.valueOf(15);
    private static final BigDecimal HIGHEST_BYTE = BigDecimal.valueOf(255);

    private TypeRules() {}

    static Expected expected(ValueType type) {
        return switch (type) {
            case NUMBER -> Expected.NUMBER;
            case SIZE -> Expected.SIZE;
            case DURATION -> Expected.DURATION;
            case TIME -> Expected.TIME;
            case BOOLEAN -> Expected.BOOLEAN;
            case TEXT -> Expected.STRING;
            case BYTES -> Expected.BYTES;
            case WORD, OPCODE, DIRECTION, ORIGIN, KIND -> Expected.WORD;
            case ANY -> Expected.LITERAL;
        };
    }

    /** Whether a constant can be compared with an operand. */
    static boolean goes(Operand operand, Literal literal) {
        return literal instanceof Literal.Null
                || switch (operand.type()) {
                    case NUMBER -> hasUnit(literal, ValueType.NUMBER);
                    case SIZE -> hasUnit(literal, ValueType.NUMBER) || hasUnit(literal, ValueType.SIZE);
                    case DURATION -> hasUnit(literal, ValueType.DURATION);
                    case TIME ->
                        hasUnit(literal, ValueType.DURATION)
                                || literal instanceof Literal.Text text && TimeLiteral.isTime(text.value());
                    case BOOLEAN -> literal instanceof Literal.Bool;
                    case TEXT -> literal instanceof Literal.Text;
                    case WORD -> literal instanceof Literal.Text || literal instanceof Literal.Word;
                    case BYTES ->
                        literal instanceof Literal.Text
                                || literal instanceof Literal.Bytes
                                || isSingleByte(operand) && isUpTo(literal, HIGHEST_BYTE);
                    case OPCODE -> literal instanceof Literal.Word || isUpTo(literal, HIGHEST_OPCODE);
                    case DIRECTION, ORIGIN, KIND -> literal instanceof Literal.Word;
                    case ANY ->
                        literal instanceof Literal.Text
                                || literal instanceof Literal.Bool
                                || hasUnit(literal, ValueType.NUMBER)
                                || hasUnit(literal, ValueType.SIZE);
                };
    }

    static void checkComparison(Operand left, Comparison comparison, int position) {
        if (comparison.isOrder() && !left.type().isOrdered()) {
            throw wrongOperator(comparison.symbol(), position, left.type());
        }
    }

    /** null has no order, and neither has a set with null in it. */
    static void checkLiteral(Operand left, Literal literal, boolean order, int position) {
        if (!goes(left, literal) || order && literal instanceof Literal.Null) {
            String words = String.join(", ", left.type().words());
            throw Source.error(Code.WRONG_VALUE, position, ExprPrinter.print(literal), expected(left.type()), words);
        }
    }

    static void checkFields(Operand left, Operand right, int position) {
        boolean same = left.type() == right.type()
                || left.type() == ValueType.ANY
                || right.type() == ValueType.ANY
                || left.type().isText() && right.type().isText();
        if (!same) {
            throw Source.error(Code.WRONG_VALUE, position, ExprPrinter.print(right), expected(left.type()), "");
        }
    }

    static void checkFind(Operand operand, String operator, int position) {
        if (!operand.type().isText() && operand.type() != ValueType.BYTES) {
            throw wrongOperator(operator, position, operand.type());
        }
    }

    static void checkMatches(Operand operand, String operator, int position) {
        if (!operand.type().isText()) {
            throw wrongOperator(operator, position, operand.type());
        }
    }

    private static QueryException wrongOperator(String operator, int position, ValueType type) {
        return Source.error(
                Code.WRONG_OPERATOR,
                position,
                operator,
                Expected.OPERATOR,
                String.join(" ", Completion.operators(type)));
    }

    private static boolean hasUnit(Literal literal, ValueType type) {
        return literal instanceof Literal.Number number && number.unit().type() == type;
    }

    private static boolean isUpTo(Literal literal, BigDecimal highest) {
        return literal instanceof Literal.Number number
                && number.unit() == Unit.NONE
                && number.value().signum() >= 0
                && number.value().compareTo(highest) <= 0
                && number.value().stripTrailingZeros().scale() <= 0;
    }

    private static boolean isSingleByte(Operand operand) {
        return operand instanceof Operand.Plain plain
                && plain.slice() != null
                && plain.slice().single();
    }
}
