package io.scflocal.app.traffic;

import io.scflocal.core.capture.Gap;
import io.scflocal.core.export.FrameSelection;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * Which frames of the list are selected, and which of them is looked at.
 *
 * <p>JavaFX thread only. Runs without a toolkit.
 */
final class FrameChoice {
    private static final long NO_FRAME = TrafficViewModel.NO_FRAME;

    private final FrameList list;
    private final SelectedFrames selection = new SelectedFrames();
    private final SelectedPair pair = new SelectedPair();
    private final ReadOnlyLongWrapper lookedAt = new ReadOnlyLongWrapper(this, "lookedAt", NO_FRAME);

    /** Nothing is selected yet of {@code list}. */
    FrameChoice(FrameList list) {
        this.list = list;
        selection.framesProperty().addListener((property, before, now) -> pair.look(list.rows(), now));
    }

    /** Selects a row that is in view. */
    void select(long row) {
        select(row, SelectedFrames.Mode.ONLY);
    }

    /** Selects a row that is in view, in the way given. */
    void select(long row, SelectedFrames.Mode mode) {
        if (row >= 0 && row < list.position().model().total()) {
            move(model -> model.select(row), mode);
        }
    }

    /** Moves what is looked at, which is selected in the way given. */
    void move(Consumer<GridModel> move, SelectedFrames.Mode mode) {
        long before = list.position().model().selected();
        list.move(move);
        long row = list.position().model().selected();
        if (row != Rows.NO_ROW && (row != before || mode != SelectedFrames.Mode.EXTEND)) {
            long frame = list.rows().frameAt(row);
            selection.choose(frame, mode);
            if (frame != lookedAt.get() || list.rows().isGap(row)) {
                lead(frame);
            }
            list.position().redraw();
        }
    }

    /** Looks at the frame so many rows below the one that is looked at; a negative number leads upwards. */
    void step(long rows) {
        move(model -> model.moveBy(rows), SelectedFrames.Mode.ONLY);
    }

    /** Selects every frame that is shown. */
    void selectAll() {
        selection.all(list.rows());
        list.position().redraw();
    }

    /** Where the user is: at the frame that is looked at, else before the first one in view. */
    long here() {
        boolean shown = list.position().model().selected() != Rows.NO_ROW;
        return shown || list.rows().size() == 0
                ? lookedAt.get()
                : list.rows().frameAt(list.position().model().top()) - 1;
    }

    /** Brings a frame into view and looks at it, if it is listed. */
    void goTo(long frame) {
        long row = list.rows().rowOf(frame);
        if (row != Rows.NO_ROW) {
            move(model -> model.moveTo(row), SelectedFrames.Mode.ONLY);
        }
    }

    /** Selects nothing and looks at nothing. */
    void nothing() {
        selection.clear();
        lead(NO_FRAME);
    }

    private void lead(long number) {
        list.lead(number);
        // A row that stands for missing frames has nothing to be looked at.
        boolean missing = number < list.rows().gap().map(Gap::end).orElse(0L);
        lookedAt.set(missing ? NO_FRAME : number);
    }

    /** The frames that are listed now, to be exported. */
    FrameSelection shown() {
        Rows now = list.rows();
        return from -> {
            long row = now.firstFrameRowFrom(from);
            return row < now.size() ? now.frameAt(row) : NO_FRAME;
        };
    }

    /** Those of them that are selected. */
    FrameSelection selected() {
        FrameRanges ranges = selection.framesProperty().get();
        FrameSelection shown = shown();
        return from -> {
            long number = shown.next(from);
            while (number != NO_FRAME && !ranges.contains(number)) {
                number = shown.next(number + 1);
            }
            return number;
        };
    }

    /** Other frames are listed: what was selected beside the one that is looked at meant frames of before. */
    void keepLookedAt() {
        if (lookedAt.get() != NO_FRAME) {
            selection.choose(lookedAt.get(), SelectedFrames.Mode.ONLY);
        }
    }

    /** Which frames are selected. */
    SelectedFrames selection() {
        return selection;
    }

    /** What can be compared. */
    SelectedPair pair() {
        return pair;
    }

    /** Number of the frame that is looked at, or {@link TrafficViewModel#NO_FRAME}. */
    ReadOnlyLongProperty lookedAtProperty() {
        return lookedAt.getReadOnlyProperty();
    }
}
