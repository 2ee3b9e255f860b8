package io.scflocal.app.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.decode.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    private static Optional<List<LineDiff.Step>> diff(List<String> left, List<String> right) {
        return LineDiff.of(left, right, new Cancellation());
    }

    private static List<String> side(List<LineDiff.Step> steps, LineDiff.Change other) {
        return steps.stream()
                .filter(step -> step.change() != other)
                .map(LineDiff.Step::text)
                .toList();
    }

    @Test
    void theExampleOfThePaperTakesFiveChanges() {
        List<LineDiff.Step> steps =
                diff(List.of("ABCABBA".split("")), List.of("CBABAC".split(""))).orElseThrow();
        assertEquals(
                5,
                steps.stream()
                        .filter(step -> step.change() != LineDiff.Change.SAME)
                        .count());
    }

    @Test
    void bothSidesCanBeHadFromTheSteps() {
        Random random = new Random(1986);
        for (int i = 0; i < 2_000; i++) {
            List<String> left = lines(random);
            List<String> right = lines(random);
            List<LineDiff.Step> steps = diff(left, right).orElseThrow();
            assertEquals(left, side(steps, LineDiff.Change.ADDED));
            assertEquals(right, side(steps, LineDiff.Change.REMOVED));
            assertEquals(left.size() + right.size() - 2 * common(left, right), changes(steps));
        }
    }

    private static List<String> lines(Random random) {
        return random.ints(random.nextInt(9), 0, 4).mapToObj(Integer::toString).toList();
    }

    private static long changes(List<LineDiff.Step> steps) {
        return steps.stream()
                .filter(step -> step.change() != LineDiff.Change.SAME)
                .count();
    }

    /** Length of the longest common subsequence, the slow way. */
    private static int common(List<String> left, List<String> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        List<String> leftRest = left.subList(1, left.size());
        List<String> rightRest = right.subList(1, right.size());
        return left.get(0).equals(right.get(0))
                ? 1 + common(leftRest, rightRest)
                : Math.max(common(leftRest, right), common(left, rightRest));
    }

    @Test
    void whatIsTooDifferentIsNotCompared() {
        List<String> left = IntStream.range(0, 3_000).mapToObj(i -> "left " + i).collect(Collectors.toList());
        List<String> right =
                IntStream.range(0, 3_000).mapToObj(i -> "right " + i).toList();
        assertTrue(diff(left, right).isEmpty());
        List<String> longer = new ArrayList<>(left);
        longer.add(1_500, "x");
        assertEquals(1, changes(diff(left, longer).orElseThrow()));
    }
}
