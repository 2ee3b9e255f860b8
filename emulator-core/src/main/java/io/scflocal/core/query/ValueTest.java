package io.scflocal.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Tests the values of an operand, whatever they are. */
record ValueTest(Values values, Operand operand, Predicate<Object> predicate) implements FrameTest {

    @Override
    public boolean test(Subject subject) {
        return values.anyMatch(operand, subject, predicate);
    }

    @Override
    public Tier tier() {
        return operand.tier();
    }

    /** Compares the values of two operands; it holds if it does for one pair. */
    record OfTwo(Values values, Operand left, Comparison comparison, Operand right) implements FrameTest {

        @Override
        public boolean test(Subject subject) {
            // All of the right ones first: reading one operand may replace the bytes that another is read from.
            List<Object> others = new ArrayList<>();
            values.anyMatch(right, subject, value -> {
                others.add(value);
                return false;
            });
            return values.anyMatch(left, subject, value -> {
                for (Object other : others) {
                    if (Constants.compares(value, comparison, other)) {
                        return true;
                    }
                }
                return false;
            });
        }

        @Override
        public Tier tier() {
            return left.tier().and(right.tier());
        }
    }
}
