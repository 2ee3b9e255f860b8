package io.scflocal.core.capture;

import java.util.List;
import java.util.Optional;

/**
 * What users have noted on the frames of a capture: marks, labels and notes. They are kept in the capture's own files.
 *
 * <p>Thread-safe; nothing blocks.
 */
public interface Annotations {

    /** There are none, and none can be added. */
    Annotations NONE = new Annotations() {
        @Override
        public Optional<Annotation> of(long frame) {
            return Optional.empty();
        }

        @Override
        public List<Annotation> all() {
            return List.of();
        }

        @Override
        public long changes() {
            return 0;
        }

        @Override
        public boolean isWritable() {
            return false;
        }

        @Override
        public void set(long frame, boolean marked, String label, String note) {
            throw new UnsupportedOperationException("This capture is only read.");
        }
    };

    /** What is noted on a frame. */
    Optional<Annotation> of(long frame);

    /** All of them, in the order of the frames. */
    List<Annotation> all();

    /** How often something was noted or taken back. Cheap enough to be asked at every pulse of the screen. */
    long changes();

    /** Whether {@link #set} is possible; a capture that was opened again is only read. */
    boolean isWritable();

    /**
     * Notes something on a frame in place of what was noted before, with the time of now; nothing at all takes it back.
     *
     * @param label cut at {@link Annotation#LONGEST_LABEL} characters
     * @param note cut at {@link Annotation#LONGEST_NOTE} characters
     */
    void set(long frame, boolean marked, String label, String note);

    /** Marks a frame or takes its mark away; its label and note stay. */
    default void mark(long frame, boolean marked) {
        Optional<Annotation> present = of(frame);
        set(
                frame,
                marked,
                present.map(Annotation::label).orElse(""),
                present.map(Annotation::note).orElse(""));
    }

    /** Labels a frame, with an empty text no longer; its mark and note stay. */
    default void label(long frame, String label) {
        Optional<Annotation> present = of(frame);
        boolean marked = present.map(Annotation::marked).orElse(false);
        set(frame, marked, label, present.map(Annotation::note).orElse(""));
    }

    /** Writes a note on a frame, with an empty text no longer; its mark and label stay. */
    default void note(long frame, String note) {
        Optional<Annotation> present = of(frame);
        boolean marked = present.map(Annotation::marked).orElse(false);
        set(frame, marked, present.map(Annotation::label).orElse(""), note);
    }
}
