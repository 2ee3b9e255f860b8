package io.scflocal.core.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/** Makes the tests for one thread out of a tree, with the cheapest way for each. */
final class Compiler {
    private final Constants constants;
    private final Values values = new Values();
    private final BooleanSupplier cancelled;

    Compiler(QueryEnvironment environment, BooleanSupplier cancelled) {
        constants = new Constants(environment);
        this.cancelled = cancelled;
    }

    FrameTest compile(Expr expr) {
        if (expr instanceof Expr.And and) {
            return FrameTests.all(all(and.terms()));
        } else if (expr instanceof Expr.Or or) {
            return FrameTests.any(all(or.terms()));
        } else if (expr instanceof Expr.Not not) {
            return FrameTests.not(compile(not.term()));
        } else if (expr instanceof Expr.Preset preset) {
            return compile(preset.body());
        } else if (expr instanceof Expr.Constant constant) {
            return FrameTests.ofMarks(marks -> constant.value());
        }
        return test(expr);
    }

    private List<FrameTest> all(List<Expr> terms) {
        List<FrameTest> tests = new ArrayList<>();
        for (Expr term : terms) {
            tests.add(compile(term));
        }
        return tests;
    }

    private FrameTest test(Expr expr) {
        if (expr instanceof Expr.Compare test) {
            return compare(test);
        } else if (expr instanceof Expr.CompareFields test) {
            FrameTest two = new ValueTest.OfTwo(values, test.left(), test.comparison(), test.right());
            return ConnectionValues.isOfConnection(test.left()) && ConnectionValues.isOfConnection(test.right())
                    ? new ConnectionTest(two)
                    : two;
        } else if (expr instanceof Expr.Find find) {
            return find(find);
        } else if (expr instanceof Expr.Matches matches) {
            return matches(matches);
        } else if (expr instanceof Expr.In in) {
            return in(in);
        } else if (expr instanceof Expr.Present present) {
            return present(present.operand());
        }
        throw new IllegalArgumentException("not a test: " + expr);
    }

    private FrameTest compare(Expr.Compare test) {
        Operand operand = test.left();
        if (test.right() instanceof Literal.Null) {
            FrameTest there = ofValues(operand, value -> value != JsonReader.NULL);
            return test.comparison() == Comparison.EQ ? FrameTests.not(there) : there;
        }
        ValueType type = operand.type();
        if (operand instanceof Operand.Plain plain) {
            if (Headers.isLong(plain.field())) {
                return LongTest.of(plain.field(), constants.ranges(type, test.comparison(), test.right()));
            }
            if (isRaw(plain) && !test.comparison().isOrder()) {
                BytesTest.Operation operation =
                        test.comparison() == Comparison.EQ ? BytesTest.Operation.EQUALS : BytesTest.Operation.DIFFERS;
                return new BytesTest(plain.field(), plain.slice(), operation, (byte[])
                        Constants.value(ValueType.BYTES, test.right()));
            }
        }
        return ofValues(operand, Constants.compare(type, test.comparison(), test.right()));
    }

    private FrameTest find(Expr.Find find) {
        byte[] part = find.part() instanceof Literal.Bytes bytes
                ? bytes.value()
                : ((Literal.Text) find.part()).value().getBytes(StandardCharsets.UTF_8);
        boolean byBytes = find.operator() != TextOperator.ICONTAINS || ByteArrays.isAscii(part);
        if (byBytes && find.operand() instanceof Operand.Plain plain && isRaw(plain)) {
            byte[] wanted = find.operator() == TextOperator.ICONTAINS ? ByteArrays.lower(part) : part;
            return new BytesTest(plain.field(), plain.slice(), BytesTest.operation(find.operator()), wanted);
        }
        return ofValues(find.operand(), Constants.find(find.operator(), find.part()));
    }

    private FrameTest matches(Expr.Matches matches) {
        if (matches.operand().equals(new Operand.Plain(Field.TEXT, null))) {
            return new PatternTest(matches.pattern());
        }
        Matcher matcher = Patterns.compile(matches.pattern()).matcher("");
        DecodedText text = new DecodedText(cancelled);
        return ofValues(matches.operand(), value -> {
            text.read(Constants.text(value));
            return PatternTest.find(matcher, text);
        });
    }

    private FrameTest in(Expr.In in) {
        ValueType type = in.operand().type();
        if (in.operand() instanceof Operand.Plain plain && Headers.isLong(plain.field())) {
            return LongTest.of(plain.field(), constants.ranges(type, in.items(), in.negated()));
        }
        return ofValues(in.operand(), Constants.in(type, in.items(), in.negated()));
    }

    private FrameTest present(Operand operand) {
        if (operand instanceof Operand.Plain plain) {
            if (Headers.isLong(plain.field())) {
                return LongTest.of(plain.field(), Ranges.between(Long.MIN_VALUE + 1, Long.MAX_VALUE));
            }
            if (isRaw(plain)) {
                return new BytesTest(plain.field(), plain.slice(), BytesTest.Operation.NOT_EMPTY, new byte[0]);
            }
        }
        return ofValues(operand, value -> value != JsonReader.NULL && !value.equals(false) && !value.equals(""));
    }

    /** Whether the value is bytes in the capture; a part of a text is not, because it counts characters. */
    private static boolean isRaw(Operand.Plain plain) {
        return switch (plain.field()) {
            case TEXT -> plain.slice() == null;
            case BYTES, FRAME -> true;
            default -> false;
        };
    }

    private FrameTest ofValues(Operand operand, Predicate<Object> predicate) {
        if (operand instanceof Operand.Plain plain && Headers.isInMarks(plain.field())) {
            return FrameTests.ofMarks(marks -> predicate.test(Headers.ofMarks(plain.field(), marks)));
        }
        FrameTest test = new ValueTest(values, operand, predicate);
        return ConnectionValues.isOfConnection(operand) ? new ConnectionTest(test) : test;
    }
}
