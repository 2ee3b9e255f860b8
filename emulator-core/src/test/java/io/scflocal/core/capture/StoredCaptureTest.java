package io.scflocal.core.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.frame.WireFrames;
import io.scflocal.core.time.Ticker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StoredCaptureTest {
    private static final int FRAMES = 500;

    @TempDir
    Path temporary;

    private final HandClock clock = new HandClock();
    private Path directory;

    @BeforeEach
    void setTheClock() {
        directory = temporary.resolve("capture");
        clock.now.set(1_795_398_067_120_000_000L);
    }

    @Test
    void everythingOfASessionIsThereAgain() throws IOException {
        byte[] wire = write();
        try (StoredCapture stored = StoredCapture.open(directory)) {
            assertEquals(Optional.empty(), stored.damage());
            assertEquals(
                    new CaptureHeader(
                            "/home/lin/聊天室",
                            clock.now.get(),
                            CaptureLimits.USUAL_PAYLOAD,
                            CaptureLimits.DEFAULT.quotaBytes(),
                            Optional.empty()),
                    stored.header());
            assertEquals(FRAMES, stored.count());
            assertArrayEquals(wire, wire(stored));
            assertEquals(2, stored.session().connectionCount());
            assertEquals(
                    Connections.open(1, "permessage-deflate"),
                    stored.session().connection(1).orElseThrow());
            assertEquals(Connections.ended(2), stored.session().connection(2).orElseThrow());
            assertEquals(Optional.empty(), stored.session().connection(3));
            assertEquals(3, stored.session().lineCount());
            assertEquals(
                    List.of(line(1), line(2)),
                    stored.session().lines(1, 10).stream().toList());
            assertThrows(IndexOutOfBoundsException.class, () -> stored.frame(FRAMES));
        }
    }

    @Test
    void noRecordIsLostWhereTheFilesGrow() throws IOException {
        int lines = 7_000;
        String text = "x".repeat(900);
        try (CaptureStore store = CaptureStore.create(directory, clock)) {
            for (int number = 0; number < lines; number++) {
                store.record(new LineRecord(number, clock.now.get(), "STDOUT", "", text + number));
            }
        }
        try (StoredCapture stored = StoredCapture.open(directory)) {
            List<LineRecord> all = stored.session().lines(0, lines);
            assertEquals(lines, all.size());
            assertTrue(all.stream().allMatch(line -> line.text().equals(text + line.number())));
        }
    }

    @Test
    void messagesAreMadeAgain() throws IOException {
        try (CaptureStore store = CaptureStore.create(directory, clock)) {
            store.record(Connections.open(1, "permessage-deflate"));
            FrameScanner scanner = new FrameScanner(store.recorder(1, Direction.FUNCTION_TO_CLIENT));
            // RFC 7692 section 7.2.3.2: "Hello", and once more through the context.
            scanner.scan(
                    ByteBuffer.wrap(WireFrames.frame(0xC1, null, HexFormat.of().parseHex("f248cdc9c90700"))));
            scanner.scan(
                    ByteBuffer.wrap(WireFrames.frame(0xC1, null, HexFormat.of().parseHex("f200110000"))));
            scanner.scan(ByteBuffer.wrap(WireFrames.frame(0x01, null, new byte[] {'x'})));
        }
        try (StoredCapture stored = StoredCapture.open(directory)) {
            while (stored.messages().count() < 3) {
                LockSupport.parkNanos(1_000_000);
            }
            MessageRecord second = stored.messages().messageOf(1).orElseThrow();
            ByteBuffer text = ByteBuffer.allocate(5);
            assertEquals(5, stored.messages().payload(second, 0, text));
            assertEquals("Hello", new String(text.array(), "US-ASCII"));
            assertEquals(
                    MessageRecord.State.ABANDONED,
                    stored.messages().messageOf(2).orElseThrow().state());
        }
    }

    @Test
    void anEmptyCaptureIsOpened() throws IOException {
        CaptureStore.create(directory, clock).close();
        try (StoredCapture stored = StoredCapture.open(directory)) {
            assertEquals(0, stored.count());
            assertEquals(0, stored.session().connectionCount());
            assertEquals(List.of(), stored.session().lines(0, 10));
            assertEquals(Optional.empty(), stored.damage());
        }
    }

    @Test
    void aCaptureThatIsStillWrittenIsRead() throws IOException {
        try (CaptureStore store = CaptureStore.create(directory, clock)) {
            FrameScanner scanner = new FrameScanner(store.recorder(1, Direction.CLIENT_TO_FUNCTION));
            scanner.scan(ByteBuffer.wrap(WireFrames.frame(0x81, 7, new byte[100])));
            store.record(line(0));
            try (StoredCapture stored = StoredCapture.open(directory)) {
                assertEquals(1, stored.count());
                assertEquals(List.of(line(0)), stored.session().lines(0, 10));
                assertEquals(Optional.empty(), stored.damage());
            }
        }
    }

    @Test
    void anIndexThatIsCutAnywhereStillGivesTheFramesBefore() throws IOException {
        byte[] wire = write();
        truncate("frames-0000.idx", 64 * 100 + 33);
        try (StoredCapture stored = StoredCapture.open(directory)) {
            assertEquals(100, stored.count());
            byte[] beginning = wire(stored);
            assertArrayEquals(Arrays.copyOf(wire, beginning.length), beginning);
        }
    }

    @Test
    void framesWhoseBytesAreMissingAreCutWithANotice() throws IOException {
        byte[] wire = write();
        truncate("frames-0000.dat", wire.length / 2);
        try (StoredCapture stored = StoredCapture.open(directory)) {
            StoredCapture.Damage damage = stored.damage().orElseThrow();
            assertTrue(stored.count() > 0);
            assertEquals(FRAMES, stored.count() + damage.frames());
            byte[] beginning = wire(stored);
            assertArrayEquals(Arrays.copyOf(wire, beginning.length), beginning);
        }
        Files.delete(directory.resolve("frames-0000.dat"));
        try (StoredCapture stored = StoredCapture.open(directory)) {
            assertEquals(0, stored.count());
        }
    }

    @Test
    void damagedRecordsAreLeftOutWithANotice() throws IOException {
        write();
        truncate("log-0000.dat", Files.size(directory.resolve("log-0000.dat")) - 20);
        ByteBuffer places = ByteBuffer.wrap(Files.readAllBytes(directory.resolve("connections-0000.idx")))
                .order(ByteOrder.LITTLE_ENDIAN);
        overwrite("connections-0000.dat", (int) places.getLong(8) * 8 + 20);
        Files.writeString(directory.resolve("capture.properties"), "folder=\\u00");
        try (StoredCapture stored = StoredCapture.open(directory)) {
            assertEquals(List.of(line(0), line(1)), stored.session().lines(0, 10));
            assertEquals(Optional.empty(), stored.session().connection(1));
            assertTrue(stored.session().connection(2).isPresent());
            assertEquals(1, stored.damage().orElseThrow().records());
            assertEquals(new CaptureHeader("", 0, CaptureLimits.USUAL_PAYLOAD), stored.header());
            assertEquals(FRAMES, stored.count());
        }
    }

    @Test
    void noByteOfTheSmallFilesMakesItThrowSomethingElse() throws IOException {
        write();
        Random random = new Random(23);
        List<String> files = List.of("connections-0000.idx", "connections-0000.dat", "log-0000.idx", "log-0000.dat");
        for (int round = 0; round < 300; round++) {
            overwrite(files.get(random.nextInt(4)), random.nextInt(200));
            try (StoredCapture stored = StoredCapture.open(directory)) {
                for (int number = 0; number < 4; number++) {
                    stored.session().connection(number);
                }
                assertTrue(stored.session().lines(0, 10).size() <= 3);
            }
        }
    }

    @Test
    void whatIsNoCaptureIsRefusedInWords() throws IOException {
        Files.createDirectories(directory);
        refused("There is no capture in ");
        Files.writeString(directory.resolve("frames.idx"), "x".repeat(1000));
        refused("There is no capture in ");
        Files.writeString(directory.resolve("frames.idx"), "SCFLOCAL" + "\u0003".repeat(1000));
        refused("has a format that is not known here");
        Files.writeString(directory.resolve("frames.idx"), "");
        refused("There is no capture in ");
    }

    @Test
    void everythingRecordedIsThereAfterAKillInTheMiddleOfTraffic() throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        directory.toString())
                .redirectError(temporary.resolve("errors").toFile())
                .start();
        long told = 0;
        try (BufferedReader output = writer.inputReader()) {
            while (told < 100_000) {
                told = Long.parseLong(output.readLine());
            }
            writer.destroyForcibly();
        }
        assertTrue(writer.waitFor(20, TimeUnit.SECONDS));
        try (StoredCapture stored = StoredCapture.open(directory)) {
            assertEquals(Optional.empty(), stored.damage());
            assertTrue(stored.count() >= told, stored.count() + " of " + told);
            ByteBuffer payload = ByteBuffer.allocate(EndlessWriter.PAYLOAD.length);
            for (long number = 0; number < told; number++) {
                assertTrue(stored.frame(number).complete());
                assertEquals(payload.capacity(), stored.payload(number, 0, payload.clear()));
                assertArrayEquals(EndlessWriter.PAYLOAD, payload.array());
            }
            assertTrue(stored.session().lineCount() >= told / 1000);
            assertTrue(stored.session().connectionCount() >= told / 1000);
            long lines = stored.session().lineCount();
            assertEquals(lines, stored.session().lines(0, Integer.MAX_VALUE).size());
        }
    }

    private byte[] write() throws IOException {
        byte[] wire = WireFrames.stream(new Random(7), FRAMES);
        try (CaptureStore store = CaptureStore.create(directory, "/home/lin/聊天室", CaptureLimits.DEFAULT, clock)) {
            store.record(Connections.open(1, ""));
            store.record(Connections.open(2, ""));
            store.record(Connections.open(1, "permessage-deflate"));
            new FrameScanner(store.recorder(1, Direction.CLIENT_TO_FUNCTION)).scan(ByteBuffer.wrap(wire));
            store.record(Connections.ended(2));
            for (int i = 0; i < 3; i++) {
                store.record(line(i));
            }
        }
        return wire;
    }

    private static LineRecord line(int number) {
        return new LineRecord(number, 5_000L + number, "STDOUT", "request-1", "早上好 ".repeat(10) + number);
    }

    private static byte[] wire(CaptureReader reader) {
        ByteBuffer wire = ByteBuffer.allocate(20 << 20);
        for (long number = 0; number < reader.count(); number++) {
            reader.wire(number, 0, wire);
        }
        return Arrays.copyOf(wire.array(), wire.position());
    }

    private void truncate(String file, long length) throws IOException {
        try (RandomAccessFile open =
                new RandomAccessFile(directory.resolve(file).toFile(), "rw")) {
            open.setLength(length);
        }
    }

    private void overwrite(String file, int position) throws IOException {
        try (RandomAccessFile open =
                new RandomAccessFile(directory.resolve(file).toFile(), "rw")) {
            open.seek(position);
            open.write(0xF5);
        }
    }

    private void refused(String words) {
        IOException refused = assertThrows(IOException.class, () -> StoredCapture.open(directory));
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }

    /** Records frames, connections and lines without end, and tells how many frames are recorded. */
    static final class EndlessWriter {
        static final byte[] PAYLOAD = new byte[200];

        private EndlessWriter() {}

        public static void main(String[] arguments) throws IOException {
            CaptureStore store = CaptureStore.create(Path.of(arguments[0]), Ticker.system());
            FrameScanner scanner = new FrameScanner(store.recorder(1, Direction.CLIENT_TO_FUNCTION));
            for (int recorded = 0; ; recorded++) {
                if (recorded % 1000 == 0) {
                    System.out.println(recorded);
                    store.record(line(recorded / 1000));
                    store.record(Connections.open(recorded / 1000 + 1, ""));
                }
                scanner.scan(ByteBuffer.wrap(WireFrames.frame(0x82, recorded, PAYLOAD)));
            }
        }
    }
}
