package io.scflocal.core.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.frame.WireFrames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What has to make room when there is more of it than the quota allows, beside the bytes of frames. */
@Timeout(120)
class IndexQuotaTest {
    private static final int PER_FILE = MappedRecords.FILE_BYTES / FrameSlot.BYTES;
    private static final long LEAST = 0;

    /** A frame shows its number in its length, so that it can't be taken for another one. */
    private static final int LENGTHS = 100;

    @TempDir
    Path temporary;

    private final HandClock clock = new HandClock();
    private Path directory;
    private long recorded;

    @BeforeEach
    void name() {
        directory = temporary.resolve("capture");
    }

    private CaptureStore create(long quota) throws IOException {
        return CaptureStore.create(directory, "", new CaptureLimits(quota, CaptureLimits.USUAL_PAYLOAD), clock);
    }

    private void record(CaptureStore store, long frames) {
        FrameScanner scanner = new FrameScanner(store.recorder(1, Direction.CLIENT_TO_FUNCTION));
        ByteBuffer[] wire = new ByteBuffer[LENGTHS];
        for (int length = 0; length < LENGTHS; length++) {
            wire[length] = ByteBuffer.wrap(WireFrames.frame(0x82, null, new byte[length]));
        }
        for (long end = recorded + frames; recorded < end; recorded++) {
            clock.now.set(recorded * 1000);
            scanner.scan(wire[(int) (recorded % LENGTHS)].duplicate());
        }
    }

    private static void checkListed(CaptureReader reader) {
        CaptureCursor cursor = reader.cursor();
        for (long number = reader.first(); number < reader.count(); number++) {
            cursor.moveTo(number);
            assertTrue(cursor.isListed());
            assertEquals(number % LENGTHS, cursor.payloadLength());
            assertEquals(number * 1000, cursor.epochNanos());
        }
        for (long number = 0; number < reader.first(); number += 1 + reader.first() / 50) {
            cursor.moveTo(number);
            assertFalse(cursor.isListed());
            assertFalse(reader.frame(number).isListed());
            assertEquals(0, reader.payload(number, 0, ByteBuffer.allocate(1)));
            assertEquals(0, cursor.capturedLength());
        }
    }

    @Test
    void theOldestHeadersGoAndFramesKeepTheirNumbersAndTheGapItsTimes() throws IOException {
        long frames = 5L * PER_FILE + 17;
        Gap gap = new Gap(4L * PER_FILE, 4L * PER_FILE, 0, (4L * PER_FILE - 1) * 1000, LEAST);
        try (CaptureStore store = create(LEAST)) {
            record(store, 2L * PER_FILE);
            assertEquals(0, store.first());
            assertEquals(Optional.empty(), store.gap());
            record(store, 3L * PER_FILE + 17);
            assertEquals(frames, store.count());
            assertEquals(4L * PER_FILE, store.first());
            assertEquals(Optional.of(gap), store.gap());
            checkListed(store);
            assertEquals(List.of("frames-0004.idx", "frames-0005.idx"), files("frames-.*idx"));
            assertEquals(Optional.empty(), store.fault());
        }
        try (StoredCapture stored = StoredCapture.open(directory)) {
            assertEquals(frames, stored.count());
            assertEquals(4L * PER_FILE, stored.first());
            assertEquals(Optional.of(gap), stored.gap());
            assertEquals(Optional.empty(), stored.damage());
            checkListed(stored);
        }
    }

    @Test
    void aCaptureWhoseWriterDiedOpensFromItsFirstFrameThatIsLeft() throws IOException {
        CaptureStore store = create(LEAST);
        record(store, 7L * PER_FILE + 3);
        Path copy = Files.createDirectory(temporary.resolve("copy"));
        for (String file : files(".*")) {
            Files.copy(directory.resolve(file), copy.resolve(file));
        }
        store.close();
        try (StoredCapture stored = StoredCapture.open(copy)) {
            assertEquals(recorded, stored.count());
            assertEquals(6L * PER_FILE, stored.first());
            assertEquals(0, stored.gap().orElseThrow().fromEpochNanos());
            assertEquals((6L * PER_FILE - 1) * 1000, stored.gap().orElseThrow().toEpochNanos());
            checkListed(stored);
        }
        Files.delete(copy.resolve("frames-0006.idx"));
        try (StoredCapture stored = StoredCapture.open(copy)) {
            assertEquals(recorded, stored.count());
            assertEquals(7L * PER_FILE, stored.first());
            checkListed(stored);
        }
    }

    @Test
    void aFrameThatIsStillArrivingWhenItsRecordGoesSpoilsNoOther() throws IOException {
        try (CaptureStore store = create(LEAST)) {
            FrameScanner slow = new FrameScanner(store.recorder(2, Direction.CLIENT_TO_FUNCTION));
            slow.scan(ByteBuffer.wrap(WireFrames.header(0x82, null, 20_000, 2)));
            slow.scan(ByteBuffer.wrap(new byte[10_000]));
            recorded = 1;
            record(store, 4L * PER_FILE);
            slow.scan(ByteBuffer.wrap(new byte[10_000]));
            checkListed(store);
            assertEquals(Optional.empty(), store.fault());
        }
    }

    @Test
    void whoeverReadsWhatIsJustGoingSeesTheFrameOrNone() throws Exception {
        AtomicBoolean written = new AtomicBoolean();
        try (CaptureStore store = create(LEAST)) {
            record(store, 1);
            try (StoredCapture other = StoredCapture.open(directory)) {
                CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> readUntil(written, store));
                CompletableFuture<Void> otherReader = CompletableFuture.runAsync(() -> readUntil(written, other));
                try {
                    record(store, 20L * PER_FILE);
                } finally {
                    written.set(true);
                }
                reader.get();
                otherReader.get();
            }
        }
    }

    private static void readUntil(AtomicBoolean written, CaptureReader reader) {
        Random random = new Random(1);
        CaptureCursor cursor = reader.cursor();
        while (!written.get()) {
            // Mostly among the oldest that are left, because those go next.
            long number = Math.min(reader.count() - 1, reader.first() + random.nextInt(100));
            cursor.moveTo(number);
            if (cursor.isListed()) {
                assertEquals(number % LENGTHS, cursor.payloadLength());
                assertEquals(number * 1000, cursor.epochNanos());
                assertEquals(1, cursor.connection());
            }
        }
    }

    @Test
    void bytesOfFramesThatNobodyKnowsAnyMoreGoBelowTheQuotaToo() throws IOException {
        AtomicLong needed = new AtomicLong();
        WireSegments segments =
                new WireSegments(CaptureDirectory.create(directory), "frames", () -> Long.MAX_VALUE, needed::get);
        for (int i = 0; i < 4; i++) {
            segments.reserve(0, 40 << 20);
        }
        assertEquals(4L * WireSegments.SEGMENT_BYTES, segments.room());
        needed.set(2L * WireSegments.SEGMENT_BYTES + 1);
        segments.reserve(0, 40 << 20);
        assertEquals(3L * WireSegments.SEGMENT_BYTES, segments.room());
        assertEquals(List.of("frames-0002.dat", "frames-0003.dat", "frames-0004.dat"), files(".*dat"));
        segments.close();
    }

    @Test
    void everythingTogetherKeepsToTheQuotaWhateverComes() throws IOException {
        long quota = 280L << 20;
        byte[] large = WireFrames.frame(0x82, null, new byte[1 << 20]);
        long most = 0;
        try (CaptureStore store = create(quota)) {
            for (int round = 0; round < 30; round++) {
                record(store, 2L * PER_FILE);
                most = Math.max(most, bytesOnDisk());
                FrameScanner scanner = new FrameScanner(store.recorder(2, Direction.FUNCTION_TO_CLIENT));
                for (int i = 0; i < 30; i++) {
                    scanner.scan(ByteBuffer.wrap(large));
                    store.record(Connections.open(30 * round + i + 1, "x".repeat(10_000)));
                }
                most = Math.max(most, bytesOnDisk());
            }
            assertTrue(store.first() > 0);
            Gap gap = store.gap().orElseThrow();
            assertTrue(gap.count() > store.first(), "Frames whose bytes have gone are listed");
        }
        // Files are begun at once as long as they will be, but take only so much of the disk as is used of them.
        assertTrue(most < quota + 5 * MappedRecords.FILE_BYTES, most + " bytes");
        assertTrue(most > quota / 2, most + " bytes");
    }

    @Test
    void olderConnectionsAndLinesGoButNoConnectionThatIsOpen() throws IOException {
        String extension = "x".repeat(3_000);
        int connections = 10_000;
        long lines = 40_000;
        try (CaptureStore store = create(LEAST)) {
            for (int number = 1; number <= connections; number++) {
                store.record(Connections.open(number, extension));
                if (number % 1000 != 1) {
                    store.record(Connections.ended(number, extension));
                }
            }
            for (long number = 0; number < lines; number++) {
                store.record(
                        new LineRecord(number, number, "STDOUT", "", "line " + number + extension.substring(0, 500)));
            }
            checkSession(store, store.session(), connections, lines);
            assertEquals(2, files("connections-.*dat").size());
            assertEquals(2, files("log-.*dat").size());
        }
        try (StoredCapture stored = StoredCapture.open(directory)) {
            checkSession(stored, stored.session(), connections, lines);
            assertEquals(Optional.empty(), stored.damage());
        }
    }

    private static void checkSession(CaptureReader reader, SessionReader session, int connections, long lines) {
        assertEquals(connections, session.connectionCount());
        assertEquals(lines, session.lineCount());
        int missing = 0;
        for (int number = 1; number <= connections; number++) {
            Optional<ConnectionRecord> connection = session.connection(number);
            missing += connection.isEmpty() ? 1 : 0;
            assertTrue(connection.isPresent() || number % 1000 != 1, "Connection " + number + " is open");
            assertTrue(connection.isEmpty() || connection.get().number() == number);
        }
        Gap gap = reader.gap().orElseThrow();
        assertTrue(missing > 0);
        assertEquals(missing, gap.connections());
        List<LineRecord> left = session.lines(0, Integer.MAX_VALUE);
        assertEquals(lines - gap.lines(), left.size());
        assertEquals(session.firstLine(), left.get(0).number());
        assertTrue(left.get(0).number() > 0);
        assertEquals(0, gap.count());
        assertEquals(0, gap.end());
    }

    @Test
    void aCaptureOfTheFirstVersionIsReadAsBefore() throws IOException {
        try (CaptureStore store = create(CaptureLimits.DEFAULT.quotaBytes())) {
            record(store, PER_FILE + 5L);
            store.record(Connections.open(1, ""));
            store.record(new LineRecord(0, 5, "STDOUT", "", "a line"));
        }
        ByteBuffer index = ByteBuffer.allocate((int) (recorded + 1) * FrameSlot.BYTES);
        index.put(Files.readAllBytes(directory.resolve("frames.idx")));
        index.put(Files.readAllBytes(directory.resolve("frames-0000.idx")));
        index.put(Files.readAllBytes(directory.resolve("frames-0001.idx")));
        index.put(8, (byte) 1);
        for (int record = 1; record <= recorded; record++) {
            index.putLong(record * FrameSlot.BYTES + FrameSlot.STAMP, 0);
        }
        Files.write(directory.resolve("frames.idx"), index.array());
        Files.delete(directory.resolve("frames-0000.idx"));
        Files.delete(directory.resolve("frames-0001.idx"));
        for (String name : List.of("connections", "log")) {
            for (String suffix : List.of(".idx", ".dat")) {
                Files.move(directory.resolve(name + "-0000" + suffix), directory.resolve(name + suffix));
            }
        }
        try (StoredCapture stored = StoredCapture.open(directory)) {
            assertEquals(recorded, stored.count());
            assertEquals(Optional.empty(), stored.gap());
            checkListed(stored);
            assertEquals(1, stored.session().connectionCount());
            assertTrue(stored.session().connection(1).isPresent());
            assertEquals(1, stored.session().lines(0, 10).size());
        }
    }

    @Test
    void theMessagesOfFramesThatAreLeftCanBeReadAndNoOthers() throws IOException, InterruptedException {
        try (CaptureStore store = create(LEAST)) {
            FrameScanner scanner = new FrameScanner(store.recorder(1, Direction.CLIENT_TO_FUNCTION));
            ByteBuffer wire = ByteBuffer.allocate(64);
            // The first part of a message of which the rest comes when this part has long gone.
            FrameScanner slow = new FrameScanner(store.recorder(2, Direction.CLIENT_TO_FUNCTION));
            slow.scan(ByteBuffer.wrap(WireFrames.frame(0x01, null, new byte[3])));
            for (int i = 0; i < 3 * PER_FILE; i++) {
                wire.clear().put(WireFrames.frame(0x01, null, new byte[] {'a'}));
                wire.put(WireFrames.frame(0x80, null, new byte[] {'b'})).flip();
                scanner.scan(wire);
                while (i % 10_000 == 0 && store.messages().count() < i) {
                    Thread.onSpinWait();
                }
            }
            slow.scan(ByteBuffer.wrap(WireFrames.frame(0x80, null, new byte[3])));
            scanner.scan(ByteBuffer.wrap(WireFrames.frame(0x01, null, new byte[] {'a'})));
            scanner.scan(ByteBuffer.wrap(WireFrames.frame(0x80, null, new byte[] {'b'})));
            while (store.messages().messageOf(store.count() - 1).isEmpty()) {
                Thread.onSpinWait();
            }
            assertTrue(store.messages().first() > 0);
            assertEquals(-1, store.messages().message(0).firstFrame());
            assertEquals(Optional.empty(), store.messages().messageOf(0));
            assertEquals(Optional.empty(), store.messages().messageOf(store.count() - 3));
            MessageRecord last = store.messages().messageOf(store.count() - 1).orElseThrow();
            ByteBuffer both = ByteBuffer.allocate(2);
            assertEquals(2, store.messages().payload(last, 0, both));
            assertEquals("ab", new String(both.array(), StandardCharsets.US_ASCII));
        }
    }

    private List<String> files(String pattern) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<String> names =
                    new ArrayList<>(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches(pattern))
                            .toList());
            names.sort(String::compareTo);
            return names;
        }
    }

    private long bytesOnDisk() throws IOException {
        long bytes = 0;
        for (String file : files(".*")) {
            bytes += Files.size(directory.resolve(file));
        }
        return bytes;
    }
}
