package io.scflocal.core.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.MessageReader;
import io.scflocal.core.capture.MessageRecord;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.frame.Opcode;
import io.scflocal.core.frame.WireFrames;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class QueryScanTest {
    @TempDir
    Path temporary;

    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private QueryFixture capture;

    @BeforeEach
    void start() throws IOException {
        capture = new QueryFixture(temporary.resolve("capture"));
    }

    @AfterEach
    void end() {
        executor.shutdownNow();
        capture.close();
    }

    @Test
    void twoWorkersFindTheSameAsLookingAtEachFrame() throws Exception {
        Random random = new Random(5);
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            boolean match = i > 30_000 && i < 31_000 || random.nextInt(5_000) == 0;
            capture.now += random.nextInt(1_000);
            capture.text(match ? "needle" : "hay");
            if (match) {
                expected.add(i + 1L);
            }
        }
        try (QueryScan scan = new QueryScan(capture.plan("text contains \"needle\""), capture.store, executor, 2)) {
            await(scan);
            MatchList matches = scan.matches();
            assertEquals(expected, QueryFixture.list(matches));
            for (int i = 0; i < expected.size(); i++) {
                assertEquals(i, matches.indexOf(expected.get(i) - 1));
                assertTrue(matches.contains(expected.get(i) - 1));
            }
            assertEquals(expected.size(), matches.indexOf(1_000_000));
            assertFalse(matches.contains(expected.get(0)) && !expected.contains(expected.get(0) + 1));
        }
    }

    @Test
    void newFramesAreTestedWithoutTheOldOnes() throws Exception {
        capture.text("a");
        capture.text("b");
        try (QueryScan scan = new QueryScan(capture.plan("text == \"a\""), capture.store, executor, 2)) {
            await(scan);
            assertEquals(List.of(1L), QueryFixture.list(scan.matches()));
            for (int i = 0; i < 20_000; i++) {
                capture.text(i % 1000 == 0 ? "a" : "b");
                if (i % 777 == 0) {
                    await(scan);
                }
            }
            await(scan);
            assertEquals(21, scan.matches().size());
            assertEquals(19_003, scan.matches().frame(20) + 1);
            assertEquals(capture.store.count(), scan.tested());
        }
    }

    @Test
    void timeBetweenFramesCrossesTheBordersOfBlocks() throws Exception {
        capture.frame(7, Direction.CLIENT_TO_FUNCTION, 0x81, new byte[0]);
        for (int i = 0; i < 20_000; i++) {
            capture.now += 1_000;
            capture.text("x");
        }
        capture.frame(7, Direction.CLIENT_TO_FUNCTION, 0x81, new byte[0]);
        try (QueryScan scan = new QueryScan(capture.plan("cdelta == 20ms"), capture.store, executor, 2)) {
            await(scan);
            assertEquals(List.of(20_002L), QueryFixture.list(scan.matches()));
        }
    }

    @Test
    void aFrameThatIsStillArrivingIsTestedAgain() throws Exception {
        byte[] wire = WireFrames.frame(0x81, null, "the needle".getBytes(StandardCharsets.UTF_8));
        FrameScanner scanner = new FrameScanner(capture.store.recorder(1, Direction.FUNCTION_TO_CLIENT));
        scanner.scan(ByteBuffer.wrap(wire, 0, 6));
        capture.text("other");
        try (QueryScan with = new QueryScan(capture.plan("text contains \"needle\""), capture.store, executor, 2);
                QueryScan without =
                        new QueryScan(capture.plan("!text contains \"needle\""), capture.store, executor, 2)) {
            await(with);
            await(without);
            assertEquals(List.of(), QueryFixture.list(with.matches()));
            assertEquals(List.of(1L, 2L), QueryFixture.list(without.matches()));
            scanner.scan(ByteBuffer.wrap(wire, 6, wire.length - 6));
            await(with);
            await(without);
            assertEquals(List.of(1L), QueryFixture.list(with.matches()));
            assertEquals(List.of(2L), QueryFixture.list(without.matches()));
        }
    }

    @Test
    void theFirstFrameOfAMessageThatBecomesKnownLaterIsTestedAgain() throws Exception {
        long first = capture.frame(1, Direction.FUNCTION_TO_CLIENT, 0xC1, new byte[] {1, 2});
        LateMessages messages = new LateMessages();
        CaptureReader reader = withMessages(capture.store, messages);
        try (QueryScan with = new QueryScan(capture.plan("text contains \"needle\""), reader, executor, 2);
                QueryScan without = new QueryScan(capture.plan("!text contains \"needle\""), reader, executor, 2)) {
            await(with);
            await(without);
            assertEquals(List.of(), QueryFixture.list(with.matches()));
            assertEquals(List.of(1L), QueryFixture.list(without.matches()));
            capture.inflated.put(first, "the needle".getBytes(StandardCharsets.UTF_8));
            messages.firstFrames.add(first);
            await(with);
            await(without);
            assertEquals(List.of(1L), QueryFixture.list(with.matches()));
            assertEquals(List.of(), QueryFixture.list(without.matches()));
            assertEquals(1, with.matches().corrections());
        }
    }

    private static final class LateMessages implements MessageReader {
        final List<Long> firstFrames = new CopyOnWriteArrayList<>();

        @Override
        public long count() {
            return firstFrames.size();
        }

        @Override
        public MessageRecord message(long number) {
            long frame = firstFrames.get((int) number);
            return new MessageRecord(number, frame, frame, 1, Opcode.TEXT, true, 2, 10, MessageRecord.State.COMPLETE);
        }

        @Override
        public Optional<MessageRecord> messageOf(long frame) {
            return Optional.empty();
        }

        @Override
        public int payload(MessageRecord message, long offset, ByteBuffer target) {
            return 0;
        }
    }

    private static CaptureReader withMessages(CaptureReader reader, MessageReader messages) {
        return (CaptureReader) Proxy.newProxyInstance(
                QueryScanTest.class.getClassLoader(),
                new Class<?>[] {CaptureReader.class},
                (proxy, method, arguments) ->
                        method.getName().equals("messages") ? messages : method.invoke(reader, arguments));
    }

    @Test
    void aMatchIsLookedUpNearAPlaceThatMayBeGone() {
        MatchList matches = new MatchList();
        assertEquals(0, matches.frameNear(3));
        capture.text("a");
        capture.text("a");
        QueryScan scan = new QueryScan(capture.plan("text == \"a\""), capture.store, Runnable::run, 1);
        scan.extend();
        assertEquals(1, scan.matches().frameNear(5));
        assertEquals(2, scan.matches().indexOf(Long.MAX_VALUE));
    }

    @Test
    void aConnectionIsAskedForOnce() {
        AtomicInteger asked = new AtomicInteger();
        ConnectionFact ended = new ConnectionFact("id", 0, "/a", List.of(), "", "ended", "client-closed");
        for (int i = 0; i < 30_000; i++) {
            capture.text("x");
        }
        QueryEnvironment environment = new QueryEnvironment(
                connection -> {
                    asked.incrementAndGet();
                    return java.util.Optional.of(ended);
                },
                PayloadSource.NONE,
                0,
                java.time.ZoneOffset.UTC);
        Plan plan = new Plan(QueryFixture.expr("conn.path == \"/a\""), environment);
        assertEquals(30_000, capture.matches(plan).size());
        assertTrue(asked.get() <= 2, () -> asked + " times");
    }

    @Test
    void whatIsKnownOfAnOpenConnectionIsAskedAgain() throws Exception {
        capture.facts.put(1, new ConnectionFact("id", 0, "/a", List.of(), "", "open", ""));
        capture.text("x");
        try (QueryScan scan = new QueryScan(capture.plan("conn.state == ended"), capture.store, executor, 1)) {
            await(scan);
            assertEquals(0, scan.matches().size());
            capture.facts.put(1, new ConnectionFact("id", 0, "/a", List.of(), "", "ended", "stopped"));
            capture.text("y");
            await(scan);
            assertEquals(List.of(2L), QueryFixture.list(scan.matches()));
        }
    }

    @Test
    void cancellingStopsInTheMiddleOfAHopelessPattern() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            capture.text("a".repeat(5_000) + "b");
        }
        QueryScan scan = new QueryScan(capture.plan("text ~ \"(a+)+$\""), capture.store, executor, 2);
        var finished = scan.extend().toCompletableFuture();
        assertFalse(finished.isDone());
        long start = System.nanoTime();
        scan.close();
        finished.get(10, TimeUnit.SECONDS);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        assertTrue(scan.isCancelled());
        assertTrue(scan.tested() < 2_000);
        // The aim is 50; the machine that runs the tests may be busy.
        assertTrue(millis < 1_000, () -> millis + " ms");
    }

    @Test
    void aClosedExecutorIsAFailedScan() {
        capture.text("x");
        executor.shutdown();
        QueryScan scan = new QueryScan(capture.plan("fin"), capture.store, executor, 2);
        assertTrue(scan.extend().toCompletableFuture().isCompletedExceptionally());
        assertTrue(scan.isCancelled());
    }

    private static void await(QueryScan scan) throws Exception {
        scan.extend().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
