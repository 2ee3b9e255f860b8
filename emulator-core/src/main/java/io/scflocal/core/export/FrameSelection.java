package io.scflocal.core.export;

/** Which frames are exported. */
public interface FrameSelection {

    /** All of them, with all connections and the log. */
    FrameSelection ALL = new FrameSelection() {
        @Override
        public long next(long from) {
            return from;
        }

        @Override
        public boolean isAll() {
            return true;
        }
    };

    /**
     * The number of the first selected frame from {@code from} on; any number that no frame has when there is none. May be asked again
     * for numbers it was asked before.
     */
    long next(long from);

    /** Whether connections without frames and the log are exported as well. */
    default boolean isAll() {
        return false;
    }
}
