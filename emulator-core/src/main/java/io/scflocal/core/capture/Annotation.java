package io.scflocal.core.capture;

/**
 * What somebody has noted on a frame.
 *
 * @param frame number of the frame
 * @param epochNanos when it was noted last, nanoseconds since 1970-01-01T00:00:00Z, on the same clock as the frames
 * @param marked whether the frame is marked
 * @param label a short name, for example of a colour; empty if none
 * @param note free text; empty if none
 */
public record Annotation(long frame, long epochNanos, boolean marked, String label, String note) {
    /** The longest label, in characters. */
    public static final int LONGEST_LABEL = 100;

    /** The longest note, in characters. */
    public static final int LONGEST_NOTE = 16_384;

    public Annotation {
        label = label.substring(0, Math.min(label.length(), LONGEST_LABEL));
        note = note.substring(0, Math.min(note.length(), LONGEST_NOTE));
    }

    /** Whether it says nothing, so that there is none. */
    public boolean isEmpty() {
        return !marked && label.isEmpty() && note.isEmpty();
    }
}
