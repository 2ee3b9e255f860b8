package io.scflocal.app.lines;

import java.util.HashMap;
import java.util.Map;

/**
 * How high lines are. They are measured when they are asked for, and some are kept.
 *
 * <p>JavaFX thread only.
 */
final class LineHeights {
    private static final int KEPT = 1_000;
    private static final int UNBROKEN = -1;

    private final LineRow measure;
    private final Map<Integer, Double> known = new HashMap<>();

    /** Measures with a row that is not shown. */
    LineHeights(LineRow measure) {
        this.measure = measure;
    }

    /** Everything is to be measured anew. */
    void forget() {
        known.clear();
    }

    /** A line that is broken at a width. */
    double broken(int number, Line line, double width) {
        return height(number, line, width);
    }

    /** Any line that is not broken. */
    double unbroken() {
        return height(UNBROKEN, Line.plain("Ag"), Double.MAX_VALUE / 2);
    }

    private double height(int number, Line line, double width) {
        Double kept = known.get(number);
        if (kept != null) {
            return kept;
        }
        if (known.size() > KEPT) {
            known.clear();
        }
        measure.show(number, line, false, "");
        double height = Math.max(1, measure.heightFor(width));
        known.put(number, height);
        return height;
    }
}
