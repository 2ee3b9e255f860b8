package io.scflocal.app.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.testkit.Connections;
import io.scflocal.app.testkit.FakeCapture;
import io.scflocal.app.testkit.HandTicker;
import io.scflocal.app.testkit.Sample;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.instance.InstanceState;
import io.scflocal.core.instance.InstanceView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineViewModelTest {
    private final HandTicker ticker = new HandTicker();
    private final Connections connections = new Connections(ticker);
    private final TimelineViewModel model = new TimelineViewModel(new Threads(Runnable::run, Runnable::run), ticker);

    @BeforeEach
    void show() {
        model.setVisible(true);
        model.setColumns(100);
    }

    private TimeSpan shown() {
        return model.pictureProperty().get().orElseThrow().span();
    }

    private void show(FakeCapture capture) {
        model.show(capture, connections.invocations(), connections.log());
        model.refresh();
    }

    @Test
    void itFollowsTheTimeUntilTheUserMovesIt() {
        show(FakeCapture.of());
        ticker.advance(Duration.ofSeconds(5));
        model.refresh();
        assertEquals(ticker.epochNanos(), shown().to());
        model.zoom(0.5, 0.2);
        assertEquals(ticker.epochNanos(), shown().to());
        assertEquals(Duration.ofSeconds(30).toNanos(), shown().nanos());

        model.pan(-0.5);
        long end = shown().to();
        ticker.advance(Duration.ofSeconds(5));
        model.refresh();
        assertFalse(model.followingProperty().get());
        assertEquals(end, shown().to());
        assertEquals(ticker.epochNanos() - Duration.ofSeconds(20).toNanos(), end);
    }

    @Test
    void everythingFits() {
        connections.open("/1");
        ticker.advance(Duration.ofHours(3));
        show(FakeCapture.of());
        model.fit();
        assertTrue(shown().from() < ticker.epochNanos() - Duration.ofHours(3).toNanos());
        assertTrue(shown().to() > ticker.epochNanos());
    }

    @Test
    void aClickFindsTheFrameOfTheConnectionThatIsDrawnThere() {
        show(FakeCapture.of(
                Sample.text(0, 1, Direction.CLIENT_TO_FUNCTION, "a"),
                Sample.text(1, 2, Direction.CLIENT_TO_FUNCTION, "b"),
                Sample.text(2, 2, Direction.CLIENT_TO_FUNCTION, "c"),
                Sample.text(3, 1, Direction.CLIENT_TO_FUNCTION, "d")));
        List<Long> found = new ArrayList<>();
        long step = 4_000_000;
        model.nearestFrame(1, Sample.EPOCH_NANOS + step, found::add);
        model.nearestFrame(1, Sample.EPOCH_NANOS + 2 * step, found::add);
        model.nearestFrame(1, Sample.EPOCH_NANOS + 3 * step, found::add);
        model.nearestFrame(2, Sample.EPOCH_NANOS + 100 * step, found::add);
        model.nearestFrame(3, Sample.EPOCH_NANOS, found::add);
        assertEquals(List.of(0L, 3L, 3L, 2L), found);
    }

    @Test
    void aClickOnTheChartFindsTheFrameOfAnyConnection() {
        show(FakeCapture.of(
                Sample.text(0, 1, Direction.CLIENT_TO_FUNCTION, "a"),
                Sample.text(1, 2, Direction.CLIENT_TO_FUNCTION, "b")));
        List<Long> found = new ArrayList<>();
        model.nearestFrame(0, Sample.EPOCH_NANOS - 1, found::add);
        model.nearestFrame(0, Sample.EPOCH_NANOS + 3_000_000, found::add);
        assertEquals(List.of(0L, 1L), found);
    }

    @Test
    void nothingIsDoneWhileNobodyLooks() {
        model.setVisible(false);
        show(FakeCapture.of());
        assertTrue(model.pictureProperty().get().isEmpty());
    }

    @Test
    void memoryOfAllInstancesIsKeptByTheSecond() {
        model.sampleMemory(List.of(instance(10)));
        ticker.advance(Duration.ofSeconds(1));
        model.sampleMemory(List.of(instance(13), instance(7)));
        TimeSpan span = new TimeSpan(ticker.epochNanos() - 2_000_000_000L, ticker.epochNanos() + 1_000_000_000L);
        assertEquals(
                List.of(-1L, 10L, 20L),
                Arrays.stream(model.memory().columns(span, 3)).boxed().toList());
    }

    @Test
    void memoryHoldsUntilItIsMeasuredAgain() {
        model.sampleMemory(List.of(instance(10)));
        ticker.advance(Duration.ofSeconds(1));
        model.sampleMemory(List.of(instance(20)));
        ticker.advance(Duration.ofMinutes(1));
        model.sampleMemory(List.of(instance(30)));
        long begin = ticker.epochNanos() - Duration.ofSeconds(61).toNanos();
        TimeSpan span = new TimeSpan(begin, begin + 2_000_000_000L);
        assertEquals(
                List.of(10L, 10L, 20L, -1L),
                Arrays.stream(model.memory().columns(span, 4)).boxed().toList());
    }

    private static InstanceView instance(long memoryBytes) {
        return new InstanceView(
                "A",
                1,
                InstanceState.SERVING,
                1,
                memoryBytes,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void axisStepsAreThoseOfClocks() {
        long second = 1_000_000_000L;
        assertEquals(10 * second, TimeAxis.step(new TimeSpan(0, 60 * second), 8));
        assertEquals(20_000_000L, TimeAxis.step(new TimeSpan(0, 100_000_000L), 5));
        assertEquals(5 * 86_400 * second, TimeAxis.step(new TimeSpan(0, 30L * 86_400 * second), 6));
    }
}
