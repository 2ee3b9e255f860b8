package io.scflocal.core.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.frame.WireFrames;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CaptureReadersTest {
    private static final int FRAMES = 150_000;
    private static final int CONNECTIONS = 4;

    @TempDir
    Path temporary;

    @Test
    void readersSeeOnlyWhatHasReallyArrivedWhileTheWriterWrites() throws Exception {
        AtomicBoolean written = new AtomicBoolean();
        try (CaptureStore store = CaptureStore.create(temporary.resolve("capture"), new HandClock())) {
            List<CompletableFuture<Long>> readers = new ArrayList<>();
            for (int reader = 0; reader < 2; reader++) {
                Random random = new Random(reader);
                readers.add(CompletableFuture.supplyAsync(() -> readUntil(written, store, random)));
            }
            try {
                write(store);
            } finally {
                written.set(true);
            }
            for (CompletableFuture<Long> reader : readers) {
                assertTrue(reader.get(30, TimeUnit.SECONDS) > 0);
            }
            assertEquals(FRAMES, store.count());
        }
    }

    /** Byte i of the payload of every frame of connection c is c + i, masked with a key that is never the same. */
    private static void write(CaptureStore store) {
        FrameScanner[] scanners = new FrameScanner[CONNECTIONS];
        ByteBuffer[] rest = new ByteBuffer[CONNECTIONS];
        for (int c = 0; c < CONNECTIONS; c++) {
            scanners[c] = new FrameScanner(store.recorder(c + 1, Direction.CLIENT_TO_FUNCTION));
            rest[c] = ByteBuffer.allocate(0);
        }
        Random random = new Random(99);
        for (int begun = 0; begun < FRAMES || !allEmpty(rest); ) {
            int c = random.nextInt(CONNECTIONS);
            if (!rest[c].hasRemaining()) {
                if (begun == FRAMES) {
                    continue;
                }
                rest[c] =
                        ByteBuffer.wrap(WireFrames.frame(0x82, random.nextInt(), pattern(c + 1, random.nextInt(200))));
                begun++;
            }
            ByteBuffer wire = rest[c];
            int end = wire.limit();
            wire.limit(Math.min(end, wire.position() + 1 + random.nextInt(150)));
            scanners[c].scan(wire);
            wire.position(wire.limit()).limit(end);
        }
    }

    private static boolean allEmpty(ByteBuffer[] rest) {
        for (ByteBuffer wire : rest) {
            if (wire.hasRemaining()) {
                return false;
            }
        }
        return true;
    }

    private static long readUntil(AtomicBoolean written, CaptureStore store, Random random) {
        ByteBuffer target = ByteBuffer.allocate(256);
        long read = 0;
        while (!written.get() || read == 0) {
            long count = store.count();
            if (count > 0) {
                // Mostly the newest, because that is where the writer is.
                long number = random.nextInt(4) == 0 ? (long) (random.nextDouble() * count) : count - 1;
                check(store, number, target);
                read++;
            }
        }
        for (long number = 0; number < store.count(); number++) {
            check(store, number, target);
        }
        return read;
    }

    private static void check(CaptureStore store, long number, ByteBuffer target) {
        FrameRecord frame = store.frame(number);
        assertEquals(0x82, frame.header().firstByte());
        assertTrue(frame.connection() >= 1 && frame.connection() <= CONNECTIONS);
        if (frame.complete()) {
            assertEquals(frame.header().payloadLength(), frame.capturedLength());
        }
        target.clear();
        int copied = store.payload(number, 0, target);
        assertTrue(copied >= frame.capturedLength());
        assertEquals(ByteBuffer.wrap(pattern(frame.connection(), copied)), target.flip());
    }

    private static byte[] pattern(int connection, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (connection + i);
        }
        return bytes;
    }
}
