package io.scflocal.app.traffic;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Which frames are selected, among them the one that is looked at.
 *
 * <p>JavaFX thread only. Runs without a toolkit.
 */
final class SelectedFrames {
    private final ReadOnlyObjectWrapper<FrameRanges> frames =
            new ReadOnlyObjectWrapper<>(this, "frames", FrameRanges.NONE);
    private FrameRanges others = FrameRanges.NONE;
    private long anchor = TrafficViewModel.NO_FRAME;

    /** How a choice goes together with what is selected already. */
    enum Mode {
        /** In its place. */
        ONLY,
        /** From where the last choice began up to this frame. */
        EXTEND,
        /** One more, or one less. */
        TOGGLE
    }

    /** The user chooses a frame. */
    void choose(long frame, Mode mode) {
        if (mode == Mode.EXTEND && anchor != TrafficViewModel.NO_FRAME) {
            frames.set(others.with(FrameRanges.between(anchor, frame)));
            return;
        }
        anchor = frame;
        if (mode == Mode.TOGGLE) {
            others = frames.get().toggled(frame);
            frames.set(others);
        } else {
            others = FrameRanges.NONE;
            frames.set(FrameRanges.between(frame, frame));
        }
    }

    /** Selects every frame that is shown. */
    void all(Rows rows) {
        others = FrameRanges.NONE;
        frames.set(
                rows.size() == 0
                        ? FrameRanges.NONE
                        : FrameRanges.between(rows.frameAt(0), rows.frameAt(rows.size() - 1)));
    }

    /** Selects nothing. */
    void clear() {
        anchor = TrafficViewModel.NO_FRAME;
        others = FrameRanges.NONE;
        frames.set(FrameRanges.NONE);
    }

    /** The selected frames; those of them that are not shown count for nothing. */
    ReadOnlyObjectProperty<FrameRanges> framesProperty() {
        return frames.getReadOnlyProperty();
    }
}
