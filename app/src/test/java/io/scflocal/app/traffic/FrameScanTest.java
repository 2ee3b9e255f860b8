package io.scflocal.app.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.app.testkit.FakeCapture;
import io.scflocal.app.testkit.Sample;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.query.ConnectionFacts;
import io.scflocal.core.query.PayloadSource;
import io.scflocal.core.query.Plan;
import io.scflocal.core.query.Query;
import io.scflocal.core.query.QueryEnvironment;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class FrameScanTest {
    private final Queue<Runnable> background = new ArrayDeque<>();

    static Plan plan(String text) {
        QueryEnvironment environment =
                new QueryEnvironment(ConnectionFacts.NONE, PayloadSource.NONE, 0, ZoneOffset.UTC);
        return new Plan(((Query.Expression) Query.parse(text)).expr(), environment);
    }

    /** Frames 2, 6, 10, … are of connection 3. */
    private static FakeCapture fourConnections(long count) {
        return new FakeCapture(
                number -> Sample.text(number, (int) (number % 4) + 1, Direction.CLIENT_TO_FUNCTION, "x"), count);
    }

    @Test
    void findsTheFramesOfOneConnectionAndGoesOn() {
        FakeCapture capture = fourConnections(20_000);
        FrameScan scan = new FrameScan(capture, plan("conn == 3"), Runnable::run);
        scan.catchUp();
        assertEquals(5_000, scan.rows().size());
        assertEquals(19_998, scan.rows().frameAt(4_999));
        capture.count(20_004);
        scan.catchUp();
        assertEquals(20_002, scan.rows().frameAt(5_000));
        assertEquals(20_004, scan.scanned());
    }

    @Test
    void doesNothingWhileItIsAtWorkAndStopsWhenCancelled() {
        FrameScan scan = new FrameScan(fourConnections(1_000), plan("conn == 3"), background::add);
        scan.catchUp();
        scan.catchUp();
        assertEquals(1, background.size());
        scan.cancel();
        background.remove().run();
        assertEquals(0, scan.rows().size());
        scan.catchUp();
        assertEquals(0, background.size());
    }

    @Test
    void findsRowsByFrameNumber() {
        FrameScan scan = new FrameScan(fourConnections(100_000), plan("conn == 3"), Runnable::run);
        scan.catchUp();
        RowSource rows = scan.rows();
        assertEquals(0, rows.firstRowFrom(-1));
        assertEquals(12_500, rows.firstRowFrom(50_002));
        assertEquals(12_501, rows.firstRowFrom(50_003));
        assertEquals(25_000, rows.firstRowFrom(Long.MAX_VALUE));
    }

    @Test
    void rowsAreCutToWhatCameBetweenClearAndPause() {
        FrameScan scan = new FrameScan(fourConnections(100), plan("conn == 3"), Runnable::run);
        scan.catchUp();
        Rows rows = Rows.between(scan.rows(), 10, 31, Optional.empty());
        assertEquals(6, rows.size());
        assertEquals(10, rows.frameAt(0));
        assertEquals(30, rows.frameAt(5));
        assertEquals(1, rows.rowOf(14));
        assertEquals(Rows.NO_ROW, rows.rowOf(15));
        assertEquals(Rows.NO_ROW, rows.rowOf(34));
        assertEquals(Rows.NO_ROW, rows.rowOf(6));
    }
}
