package io.scflocal.app.traffic;

import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Goes from one found or marked frame to the next.
 *
 * <p>JavaFX thread only. Runs without a toolkit.
 */
final class FrameSteps {
    private final FrameList list;
    private final FindViewModel find;
    private final FrameMarks marks;
    private final LongSupplier here;
    private final LongConsumer goTo;
    private Optional<Boolean> wantedHit = Optional.empty();

    /**
     * Goes nowhere yet.
     *
     * @param here number of the frame that the steps begin at
     * @param goTo brings a frame into view and looks at it
     */
    FrameSteps(FrameList list, FindViewModel find, FrameMarks marks, LongSupplier here, LongConsumer goTo) {
        this.list = list;
        this.find = find;
        this.marks = marks;
        this.here = here;
        this.goTo = goTo;
    }

    /** Looks at the next frame that was found, or at the one before. */
    void toHit(boolean forward) {
        find.hurry();
        wantedHit = Optional.of(forward);
        refresh();
    }

    /** A search in a long capture finds its first frame after a while, and the user has asked only once. Call it at every pulse. */
    void refresh() {
        Optional<Long> hit = wantedHit.flatMap(forward -> find.next(list, here.getAsLong(), forward));
        if (hit.isPresent() || find.isDone()) {
            wantedHit = Optional.empty();
        }
        hit.ifPresent(goTo::accept);
    }

    /** Looks at the next marked frame, or at the one before. */
    void toMark(boolean forward) {
        marks.next(list.rows(), here.getAsLong(), forward).ifPresent(goTo::accept);
    }
}
