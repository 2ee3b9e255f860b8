package io.scflocal.app.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.app.testkit.FakeCapture;
import io.scflocal.app.testkit.Sample;
import io.scflocal.core.capture.Gap;
import io.scflocal.core.frame.Direction;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FrameTimesTest {
    private static final Direction UP = Direction.CLIENT_TO_FUNCTION;

    /** Sample frames come every four milliseconds. */
    private final FakeCapture capture = FakeCapture.of(
            Sample.text(0, 1, UP, "a"),
            Sample.text(1, 2, UP, "b"),
            Sample.text(2, 2, UP, "c"),
            Sample.text(3, 1, UP, "d"));

    private final Rows rows = new Rows(new AllFrames(4), 0, 4);

    private String time(TimeMode mode, long row) {
        long opened = capture.frame(0).epochNanos() - 1_000_000_000;
        FrameTimes times = new FrameTimes(
                mode,
                ZoneOffset.UTC,
                2,
                connection -> connection == 1 ? OptionalLong.of(opened) : OptionalLong.empty());
        return times.time(capture, rows, row, capture.frame(row));
    }

    @Test
    void countsFromWhatTheUserHasChosen() {
        assertEquals("01:41:07.132", time(TimeMode.CLOCK, 3));
        assertEquals("+1.012", time(TimeMode.OPEN, 3));
        assertEquals("+0.004", time(TimeMode.SHOWN, 3));
        assertEquals("+0.012", time(TimeMode.CONNECTION, 3));
        assertEquals("+0.004", time(TimeMode.REFERENCE, 3));
        assertEquals("-0.008", time(TimeMode.REFERENCE, 0));
    }

    @Test
    void belowMissingFramesItCountsFromTheLastOfThem() {
        long last = capture.frame(1).epochNanos() - 2_000_000;
        Gap gap = new Gap(1, 1, last, last, 0);
        Rows below = new Rows(new AllFrames(4), 1, 4, Optional.of(gap));
        assertEquals("+0.002", FrameTimes.delta(capture, below, 1, capture.frame(1)));
        Rows listed = new Rows(new AllFrames(4), 0, 5, Optional.of(gap.endingAt(0)));
        assertEquals("", FrameTimes.delta(capture, listed, 1, capture.frame(0)));
    }

    @Test
    void saysNothingWhereThereIsNothingToCountFrom() {
        assertEquals("", time(TimeMode.SHOWN, 0));
        assertEquals("", time(TimeMode.CONNECTION, 0));
        assertEquals("", time(TimeMode.OPEN, 1));
        assertEquals(FrameTimes.REFERENCE, time(TimeMode.REFERENCE, 2));
    }
}
