package io.scflocal.core.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.frame.WireFrames;
import io.scflocal.core.time.Ticker;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reads the raw files as the format says, without the store's own code. */
@Timeout(60)
class CaptureDeathTest {
    private static final int FRAMES = 1000;

    @TempDir
    Path temporary;

    @Test
    void whatWasRecordedIsInTheFilesAfterTheProcessDies() throws Exception {
        Path directory = temporary.resolve("capture");
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingWriter.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("output").toFile())
                .start();
        assertEquals(true, writer.waitFor(50, TimeUnit.SECONDS), "The writer has ended");
        assertEquals(9, writer.exitValue(), Files.readString(temporary.resolve("output")));

        ByteBuffer header = read(directory.resolve("frames.idx"));
        ByteBuffer index = read(directory.resolve("frames-0000.idx"));
        ByteBuffer segment = read(directory.resolve("frames-0000.dat"));
        assertEquals("SCFLOCAL", new String(header.array(), 0, 8, "US-ASCII"));
        assertEquals(2, header.getInt(8));
        assertEquals(64, header.getInt(12));
        assertEquals(64 << 20, header.getInt(16));
        byte[] expected = DyingWriter.wire();
        int at = 0;
        for (int frame = 0; frame < FRAMES; frame++) {
            int record = frame * 64;
            assertEquals(at, index.getLong(record + 8));
            int length = (int) index.getLong(record + 16);
            assertEquals(length, index.getInt(record + 24));
            assertEquals(7, index.getInt(record + 28));
            at += length + index.get(record + 37);
            assertEquals(4, index.get(record + 38) & 4, "complete");
            assertEquals(frame + 1, index.getLong(record + 40));
        }
        assertEquals(expected.length, at);
        assertArrayEquals(expected, Arrays.copyOf(segment.array(), at));

        int arriving = FRAMES * 64;
        assertEquals(100, index.getLong(arriving + 16));
        assertEquals(5, index.getInt(arriving + 24));
        assertEquals(0, index.get(arriving + 38) & 4);
        assertEquals(0, index.get(arriving + 64 + 37), "The first unused record");
    }

    private static ByteBuffer read(Path file) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Records frames, the last one half, and dies without any farewell. */
    static final class DyingWriter {
        private DyingWriter() {}

        static byte[] wire() {
            return WireFrames.stream(new Random(3), FRAMES);
        }

        public static void main(String[] arguments) throws IOException {
            CaptureStore store = CaptureStore.create(new File(arguments[0]).toPath(), Ticker.system());
            FrameScanner scanner = new FrameScanner(store.recorder(7, Direction.FUNCTION_TO_CLIENT));
            scanner.scan(ByteBuffer.wrap(wire()));
            scanner.scan(ByteBuffer.wrap(WireFrames.header(0x82, null, 100, 0)));
            scanner.scan(ByteBuffer.wrap(new byte[5]));
            Runtime.getRuntime().halt(9);
        }
    }
}
