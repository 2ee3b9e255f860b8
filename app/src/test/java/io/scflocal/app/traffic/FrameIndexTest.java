package io.scflocal.app.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.scflocal.core.frame.Direction;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class FrameIndexTest {
    private final Queue<Runnable> background = new ArrayDeque<>();

    private static FrameIndex everyThird(int count) {
        FrameIndex index = new FrameIndex();
        for (long i = 0; i < count; i++) {
            index.append(i * 3);
        }
        index.publish();
        return index;
    }

    @Test
    void findsFramesByRowAndRowsByFrameAcrossBlocks() {
        FrameIndex index = everyThird(100_000);
        assertEquals(100_000, index.size());
        assertEquals(0, index.frameAt(0));
        assertEquals(16_384 * 3, index.frameAt(16_384));
        assertEquals(299_997, index.frameAt(99_999));
        assertEquals(16_384, index.firstRowFrom(16_384 * 3));
        assertEquals(16_385, index.firstRowFrom(16_384 * 3 + 1));
        assertEquals(100_000, index.firstRowFrom(Long.MAX_VALUE));
    }

    @Test
    void frameNumbersMayExceedTheRangeOfInt() {
        FrameIndex index = new FrameIndex();
        index.append(5_000_000_000L);
        index.append(5_000_000_007L);
        index.publish();
        assertEquals(5_000_000_007L, index.frameAt(1));
    }

    @Test
    void showsNothingThatWasNotPublished() {
        FrameIndex index = everyThird(10);
        index.append(100);
        assertEquals(10, index.size());
        assertThrows(IndexOutOfBoundsException.class, () -> index.frameAt(10));
        assertThrows(IndexOutOfBoundsException.class, () -> index.frameAt(-1));
    }

    @Test
    void rowsAreCutToWhatCameBetweenClearAndPause() {
        Rows rows = Rows.between(everyThird(100), 10, 31);
        assertEquals(7, rows.size());
        assertEquals(12, rows.frameAt(0));
        assertEquals(30, rows.frameAt(6));
        assertEquals(1, rows.rowOf(15));
        assertEquals(Rows.NO_ROW, rows.rowOf(16));
        assertEquals(Rows.NO_ROW, rows.rowOf(33));
        assertEquals(Rows.NO_ROW, rows.rowOf(9));
    }

    @Test
    void aScanFindsTheFramesOfOneConnectionAndGoesOn() {
        FakeCapture capture = new FakeCapture(
                number -> Sample.text(number, (int) (number % 4), Direction.CLIENT_TO_FUNCTION, "x"), 20_000);
        FrameScan scan = new FrameScan(capture, new RowFilter(3, false), Runnable::run);
        scan.catchUp();
        assertEquals(5_000, scan.index().size());
        assertEquals(19_999, scan.index().frameAt(4_999));
        capture.count(20_004);
        scan.catchUp();
        assertEquals(20_003, scan.index().frameAt(5_000));
        assertEquals(20_004, scan.scanned());
    }

    @Test
    void aScanRunsOnceAtATimeAndStopsWhenCancelled() {
        FakeCapture capture = new FakeCapture(DemoFrames::frame, 100_000);
        FrameScan scan = new FrameScan(capture, new RowFilter(15, false), background::add);
        scan.catchUp();
        scan.catchUp();
        assertEquals(1, background.size());
        scan.cancel();
        background.remove().run();
        assertEquals(0, scan.scanned());
        scan.catchUp();
        assertEquals(0, background.size());
    }

    @Test
    void aScanLeavesControlFramesOut() {
        FakeCapture capture = FakeCapture.of(
                Sample.text(0, 1, Direction.CLIENT_TO_FUNCTION, "x"),
                Sample.of(1, 1, Direction.CLIENT_TO_FUNCTION, Sample.FIN | Sample.PING, new byte[0]));
        FrameScan scan = new FrameScan(capture, new RowFilter(0, true), Runnable::run);
        scan.catchUp();
        assertEquals(1, scan.index().size());
    }
}
