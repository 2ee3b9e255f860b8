package io.scflocal.app.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.testkit.Connections;
import io.scflocal.app.testkit.FakeCapture;
import io.scflocal.app.testkit.HandTicker;
import io.scflocal.app.testkit.Sample;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.LogSource;
import io.scflocal.core.platform.EndCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PictureTakerTest {
    private static final long SECOND = 1_000_000_000L;

    private final HandTicker ticker = new HandTicker();
    private final Connections connections = new Connections(ticker);
    private final long begin = ticker.epochNanos();
    private final List<Sample> frames = new ArrayList<>();

    private void frame(int connection, Direction direction, int firstByte, int length) {
        Sample sample = Sample.of(frames.size(), connection, direction, firstByte, new byte[length]);
        FrameRecord frame = sample.frame();
        frames.add(new Sample(
                new FrameRecord(
                        frame.number(), ticker.epochNanos(), connection, direction, frame.header(), length, true),
                sample.payload()));
    }

    private void text(int connection, Direction direction) {
        frame(connection, direction, Sample.FIN | Sample.TEXT, 10);
    }

    private Picture take(int seconds, int columns) {
        FakeCapture capture = FakeCapture.of(frames.toArray(Sample[]::new));
        TimeSpan span = new TimeSpan(begin, begin + seconds * SECOND);
        return new PictureTaker(capture, connections.log())
                .take(span, columns, connections.invocations().recent(), ticker.epochNanos());
    }

    @Test
    void framesStandInTheColumnOfTheirTimeAndTheLaneOfTheirConnection() {
        connections.open("/1");
        connections.open("/2");
        ticker.advance(Duration.ofSeconds(1));
        text(1, Direction.CLIENT_TO_FUNCTION);
        text(1, Direction.FUNCTION_TO_CLIENT);
        ticker.advance(Duration.ofMillis(2_500));
        text(2, Direction.FUNCTION_TO_CLIENT);
        text(2, Direction.FUNCTION_TO_CLIENT);

        Picture picture = take(5, 5);

        Lane second = picture.lanes().get(0);
        Lane first = picture.lanes().get(1);
        assertEquals("/2", second.invocation().handshake().requestTarget());
        assertEquals("[0, 1, 0, 0, 0]", Arrays.toString(first.toFunction()));
        assertEquals("[0, 1, 0, 0, 0]", Arrays.toString(first.toClient()));
        assertEquals("[0, 0, 0, 2, 0]", Arrays.toString(second.toClient()));
        assertEquals("[0, 1, 0, 2, 0]", Arrays.toString(picture.totals().framesToClient()));
        assertEquals("[0, 10, 0, 20, 0]", Arrays.toString(picture.totals().bytesToClient()));
    }

    @Test
    void aTimeWithoutMessagesIsShadedAndAPingIsNoMessage() {
        Invocation invocation = connections.open("/1");
        ticker.advance(Duration.ofSeconds(1));
        text(1, Direction.CLIENT_TO_FUNCTION);
        ticker.advance(Duration.ofSeconds(6));
        frame(1, Direction.CLIENT_TO_FUNCTION, Sample.FIN | Sample.PING, 0);
        ticker.advance(Duration.ofSeconds(9));
        connections.cut(invocation, EndCause.IDLE_TIMEOUT);

        List<Lane.Idle> idles = take(20, 20).lanes().get(0).idles();

        // One second of fifteen is less than a tenth.
        assertEquals(List.of(new Lane.Idle(begin + SECOND, begin + 16 * SECOND, 1)), idles);
    }

    @Test
    void anIdleTimeThatBeganBeforeThePictureIsKnown() {
        connections.open("/1");
        text(1, Direction.CLIENT_TO_FUNCTION);
        ticker.advance(Duration.ofSeconds(12));
        FakeCapture capture = FakeCapture.of(frames.toArray(Sample[]::new));
        TimeSpan later = new TimeSpan(begin + 10 * SECOND, begin + 20 * SECOND);

        Picture picture = new PictureTaker(capture, connections.log())
                .take(later, 10, connections.invocations().recent(), ticker.epochNanos());

        assertEquals(
                List.of(new Lane.Idle(begin, begin + 12 * SECOND, 0.8)),
                picture.lanes().get(0).idles());
        assertEquals(0, IntStream.of(picture.lanes().get(0).toFunction()).sum());
    }

    @Test
    void nobodyIsTakenForIdleWhileHisFramesAreNoLongerListed() {
        connections.open("/1");
        ticker.advance(Duration.ofSeconds(6));
        text(1, Direction.CLIENT_TO_FUNCTION);
        ticker.advance(Duration.ofSeconds(6));
        text(1, Direction.CLIENT_TO_FUNCTION);
        ticker.advance(Duration.ofSeconds(1));
        FakeCapture capture = FakeCapture.of(frames.toArray(Sample[]::new));
        capture.gap(1);
        capture.first(1);

        Picture picture = new PictureTaker(capture, connections.log())
                .take(
                        new TimeSpan(begin, begin + 13 * SECOND),
                        13,
                        connections.invocations().recent(),
                        ticker.epochNanos());

        assertEquals(begin + 12 * SECOND, picture.unlistedUntil());
        assertEquals(List.of(), picture.lanes().get(0).idles());
        assertEquals(1, IntStream.of(picture.lanes().get(0).toFunction()).sum());
    }

    @Test
    void connectionsOutsideTheTimeHaveNoLane() {
        connections.close(connections.open("/old"), 1000, "");
        ticker.advance(Duration.ofSeconds(10));
        connections.open("/new");
        FakeCapture capture = FakeCapture.of();
        TimeSpan later = new TimeSpan(begin + 5 * SECOND, begin + 20 * SECOND);

        Picture picture = new PictureTaker(capture, connections.log())
                .take(later, 10, connections.invocations().recent(), ticker.epochNanos());

        assertEquals(1, picture.laneCount());
        assertEquals("/new", picture.lanes().get(0).invocation().handshake().requestTarget());
    }

    @Test
    void ofLinesInOneColumnTheMostSeriousGivesTheColour() {
        connections.log().append(LogSource.STDOUT, "", "one");
        connections.log().append(LogSource.PLATFORM_ERROR, "", "two");
        connections.log().append(LogSource.STDERR, "", "three");
        ticker.advance(Duration.ofSeconds(3));
        connections.log().append(LogSource.STDOUT, "", "four");

        assertEquals(
                List.of("0 two", "3 four"),
                take(5, 5).marks().stream()
                        .map(mark -> mark.column() + " " + mark.line().text())
                        .toList());
    }

    @Test
    void ofVeryManyFramesSomeStandForTheOthers() {
        int count = 1_000_000;
        connections.open("/1");
        FakeCapture capture =
                new FakeCapture(number -> Sample.text(number, 1, Direction.CLIENT_TO_FUNCTION, "x"), count);
        TimeSpan span = new TimeSpan(Sample.EPOCH_NANOS, Sample.EPOCH_NANOS + count * 4_000_000L);

        Picture picture = new PictureTaker(capture, connections.log())
                .take(span, 100, connections.invocations().recent(), span.to());

        assertEquals(count, LongStream.of(picture.totals().framesToFunction()).sum());
        assertTrue(capture.reads() < 300_000, () -> capture.reads() + " frames were read");
    }
}
