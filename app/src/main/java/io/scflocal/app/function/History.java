package io.scflocal.app.function;

import java.util.Arrays;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * The newest values of something that is measured regularly; older ones are forgotten.
 *
 * <p>JavaFX thread only.
 */
final class History {
    private final double[] ring;
    private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper();

    /** Keeps {@code capacity} values. */
    History(int capacity) {
        ring = new double[capacity];
    }

    /** Adds the newest value. */
    void add(double value) {
        ring[(int) (count.get() % ring.length)] = value;
        count.set(count.get() + 1);
    }

    /** Forgets everything. */
    void clear() {
        count.set(0);
    }

    /** How many values are kept at most. */
    int capacity() {
        return ring.length;
    }

    /** How many values were added since the beginning; changes with every change. */
    ReadOnlyLongProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** What is kept, oldest first. */
    double[] values() {
        int size = (int) Math.min(count.get(), ring.length);
        double[] result = new double[size];
        Arrays.setAll(result, i -> ring[(int) ((count.get() - size + i) % ring.length)]);
        return result;
    }

    /** The greatest value that is kept; 0 if none is. */
    double max() {
        return Arrays.stream(values()).max().orElse(0);
    }
}
