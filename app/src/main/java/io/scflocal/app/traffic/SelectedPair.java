package io.scflocal.app.traffic;

import java.util.OptionalLong;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * The two frames that are selected, as long as there are exactly two: what can be compared.
 *
 * <p>JavaFX thread only. Runs without a toolkit.
 */
final class SelectedPair {
    private final ReadOnlyBooleanWrapper there = new ReadOnlyBooleanWrapper(this, "there");
    private BiConsumer<Long, Long> use = (earlier, later) -> {};
    private long earlier;
    private long later;

    /** Looks at what is selected now. */
    void look(Rows rows, FrameRanges selected) {
        boolean two = selected.rowsIn(rows) == 2;
        if (two) {
            earlier = next(rows, selected, 0).orElseThrow();
            later = next(rows, selected, earlier + 1).orElseThrow();
        }
        there.set(two);
    }

    private static OptionalLong next(Rows rows, FrameRanges selected, long from) {
        return selected.ranges().stream()
                .filter(range -> range.to() > from)
                .mapToLong(range -> rows.firstFrameRowFrom(Math.max(from, range.from())))
                .filter(row -> row < rows.size() && selected.contains(rows.frameAt(row)))
                .map(rows::frameAt)
                .findFirst();
    }

    /** From now on {@code compare} is given the numbers of the frames, the earlier one first. */
    void onCompare(BiConsumer<Long, Long> compare) {
        use = compare;
    }

    /** Has them compared, if there are two. */
    void compare() {
        if (there.get()) {
            use.accept(earlier, later);
        }
    }

    /** Whether exactly two frames are selected. */
    ReadOnlyBooleanProperty thereProperty() {
        return there.getReadOnlyProperty();
    }
}
