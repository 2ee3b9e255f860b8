package io.scflocal.app.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.notice.Notice;
import io.scflocal.app.notice.Notices;
import io.scflocal.app.testkit.DemoFrames;
import io.scflocal.app.testkit.FakeCapture;
import io.scflocal.app.testkit.Remembered;
import io.scflocal.app.testkit.Sample;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.invocation.InvocationListener;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.time.Ticker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrafficViewModelTest {
    private final FakeCapture capture = new FakeCapture(
            number -> Sample.text(number, (int) (number % 4) + 1, Direction.CLIENT_TO_FUNCTION, "x"), 100_000);
    private final Notices notices = new Notices();
    private final TrafficViewModel model = new TrafficViewModel(
            new Threads(Runnable::run, Runnable::run), Ticker.system(), Remembered.nothing(), notices);

    private static Invocations none() {
        Ticker ticker = Ticker.system();
        return new Invocations(
                ticker, () -> Timeouts.DEFAULT, new InvocationLog(ticker, line -> {}), new InvocationListener() {});
    }

    @BeforeEach
    void showTenRows() {
        model.move(grid -> grid.viewport(10));
        model.show(capture, none());
    }

    private long topFrame() {
        return model.rows().frameAt(model.grid().top());
    }

    @Test
    void followsWhatComes() {
        assertEquals(99_990, topFrame());
        capture.count(10_000_000);
        model.refresh();
        assertEquals(9_999_990, topFrame());
    }

    @Test
    void nothingIsDrawnAndNothingReadWhenNothingIsNew() {
        model.refresh();
        long revision = model.position().revisionProperty().get();
        long reads = capture.reads();
        model.refresh();
        assertEquals(revision, model.position().revisionProperty().get());
        assertEquals(reads, capture.reads());
    }

    @Test
    void oneConnectionIsShownAndKeepsGrowing() {
        model.showConnection(3);
        model.refresh();
        assertEquals(25_000, model.rows().size());
        assertEquals(2, model.rows().frameAt(0));
        capture.count(100_004);
        model.refresh();
        assertEquals(25_001, model.rows().size());
        model.showAllConnections();
        assertEquals(100_004, model.rows().size());
    }

    @Test
    void theSelectedFrameAndTheFrameAtTheTopStayWhenOtherRowsAreShown() {
        model.move(grid -> grid.scrollTo(50_000));
        model.choice().select(50_006);
        model.showConnection(3);
        model.refresh();
        assertEquals(50_006, model.selectedFrameProperty().get());
        assertEquals(model.rows().rowOf(50_006), model.grid().selected());
        assertEquals(50_002, topFrame());
        model.showAllConnections();
        assertEquals(50_006, model.grid().selected());
        assertEquals(50_002, topFrame());
    }

    @Test
    void theViewReturnsToItsFrameWhenTheScanHasReachedIt() {
        Queue<Runnable> background = new ArrayDeque<>();
        TrafficViewModel slow = new TrafficViewModel(
                new Threads(background::add, Runnable::run), Ticker.system(), Remembered.nothing(), new Notices());
        slow.move(grid -> grid.viewport(10));
        slow.show(capture, none());
        slow.move(grid -> grid.scrollTo(50_000));
        slow.showConnection(1);
        slow.refresh();
        assertEquals(0, slow.rows().size());
        assertEquals(0, slow.hitsProperty().get().scannedPercent());
        background.forEach(Runnable::run);
        slow.refresh();
        assertEquals(50_000, slow.rows().frameAt(slow.grid().top()));
        assertEquals(100, slow.hitsProperty().get().scannedPercent());
    }

    @Test
    void clearingHidesWhatWasThereAndCanBeUndone() {
        model.clear();
        assertEquals(0, model.rows().size());
        capture.count(100_002);
        model.refresh();
        assertEquals(2, model.rows().size());
        assertEquals(100_000, model.rows().frameAt(0));
        assertTrue(model.isCleared());
        assertEquals(1, notices.shown().size());
        model.undoClear();
        assertEquals(100_002, model.rows().size());
        assertFalse(model.isCleared());
        assertEquals(0, notices.shown().size());
        model.undoClear();
        assertEquals(100_002, model.rows().size());
    }

    @Test
    void aClearedListFollowsAgain() {
        model.choice().select(99_991);
        model.clear();
        capture.count(100_050);
        model.refresh();
        assertEquals(100_040, topFrame());
        assertEquals(0, model.position().addedProperty().get());
    }

    @Test
    void pausingFreezesTheListOnly() {
        model.pause(true);
        capture.count(100_500);
        model.refresh();
        assertEquals(100_000, model.rows().size());
        model.pause(false);
        assertEquals(100_500, model.rows().size());
        assertFalse(model.pausedProperty().get());
    }

    @Test
    void selectingLetsGoOfTheEndAndTheButtonBringsItBack() {
        model.choice().select(99_995);
        capture.count(100_100);
        model.refresh();
        assertFalse(model.position().followingProperty().get());
        assertEquals(100, model.position().addedProperty().get());
        assertEquals(99_990, topFrame());
        model.follow(true);
        assertEquals(100_090, topFrame());
        assertEquals(99_995, model.selectedFrameProperty().get());
    }

    @Test
    void anotherCaptureStartsAfresh() {
        model.showConnection(3);
        model.choice().select(0);
        model.show(new FakeCapture(DemoFrames::frame, 5), none());
        assertEquals(5, model.rows().size());
        assertEquals(TrafficViewModel.NO_FRAME, model.selectedFrameProperty().get());
        assertEquals(0, model.filter().connectionProperty().get());
        assertTrue(model.position().followingProperty().get());
        model.showNothing();
        model.refresh();
        assertEquals(0, model.rows().size());
    }

    @Test
    void aFrameInViewThatWasArrivingIsDrawnAgainOnlyWhenItHasChanged() {
        Sample whole = Sample.text(0, 1, Direction.CLIENT_TO_FUNCTION, "hello");
        List<Sample> frames = new ArrayList<>(List.of(whole.arriving(2)));
        model.show(new FakeCapture(number -> frames.get((int) number), 1), none());
        model.unfinishedShown(List.of(frames.get(0).frame()));
        long revision = model.position().revisionProperty().get();
        model.refresh();
        assertEquals(revision, model.position().revisionProperty().get());
        frames.set(0, whole);
        model.refresh();
        assertEquals(revision + 1, model.position().revisionProperty().get());
    }

    @Test
    void aRangeAndSingleFramesAreSelectedAndAFilterLeavesTheOneThatIsLookedAt() {
        model.choice().select(99_990);
        model.choice().select(99_995, SelectedFrames.Mode.EXTEND);
        model.choice().select(99_999, SelectedFrames.Mode.TOGGLE);
        model.choice().select(99_992, SelectedFrames.Mode.TOGGLE);
        assertEquals(6, model.choice().selection().framesProperty().get().rowsIn(model.rows()));
        assertEquals(99_992, model.selectedFrameProperty().get());
        model.move(grid -> grid.scrollTo(0));
        assertEquals(6, model.choice().selection().framesProperty().get().rowsIn(model.rows()));
        model.showConnection(1);
        assertEquals(
                FrameRanges.between(99_992, 99_992),
                model.choice().selection().framesProperty().get());
    }

    @Test
    void allOfTheFilteredAreSelectedAsOneRange() {
        model.showConnection(3);
        model.refresh();
        model.choice().selectAll();
        FrameRanges selected = model.choice().selection().framesProperty().get();
        assertEquals(1, selected.ranges().size());
        assertEquals(25_000, selected.rowsIn(model.rows()));
    }

    @Test
    void selectedRowsAreCopiedAsPayloadsAndAsJsonLines() {
        List<String> clipboard = new ArrayList<>();
        model.choice().select(99_990);
        model.choice().select(99_992, SelectedFrames.Mode.EXTEND);
        model.copy(FrameCopy.Form.PAYLOADS, clipboard::add);
        assertEquals("x\nx\nx", clipboard.get(0));
        model.copy(FrameCopy.Form.JSON_LINES, clipboard::add);
        List<String> lines = clipboard.get(1).lines().toList();
        assertEquals(3, lines.size());
        assertTrue(lines.get(0).startsWith("{\"n\":99990,"), lines.get(0));
        assertEquals("frames.copy.done", notices.shown().get(0).textKey());
    }

    @Test
    void noMoreIsCopiedThanAClipboardIsFor() {
        List<String> clipboard = new ArrayList<>();
        model.choice().selectAll();
        model.copy(FrameCopy.Form.PAYLOADS, clipboard::add);
        assertEquals(FrameCopy.MOST_FRAMES, clipboard.get(0).lines().count());
        Notice notice = notices.shown().get(0);
        assertEquals("frames.copy.part", notice.textKey());
        assertEquals(List.of("10,000", "100,000"), notice.arguments());
    }

    @Test
    void oneRowStandsForTheFramesThatTheQuotaHasTaken() {
        capture.gap(60_000);
        model.refresh();
        assertEquals(40_001, model.rows().size());
        assertTrue(model.rows().isGap(0));
        assertEquals(60_000, model.rows().frameAt(1));
        assertEquals(40_000, model.hitsProperty().get().candidates());
        model.choice().move(grid -> grid.moveTo(0), SelectedFrames.Mode.ONLY);
        assertEquals(0, model.grid().selected());
        assertEquals(TrafficViewModel.NO_FRAME, model.selectedFrameProperty().get());
        assertEquals(60_000, model.shownFrames().next(0));
        model.choice().selectAll();
        assertEquals(40_000, model.choice().selection().framesProperty().get().rowsIn(model.rows()));
        assertEquals(60_000, model.selectedFrames().next(0));
        model.showConnection(3);
        model.refresh();
        assertEquals(10_001, model.rows().size());
        assertEquals(10_000, model.hitsProperty().get().rows());
        assertEquals(60_002, model.rows().frameAt(1));
    }

    @Test
    void theListStaysWhereItIsWhileTheGapGrows() {
        model.move(grid -> grid.scrollTo(80_000));
        model.choice().select(80_005);
        capture.gap(60_000);
        model.refresh();
        assertEquals(80_000, topFrame());
        assertEquals(80_005, model.rows().frameAt(model.grid().selected()));
        capture.gap(80_006);
        model.refresh();
        assertEquals(0, model.grid().selected());
        assertEquals(80_005, model.selectedFrameProperty().get());
        assertTrue(model.reveal(17));
        assertEquals(TrafficViewModel.NO_FRAME, model.selectedFrameProperty().get());
    }

    @Test
    void aGapThatWasClearedIsNotShown() {
        model.clear();
        capture.count(100_010);
        capture.gap(60_000);
        model.refresh();
        assertFalse(model.rows().isGap(0));
        assertEquals(10, model.rows().size());
        capture.gap(100_003);
        model.refresh();
        assertTrue(model.rows().isGap(0));
        assertEquals(8, model.rows().size());
    }

    @Test
    void whoAsksForMissingFramesSeesWhatIsLeftOfThem() {
        capture.gap(60_000);
        model.filterOn("dropped && conn == 1");
        model.refresh();
        assertTrue(model.rows().isGap(0));
        assertEquals(15_000, model.rows().frames());
        assertEquals(0, model.rows().frameAt(1));
        capture.gap(80_000);
        model.refresh();
        assertEquals(20_000, model.rows().frames());
        model.choice().select(1);
        assertEquals(0, model.selectedFrameProperty().get());
    }

    @Test
    void framesOfWhichNothingIsLeftHaveNoRowForAnybody() {
        capture.gap(60_000);
        model.filterOn("dropped && conn == 1");
        model.refresh();
        model.choice().select(1);
        capture.first(40_000);
        model.refresh();
        assertTrue(model.rows().isGap(0));
        assertEquals(5_000, model.rows().frames());
        assertEquals(40_000, model.rows().frameAt(1));
        assertEquals(60_000, model.hitsProperty().get().candidates());
        model.filter().clear();
        model.refresh();
        assertEquals(60_000, model.rows().frameAt(1));
        capture.first(70_000);
        capture.gap(70_000);
        model.refresh();
        assertEquals(30_001, model.rows().size());
        assertEquals(70_000, model.rows().frameAt(1));
    }

    @Test
    void onlyWhatHasComeIsNewWhateverTheFilterWas() {
        model.refresh();
        model.choice().select(99_991);
        assertEquals(0, model.position().addedProperty().get());
        model.showConnection(3);
        model.refresh();
        model.showAllConnections();
        model.refresh();
        assertEquals(0, model.position().addedProperty().get());
        capture.count(100_008);
        model.refresh();
        assertEquals(8, model.position().addedProperty().get());
        model.showConnection(3);
        model.refresh();
        assertEquals(2, model.position().addedProperty().get());
    }

    @Test
    void marksOfMissingFramesAreNotVisited() {
        assertEquals(Optional.empty(), model.marks().next(model.rows(), 0, true));
        assertTrue(model.rows().shows(17));
        capture.gap(60_000);
        model.refresh();
        assertFalse(model.rows().shows(17));
    }

    @Test
    void twoSelectedFramesAreCompared() {
        List<String> compared = new ArrayList<>();
        model.onCompare((earlier, later) -> compared.add(earlier + " " + later));
        model.choice().select(99_995);
        assertFalse(model.choice().pair().thereProperty().get());
        model.choice().pair().compare();
        model.choice().select(99_991, SelectedFrames.Mode.TOGGLE);
        assertTrue(model.choice().pair().thereProperty().get());
        model.choice().pair().compare();
        model.choice().select(99_998, SelectedFrames.Mode.TOGGLE);
        assertFalse(model.choice().pair().thereProperty().get());
        model.showConnection(4);
        model.refresh();
        model.choice().selectAll();
        assertFalse(model.choice().pair().thereProperty().get());
        model.choice().select(10);
        model.choice().select(11, SelectedFrames.Mode.EXTEND);
        model.choice().pair().compare();
        assertEquals(List.of("99991 99995", "43 47"), compared);
    }

    @Test
    void aClearingIsTakenBackByItsNotice() {
        model.clear();
        assertEquals(List.of("100,000"), notices.shown().get(0).arguments());
        notices.shown().get(0).remedy().orElseThrow().run().run();
        assertEquals(100_000, model.rows().size());
    }
}
