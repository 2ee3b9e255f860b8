package io.scflocal.core.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.frame.WireFrames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CaptureQuotaTest {
    private static final int PAYLOAD = 15 << 20;
    private static final int PER_SEGMENT = 4;
    private static final long QUOTA = 3L * WireSegments.SEGMENT_BYTES + (1 << 20) + 64;
    private static final CaptureLimits LIMITS = new CaptureLimits(QUOTA, CaptureLimits.USUAL_PAYLOAD);

    @TempDir
    Path temporary;

    private final HandClock clock = new HandClock();
    private Path directory;

    @BeforeEach
    void name() {
        directory = temporary.resolve("capture");
    }

    @Test
    void theOldestSegmentGoesAsAWholeAndTheGapIsSaid() throws IOException {
        try (CaptureStore store = CaptureStore.create(directory, "", LIMITS, clock)) {
            FrameScanner slow = new FrameScanner(store.recorder(2, Direction.CLIENT_TO_FUNCTION));
            slow.scan(ByteBuffer.wrap(WireFrames.header(0x82, null, 20_000, 2)));
            FrameScanner scanner = new FrameScanner(store.recorder(1, Direction.FUNCTION_TO_CLIENT));
            for (int i = 1; i <= 4 * PER_SEGMENT; i++) {
                record(scanner, i);
            }
            assertTrue(store.bytes() < QUOTA, store.bytes() + " bytes");
            Gap gap = store.gap().orElseThrow();
            assertEquals(new Gap(1 + PER_SEGMENT, 1 + PER_SEGMENT, 0, PER_SEGMENT, QUOTA), gap);
            check(store);
            slow.scan(ByteBuffer.wrap(new byte[20_000]));
            assertEquals(Optional.empty(), store.fault());
            assertEquals(0, store.payload(0, 0, ByteBuffer.allocate(1)));
        }
        assertTrue(Files.notExists(directory.resolve("frames-0000.dat")));
        try (StoredCapture stored = StoredCapture.open(directory)) {
            assertEquals(
                    new Gap(1 + PER_SEGMENT, 1 + PER_SEGMENT, 0, PER_SEGMENT, QUOTA),
                    stored.gap().orElseThrow());
            assertEquals(Optional.empty(), stored.damage());
            check(stored);
        }
    }

    @Test
    void aCaptureWithinItsQuotaHasNoGap() throws IOException {
        try (CaptureStore store = CaptureStore.create(directory, "", LIMITS, clock)) {
            record(new FrameScanner(store.recorder(1, Direction.FUNCTION_TO_CLIENT)), 1);
            assertEquals(Optional.empty(), store.gap());
        }
    }

    @Test
    void aSegmentThatIsUsedAgainShowsNobodyTheBytesOfOtherFrames() throws Exception {
        AtomicBoolean written = new AtomicBoolean();
        try (CaptureStore store = CaptureStore.create(directory, "", LIMITS, clock);
                StoredCapture other = openWhileWritten(store)) {
            CompletableFuture<Long> reader = CompletableFuture.supplyAsync(() -> readUntil(written, store));
            CompletableFuture<Long> otherReader = CompletableFuture.supplyAsync(() -> readUntil(written, other));
            try {
                FrameScanner scanner = new FrameScanner(store.recorder(1, Direction.FUNCTION_TO_CLIENT));
                for (int i = 1; i <= 600; i++) {
                    record(scanner, i, i % 2 == 0 ? 1 << 20 : 10_000);
                }
            } finally {
                written.set(true);
            }
            assertTrue(reader.get() > 0);
            assertTrue(otherReader.get() > 0);
        }
    }

    /** As another process would: the lock of this process keeps it from taking one of its own. */
    private StoredCapture openWhileWritten(CaptureStore store) throws IOException {
        record(new FrameScanner(store.recorder(1, Direction.FUNCTION_TO_CLIENT)), 0, 1 << 20);
        return StoredCapture.open(directory);
    }

    private static long readUntil(AtomicBoolean written, CaptureReader reader) {
        Random random = new Random(1);
        ByteBuffer target = ByteBuffer.allocate(1 << 20);
        long read = 0;
        while (!written.get() || read == 0) {
            // Mostly among the oldest that are left, because those go next.
            long oldest = reader.gap().map(Gap::end).orElse(0L);
            long number = Math.min(reader.count() - 1, oldest + random.nextInt(4));
            int copied = reader.payload(number, 0, target.clear());
            for (int i = 0; i < copied; i++) {
                assertEquals((byte) number, target.get(i));
            }
            read++;
        }
        return read;
    }

    private void record(FrameScanner scanner, int number) {
        record(scanner, number, PAYLOAD);
    }

    private void record(FrameScanner scanner, int number, int length) {
        clock.now.set(number);
        byte[] payload = new byte[length];
        Arrays.fill(payload, (byte) number);
        scanner.scan(ByteBuffer.wrap(WireFrames.frame(0x82, null, payload)));
    }

    private static void check(CaptureReader reader) {
        assertEquals(1 + 4 * PER_SEGMENT, reader.count());
        long gone = reader.gap().orElseThrow().end();
        for (long number = 1; number < reader.count(); number++) {
            FrameRecord frame = reader.frame(number);
            assertEquals(PAYLOAD, frame.header().payloadLength());
            assertEquals(number < gone ? 0 : PAYLOAD, frame.capturedLength());
            ByteBuffer end = ByteBuffer.allocate(10);
            int copied = reader.payload(number, PAYLOAD - 3, end);
            byte value = (byte) number;
            assertArrayEquals(
                    number < gone ? new byte[0] : new byte[] {value, value, value}, Arrays.copyOf(end.array(), copied));
        }
    }
}
