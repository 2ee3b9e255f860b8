package io.scflocal.core.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.frame.WireFrames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LongFrameTest {
    private static final int KEPT = 1 << 20;
    private static final long FIVE_GB = 5L << 30;
    private static final CaptureLimits LIMITS = new CaptureLimits(CaptureLimits.LEAST_QUOTA, KEPT);

    @TempDir
    Path directory;

    @Test
    void aFrameOfFiveGigabytesIsCountedWholeAndKeptInPart() throws IOException {
        try (CaptureStore store = CaptureStore.create(directory, "", LIMITS, new HandClock())) {
            FrameScanner scanner = new FrameScanner(store.recorder(1, Direction.FUNCTION_TO_CLIENT));
            scanner.scan(ByteBuffer.wrap(WireFrames.header(0x82, null, FIVE_GB, 8)));
            byte[] slice = new byte[1 << 16];
            Arrays.fill(slice, (byte) 7);
            for (long sent = 0; sent < FIVE_GB; sent += slice.length) {
                scanner.scan(ByteBuffer.wrap(slice));
            }
            scanner.scan(ByteBuffer.wrap(WireFrames.frame(0x81, null, new byte[] {1})));
            assertTrue(store.bytes() < 2 * KEPT, store.bytes() + " bytes");
        }
        try (StoredCapture stored = StoredCapture.open(directory)) {
            FrameRecord frame = stored.frame(0);
            assertEquals(FIVE_GB, frame.header().payloadLength());
            assertEquals(KEPT, frame.capturedLength());
            assertTrue(frame.complete());
            assertEquals(1, stored.frame(1).header().payloadLength());
            assertEquals(KEPT, stored.header().longestPayload());
        }
    }

    @Test
    void withoutPayloadsOnlyTheHeadersAreKept() throws IOException {
        CaptureLimits headersOnly = new CaptureLimits(CaptureLimits.LEAST_QUOTA, 0);
        byte[] wire = WireFrames.frame(0x81, 0x01020304, new byte[200]);
        try (CaptureStore store = CaptureStore.create(directory, "", headersOnly, new HandClock())) {
            new FrameScanner(store.recorder(1, Direction.CLIENT_TO_FUNCTION)).scan(ByteBuffer.wrap(wire));
            ByteBuffer header = ByteBuffer.allocate(wire.length);
            assertEquals(8, store.wire(0, 0, header));
            assertArrayEquals(Arrays.copyOf(wire, 8), Arrays.copyOf(header.array(), 8));
            assertEquals(0, store.payload(0, 0, ByteBuffer.allocate(1)));
            assertTrue(store.frame(0).complete());
        }
    }
}
