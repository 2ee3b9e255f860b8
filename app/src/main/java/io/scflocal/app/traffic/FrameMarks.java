package io.scflocal.app.traffic;

import io.scflocal.core.capture.Annotation;
import io.scflocal.core.capture.Annotations;
import java.util.List;
import java.util.Optional;

/**
 * The marks on the frames of a capture, as the user sets and visits them.
 *
 * <p>JavaFX thread only. Runs without a toolkit.
 */
final class FrameMarks {
    private Annotations annotations = Annotations.NONE;
    private long seen;

    /** Goes on with another capture. */
    void begin(Annotations now) {
        annotations = now;
        seen = now.changes();
    }

    /** Whether marks have changed since this was asked last. Nearly free. */
    boolean haveChanged() {
        boolean changed = annotations.changes() != seen;
        seen = annotations.changes();
        return changed;
    }

    boolean isMarked(long frame) {
        return annotations.of(frame).map(Annotation::marked).orElse(false);
    }

    /** Marks a frame, or takes its mark away; in a capture that is only read nothing happens. */
    void toggle(long frame) {
        if (annotations.isWritable()) {
            annotations.mark(frame, !isMarked(frame));
        }
    }

    /** Numbers of the marked frames, in ascending order. */
    List<Long> all() {
        return annotations.all().stream()
                .filter(Annotation::marked)
                .map(Annotation::frame)
                .toList();
    }

    /** The next marked frame after one that is shown, or the one before it; beyond the end it goes on at the other end. */
    Optional<Long> next(Rows rows, long from, boolean forward) {
        List<Long> shown = all().stream().filter(rows::shows).toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                forward
                        ? shown.stream()
                                .filter(frame -> frame > from)
                                .findFirst()
                                .orElse(shown.get(0))
                        : shown.stream()
                                .filter(frame -> frame < from)
                                .reduce((before, last) -> last)
                                .orElse(shown.get(shown.size() - 1)));
    }
}
