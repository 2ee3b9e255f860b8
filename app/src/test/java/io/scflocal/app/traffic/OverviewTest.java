package io.scflocal.app.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.testkit.DemoFrames;
import io.scflocal.app.testkit.FakeCapture;
import io.scflocal.app.traffic.Overview.Event;
import io.scflocal.app.traffic.Overview.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverviewTest {
    private static final long FRAMES = 10_000_000;

    private final FakeCapture capture = new FakeCapture(DemoFrames::frame, FRAMES);
    private final Rows all = new Rows(new AllFrames(FRAMES), 0, FRAMES);

    private long timeOf(long frame) {
        return capture.frame(frame).epochNanos();
    }

    @Test
    void everythingStandsInItsPartOfTheList() {
        List<Event> events = List.of(
                new Event(Kind.OPEN, 0),
                new Event(Kind.ERROR, timeOf(5_000_000)),
                new Event(Kind.CLOSE, timeOf(FRAMES - 1) + 1));
        Overview overview = Overview.of(new Overview.Source(capture, all, Rows.NONE, List.of(2_500_000L), events), 100);
        assertEquals(Set.of(Kind.OPEN), overview.at(0));
        assertEquals(Set.of(Kind.MARK), overview.at(25));
        assertEquals(Set.of(Kind.ERROR), overview.at(50));
        assertEquals(Set.of(Kind.CLOSE), overview.at(99));
        assertEquals(Set.of(), overview.at(1));
    }

    @Test
    void tenMillionFramesCostAFewReadsForEachEvent() {
        long before = capture.reads();
        Overview.of(
                new Overview.Source(capture, all, Rows.NONE, List.of(), List.of(new Event(Kind.OPEN, timeOf(77)))),
                300);
        assertTrue(capture.reads() - before < 60, () -> capture.reads() - before + " reads");
    }

    @Test
    void hitsStandWhereTheyAreInTheList() {
        FakeCapture small = new FakeCapture(DemoFrames::frame, 310);
        FrameScan scan = new FrameScan(small, FrameScanTest.plan("n in {1, 155}"), Runnable::run);
        scan.catchUp();
        Rows rows = new Rows(new AllFrames(310), 0, 310);
        Rows hits = new Rows(scan.rows(), 0, scan.rows().size());
        Overview overview = Overview.of(new Overview.Source(small, rows, hits, List.of(), List.of()), 10);
        assertEquals(Set.of(Kind.HIT), overview.at(0));
        assertEquals(Set.of(Kind.HIT), overview.at(4));
        assertEquals(2, overview.parts().get(Kind.HIT).length);
    }

    @Test
    void whatWasClearedHasNoTick() {
        Rows rest = new Rows(new AllFrames(FRAMES), FRAMES / 2, FRAMES / 2);
        List<Event> events = List.of(new Event(Kind.OPEN, timeOf(10)), new Event(Kind.CLOSE, timeOf(FRAMES / 2 + 5)));
        Overview overview = Overview.of(new Overview.Source(capture, rest, Rows.NONE, List.of(3L), events), 100);
        assertEquals(Set.of(Kind.CLOSE), overview.at(0));
        assertEquals(1, overview.parts().size());
    }
}
