package io.scflocal.core.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.frame.Opcode;
import io.scflocal.core.frame.WireFrames;
import io.scflocal.core.query.CaptureEnvironment;
import io.scflocal.core.query.Plan;
import io.scflocal.core.query.Query;
import io.scflocal.core.query.QueryEnvironment;
import io.scflocal.core.query.SeenValues;
import io.scflocal.core.query.ValueCounter;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatisticsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Direction UP = Direction.CLIENT_TO_FUNCTION;
    private static final Direction DOWN = Direction.FUNCTION_TO_CLIENT;
    private static final StatisticsScan.Request EVERYTHING =
            new StatisticsScan.Request(Optional.empty(), Optional.empty());

    @TempDir
    Path directory;

    private long now = 1_000 * SECOND;
    private CaptureStore store;

    @BeforeEach
    void create() throws IOException {
        store = CaptureStore.create(directory, new Ticker() {
            @Override
            public long nanos() {
                return now;
            }

            @Override
            public long epochNanos() {
                return now;
            }
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void countsWhatPassedInEachDirection() {
        frame(1, UP, 0x81, 10);
        frame(1, UP, 0x82, 100);
        now += 2 * SECOND;
        frame(2, DOWN, 0x81, 1000);
        Statistics statistics = count(EVERYTHING);
        assertEquals(3, statistics.frames());
        assertEquals(2, statistics.seconds());
        Statistics.Flow up = statistics.flows().get(UP);
        assertEquals(2 * 6 + 110, up.wireBytes());
        assertEquals(55, up.payloads().mean());
        assertEquals(10, up.payloads().min());
        assertEquals(100, up.payloads().max());
        assertArrayEquals(new long[] {0, 0, 0, 0, 1, 0, 0, 1}, up.payloads().histogram());
        assertArrayEquals(new long[] {2, 0, 0}, up.rates().frames());
        assertArrayEquals(
                new long[] {0, 0, 1}, statistics.flows().get(DOWN).rates().frames());
        assertEquals(2, up.rates().mostFramesPerSecond());
        assertEquals(Map.of(Opcode.TEXT, 2L, Opcode.BINARY, 1L), statistics.opcodes());
    }

    @Test
    void nothingAtAllIsNoProblem() {
        Statistics statistics = count(EVERYTHING);
        assertEquals(0, statistics.frames());
        assertEquals(0, statistics.flows().get(UP).payloads().max());
        assertEquals(0, statistics.roundTrips().count());
    }

    @Test
    void theMedianIsNearTheTrueOne() {
        SizeCounter sizes = new SizeCounter();
        for (int i = 0; i <= 100_000; i++) {
            sizes.add(i);
        }
        assertEquals(50_000, sizes.sizes().median(), 1_600);
        sizes.add(Long.MAX_VALUE);
        assertEquals(Long.MAX_VALUE, sizes.sizes().max());
        assertEquals(64, sizes.sizes().histogram().length);
    }

    @Test
    void longTimesAreCountedInLongerIntervals() {
        for (int hour = 0; hour < 24; hour++) {
            frame(1, UP, 0x81, 1);
            now += 3_600 * SECOND;
        }
        Rates rates = count(EVERYTHING).flows().get(UP).rates();
        assertTrue(rates.frames().length <= 600, rates.frames().length + " intervals");
        assertEquals(256, rates.seconds());
        assertEquals(24, java.util.Arrays.stream(rates.frames()).sum());
    }

    @Test
    void aPongAnswersTheNewestPingWithItsPayload() {
        frame(1, UP, 0x89, 3);
        now += SECOND;
        frame(1, UP, 0x89, 4);
        now += SECOND;
        frame(1, DOWN, 0x8A, 3);
        frame(2, DOWN, 0x8A, 4);
        frame(1, DOWN, 0x8A, 9);
        Statistics statistics = count(EVERYTHING);
        assertEquals(2, statistics.pings());
        assertEquals(1, statistics.roundTrips().count());
        assertEquals(2 * SECOND, statistics.roundTrips().max());
    }

    @Test
    void countsTheValuesOfAPathInTheFramesThatMatch() {
        text(1, "{\"type\":\"chat\"}");
        text(1, "{\"type\":\"chat\"}");
        text(1, "{\"type\":\"join\"}");
        text(2, "{\"type\":\"chat\"}");
        text(1, "no JSON");
        Plan one = new Plan(((Query.Expression) Query.parse("conn == 1")).expr(), environment());
        Statistics statistics = count(new StatisticsScan.Request(Optional.of(one), ValueCounter.jsonPath("type")));
        assertEquals(4, statistics.frames());
        assertEquals(
                List.of(new SeenValues.Seen("\"chat\"", 2), new SeenValues.Seen("\"join\"", 1)), statistics.values());
        assertEquals(3, statistics.valueCount());
        assertTrue(ValueCounter.jsonPath("a.b[0]").isPresent());
        assertTrue(ValueCounter.jsonPath("a b ==").isEmpty());
    }

    @Test
    void canBeCancelled() {
        frame(1, UP, 0x81, 1);
        assertThrows(
                CancellationException.class,
                () -> StatisticsScan.of(store, environment(), EVERYTHING, (done, total) -> false));
    }

    private Statistics count(StatisticsScan.Request request) {
        return StatisticsScan.of(store, environment(), request, StatisticsScan.Progress.NONE);
    }

    private QueryEnvironment environment() {
        return CaptureEnvironment.of(store, store.session(), now);
    }

    private void text(int connection, String text) {
        frame(connection, UP, 0x81, text.getBytes(StandardCharsets.UTF_8));
    }

    private void frame(int connection, Direction direction, int firstByte, int length) {
        frame(connection, direction, firstByte, new byte[length]);
    }

    private void frame(int connection, Direction direction, int firstByte, byte[] payload) {
        Integer key = direction == UP ? (Integer) 0x01020304 : null;
        byte[] wire = WireFrames.frame(firstByte, key, payload);
        new FrameScanner(store.recorder(connection, direction)).scan(ByteBuffer.wrap(wire));
    }
}
