package io.scflocal.core.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.frame.WireFrames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CaptureFaultTest {
    private static final long PLENTY = 1L << 40;

    @TempDir
    Path temporary;

    private volatile long usableBytes = PLENTY;
    private CaptureDirectory directory;

    @BeforeEach
    void takeADisk() {
        directory = new CaptureDirectory(temporary, new DiskRoom(temporary, () -> usableBytes));
    }

    @Test
    void doesNotBeginOnADiskThatIsNearlyFull() {
        usableBytes = DiskRoom.SPARE_BYTES;
        IOException refused = assertThrows(IOException.class, () -> CaptureStore.create(directory, new HandClock()));
        assertTrue(refused.getMessage().contains("64 MB are left"), refused.getMessage());
    }

    @Test
    void goesOnCountingWithoutBytesWhenTheDiskIsNearlyFull() throws IOException {
        try (CaptureStore store = CaptureStore.create(directory, new HandClock())) {
            store.waitForRoom(false);
            FrameScanner scanner = new FrameScanner(store.recorder(1, Direction.CLIENT_TO_FUNCTION));
            usableBytes = 0;
            scanner.scan(ByteBuffer.wrap(WireFrames.frame(0x81, 0x01020304, new byte[200])));
            usableBytes = PLENTY;
            scanner.scan(ByteBuffer.wrap(WireFrames.frame(0x81, null, new byte[200])));

            assertTrue(store.fault().isPresent());
            assertEquals(2, store.count());
            assertEquals(0, store.frame(0).capturedLength());
            assertEquals(200, store.frame(0).header().payloadLength());
            assertTrue(store.frame(0).complete());
            assertEquals(0, store.payload(0, 0, ByteBuffer.allocate(10)));
            assertEquals(0, store.wire(0, 0, ByteBuffer.allocate(10)));
        }
    }

    @Test
    void stopsAtTheFirstFrameForWhichTheIndexHasNoRoom() throws IOException {
        try (CaptureStore store = CaptureStore.create(directory, new HandClock())) {
            store.waitForRoom(false);
            FrameScanner scanner = new FrameScanner(store.recorder(1, Direction.FUNCTION_TO_CLIENT));
            ByteBuffer frame = ByteBuffer.wrap(WireFrames.frame(0x89, null, new byte[1]));
            for (int i = 0; i < 16_384; i++) {
                scanner.scan(frame);
            }
            assertTrue(store.fault().isEmpty());
            usableBytes = 0;
            scanner.scan(frame);
            usableBytes = PLENTY;
            scanner.scan(frame);

            assertTrue(store.fault().isPresent());
            assertEquals(16_384, store.count());
            assertEquals(1, store.payload(16_383, 0, ByteBuffer.allocate(10)));
        }
    }

    @Test
    @Timeout(30)
    void theWriterWaitsUntilThereIsRoomAgainAndSaysSo() throws Exception {
        try (CaptureStore store = CaptureStore.create(directory, new HandClock())) {
            FrameScanner scanner = new FrameScanner(store.recorder(1, Direction.CLIENT_TO_FUNCTION));
            usableBytes = 0;
            assertEquals(DiskState.KEEPS_UP, store.disk().state());
            Thread writer =
                    new Thread(() -> scanner.scan(ByteBuffer.wrap(WireFrames.frame(0x81, 0x01020304, new byte[200]))));
            writer.start();
            awaitState(store, DiskState.FULL);
            assertEquals(0, store.count());
            store.record(new LineRecord(0, 1, "STDOUT", "", "printed while the disk was full"));
            usableBytes = PLENTY;
            writer.join();
            store.record(new LineRecord(1, 2, "STDOUT", "", "printed later"));

            assertEquals(DiskState.KEEPS_UP, store.disk().state());
            assertEquals(200, store.frame(0).capturedLength());
            assertEquals(2, store.session().lines(0, 10).size());
            assertTrue(store.disk().failure().isEmpty());
        }
    }

    @Test
    @Timeout(30)
    void aWriterThatWaitsIsFreedWhenNobodyWaitsAnyMore() throws Exception {
        try (CaptureStore store = CaptureStore.create(directory, new HandClock())) {
            FrameScanner scanner = new FrameScanner(store.recorder(1, Direction.CLIENT_TO_FUNCTION));
            usableBytes = 0;
            Thread writer =
                    new Thread(() -> scanner.scan(ByteBuffer.wrap(WireFrames.frame(0x81, null, new byte[200]))));
            writer.start();
            awaitState(store, DiskState.FULL);
            store.waitForRoom(false);
            writer.join();
            assertEquals(0, store.frame(0).capturedLength());
            assertTrue(store.disk().failure().orElseThrow().contains("nearly full"));
        }
    }

    private static void awaitState(CaptureStore store, DiskState wanted) {
        while (store.disk().state() != wanted) {
            Thread.onSpinWait();
        }
    }
}
