package io.scflocal.core.query;

/** A test of one frame; its instances may keep caches and belong to one thread. */
interface FrameTest {

    /** What a test says when only the marks of a frame are known, see {@link Subject#marks()}. */
    enum Known {
        YES,
        NO,
        DEPENDS;

        static Known of(boolean value) {
            return value ? YES : NO;
        }

        Known negated() {
            return switch (this) {
                case YES -> NO;
                case NO -> YES;
                case DEPENDS -> DEPENDS;
            };
        }
    }

    boolean test(Subject subject);

    /** The dearest that the test may have to read. */
    Tier tier();

    /** What it says of every frame with these marks. */
    default Known known(int marks) {
        return Known.DEPENDS;
    }
}
