package io.scflocal.app.detail;

import io.scflocal.app.decode.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The shortest way from one list of lines to another. Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986. It
 * costs time and memory by the number of differences, so there is a limit to them.
 */
final class LineDiff {
    private static final int MAX_DIFFERENCES = 1_500;

    private final List<String> left;
    private final List<String> right;
    private final Cancellation cancellation;
    private final List<int[]> trace = new ArrayList<>();

    /** What becomes of a line. */
    enum Change {
        SAME,
        REMOVED,
        ADDED
    }

    /**
     * One line.
     *
     * @param change what becomes of it
     * @param text the line
     */
    record Step(Change change, String text) {}

    private LineDiff(List<String> left, List<String> right, Cancellation cancellation) {
        this.left = left;
        this.right = right;
        this.cancellation = cancellation;
    }

    /** All lines of both lists in their order; empty if there are too many differences. */
    static Optional<List<Step>> of(List<String> left, List<String> right, Cancellation cancellation) {
        int start = 0;
        int shorter = Math.min(left.size(), right.size());
        while (start < shorter && left.get(start).equals(right.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && left.get(left.size() - 1 - end).equals(right.get(right.size() - 1 - end))) {
            end++;
        }
        List<String> tail = left.subList(left.size() - end, left.size());
        List<Step> steps = new ArrayList<>();
        left.subList(0, start).forEach(line -> steps.add(new Step(Change.SAME, line)));
        LineDiff middle = new LineDiff(
                left.subList(start, left.size() - end), right.subList(start, right.size() - end), cancellation);
        return middle.steps().map(different -> {
            steps.addAll(different);
            tail.forEach(line -> steps.add(new Step(Change.SAME, line)));
            return steps;
        });
    }

    private Optional<List<Step>> steps() {
        int differences = search();
        if (differences < 0) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        int x = left.size();
        int y = right.size();
        for (int d = differences; d > 0; d--) {
            int[] before = trace.get(d - 1);
            int k = x - y;
            boolean down = k == -d || k != d && at(before, k - 1) < at(before, k + 1);
            int fromK = down ? k + 1 : k - 1;
            int fromX = at(before, fromK);
            while (x > (down ? fromX : fromX + 1)) {
                x--;
                y--;
                steps.add(new Step(Change.SAME, left.get(x)));
            }
            if (down) {
                y--;
                steps.add(new Step(Change.ADDED, right.get(y)));
            } else {
                x--;
                steps.add(new Step(Change.REMOVED, left.get(x)));
            }
        }
        while (x > 0) {
            x--;
            steps.add(new Step(Change.SAME, left.get(x)));
        }
        Collections.reverse(steps);
        return Optional.of(steps);
    }

    /** The furthest place on diagonal {@code k} with as many differences as the array was made for; the diagonals lie around its middle. */
    private static int at(int[] furthest, int k) {
        int index = k + furthest.length / 2;
        return index < 0 || index >= furthest.length ? -1 : furthest[index];
    }

    /** How many differences there are; -1 if too many. */
    private int search() {
        int[] before = {0, 0, 0};
        for (int d = 0; d <= MAX_DIFFERENCES; d++) {
            cancellation.check();
            int[] furthest = new int[2 * d + 3];
            Arrays.fill(furthest, -1);
            for (int k = -d; k <= d; k += 2) {
                boolean down = k == -d || k != d && at(before, k - 1) < at(before, k + 1);
                int x = d == 0 ? 0 : down ? at(before, k + 1) : at(before, k - 1) + 1;
                while (x < left.size() && x - k < right.size() && left.get(x).equals(right.get(x - k))) {
                    x++;
                }
                furthest[k + d + 1] = x;
                if (x >= left.size() && x - k >= right.size()) {
                    trace.add(furthest);
                    return d;
                }
            }
            trace.add(furthest);
            before = furthest;
        }
        return -1;
    }
}
