package io.scflocal.app.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FrameRangesTest {
    @Test
    void rangesThatTouchBecomeOne() {
        FrameRanges ranges = FrameRanges.between(10, 5).with(FrameRanges.between(11, 12));
        assertEquals(FrameRanges.between(5, 12), ranges);
        assertEquals(2, ranges.with(FrameRanges.between(14, 14)).ranges().size());
    }

    @Test
    void aToggledFrameSplitsItsRangeAndComesBack() {
        FrameRanges all = FrameRanges.between(0, 9_999_999);
        FrameRanges without = all.toggled(500);
        assertFalse(without.contains(500));
        assertTrue(without.contains(499) && without.contains(501));
        assertEquals(all, without.toggled(500));
        assertTrue(FrameRanges.NONE.toggled(3).toggled(3).isEmpty());
    }

    @Test
    void onlyRowsThatAreShownCount() {
        FrameRanges ranges = FrameRanges.between(2, 4).with(FrameRanges.between(8, 100));
        assertEquals(5, ranges.rowsIn(new Rows(new AllFrames(10), 0, 10)));
        assertEquals(3, ranges.rowsIn(new Rows(new AllFrames(10), 4, 6)));
    }
}
