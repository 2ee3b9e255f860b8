package io.scflocal.core.query;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Tests a field whose values are whole numbers. */
record LongTest(Field field, ToLongFunction<Subject> source, Ranges ranges) implements FrameTest {

    static LongTest of(Field field, Ranges ranges) {
        return new LongTest(field, Headers.source(field), ranges);
    }

    @Override
    public boolean test(Subject subject) {
        return ranges.contains(source.applyAsLong(subject));
    }

    @Override
    public Tier tier() {
        return field.tier();
    }

    @Override
    public Known known(int marks) {
        Ranges possible = Ranges.between(Headers.least(field), Long.MAX_VALUE);
        if (possible.intersect(ranges).isEmpty()) {
            return Known.NO;
        }
        boolean all = Headers.isAlwaysThere(field)
                && possible.intersect(ranges.complement()).isEmpty();
        return all ? Known.YES : Known.DEPENDS;
    }

    /** The same terms of a conjunction, with one test instead of several for each field. */
    static List<FrameTest> merged(List<FrameTest> terms) {
        Map<Field, LongTest> byField = new EnumMap<>(Field.class);
        List<FrameTest> merged = new ArrayList<>();
        for (FrameTest term : terms) {
            if (term instanceof LongTest test) {
                byField.merge(
                        test.field, test, (a, b) -> new LongTest(a.field, a.source, a.ranges.intersect(b.ranges)));
            } else {
                merged.add(term);
            }
        }
        merged.addAll(0, byField.values());
        return merged;
    }
}
