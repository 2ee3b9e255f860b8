package io.scflocal.core.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/** The tests that join others, and the one that looks at the marks only. */
final class FrameTests {
    private FrameTests() {}

    /** One bit for each value that the marks of a frame can have. */
    record OfMarks(BitSet matching) implements FrameTest {
        @Override
        public boolean test(Subject subject) {
            return matching.get(subject.marks());
        }

        @Override
        public Tier tier() {
            return Tier.HEADER;
        }

        @Override
        public Known known(int marks) {
            return Known.of(matching.get(marks));
        }
    }

    /** Holds if one of the terms holds or, with {@code all}, if none of them doesn't. */
    private record Joined(FrameTest[] terms, boolean all) implements FrameTest {
        @Override
        public boolean test(Subject subject) {
            for (FrameTest term : terms) {
                if (term.test(subject) != all) {
                    return !all;
                }
            }
            return all;
        }

        @Override
        public Tier tier() {
            Tier tier = Tier.HEADER;
            for (FrameTest term : terms) {
                tier = tier.and(term.tier());
            }
            return tier;
        }

        @Override
        public Known known(int marks) {
            Known known = Known.of(all);
            for (FrameTest term : terms) {
                Known one = term.known(marks);
                if (one == Known.of(!all)) {
                    return one;
                }
                known = one == Known.DEPENDS ? one : known;
            }
            return known;
        }
    }

    private record Negated(FrameTest term) implements FrameTest {
        @Override
        public boolean test(Subject subject) {
            return !term.test(subject);
        }

        @Override
        public Tier tier() {
            return term.tier();
        }

        @Override
        public Known known(int marks) {
            return term.known(marks).negated();
        }
    }

    static FrameTest ofMarks(IntPredicate predicate) {
        BitSet matching = new BitSet(Subject.MARKS);
        for (int marks = 0; marks < Subject.MARKS; marks++) {
            matching.set(marks, predicate.test(marks));
        }
        return new OfMarks(matching);
    }

    static FrameTest all(List<FrameTest> terms) {
        return fold(join(LongTest.merged(terms), true));
    }

    static FrameTest any(List<FrameTest> terms) {
        return fold(join(terms, false));
    }

    static FrameTest not(FrameTest term) {
        return fold(new Negated(term));
    }

    /** The cheap ones first, and all that only look at the marks as one. */
    private static FrameTest join(List<FrameTest> terms, boolean all) {
        List<FrameTest> dear = new ArrayList<>();
        List<FrameTest> cheap = new ArrayList<>();
        for (FrameTest term : terms) {
            (term instanceof OfMarks ? cheap : dear).add(term);
        }
        if (!cheap.isEmpty()) {
            dear.add(0, fold(new Joined(cheap.toArray(FrameTest[]::new), all)));
        }
        dear.sort(Comparator.comparing(FrameTest::tier));
        return dear.size() == 1 ? dear.get(0) : new Joined(dear.toArray(FrameTest[]::new), all);
    }

    /** The same as a table, where the marks decide. */
    private static FrameTest fold(FrameTest test) {
        for (int marks = 0; marks < Subject.MARKS; marks++) {
            if (test.known(marks) == FrameTest.Known.DEPENDS) {
                return test;
            }
        }
        return ofMarks(marks -> test.known(marks) == FrameTest.Known.YES);
    }
}
