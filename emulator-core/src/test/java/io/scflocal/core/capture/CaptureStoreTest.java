package io.scflocal.core.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameHeader;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.frame.WireFrames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureStoreTest {
    private static final int KEY = 0xA1B2C3D4;

    @TempDir
    Path temporary;

    private final HandClock clock = new HandClock();
    private Path directory;
    private CaptureStore store;

    @BeforeEach
    void create() throws IOException {
        directory = temporary.resolve("capture");
        store = CaptureStore.create(directory, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536, CaptureLimits.USUAL_PAYLOAD})
    void keepsHeaderPayloadAndTimeOfAFrame(int length) {
        byte[] payload = bytes(length);
        byte[] wire = WireFrames.frame(0x82, KEY, payload);
        clock.now.set(1_234_567_890_123_456_789L);
        scan(scanner(3, Direction.CLIENT_TO_FUNCTION), wire, 16_384);

        assertEquals(1, store.count());
        FrameHeader header = new FrameHeader(0x82, true, KEY, length, wire.length - length);
        assertEquals(
                new FrameRecord(0, 1_234_567_890_123_456_789L, 3, Direction.CLIENT_TO_FUNCTION, header, length, true),
                store.frame(0));
        assertArrayEquals(payload, payload(0));
        assertArrayEquals(wire, wire(0));
        assertEquals(128 + wire.length, store.bytes());
    }

    @Test
    void keepsTheBeginningOfAPayloadThatIsTooLong() {
        byte[] payload = bytes(CaptureLimits.USUAL_PAYLOAD + 1000);
        FrameScanner scanner = scanner(1, Direction.FUNCTION_TO_CLIENT);
        scan(scanner, WireFrames.frame(0x82, null, payload), 100_000);
        scan(scanner, WireFrames.frame(0x81, null, new byte[] {1}), 100);

        FrameRecord first = store.frame(0);
        assertEquals(payload.length, first.header().payloadLength());
        assertEquals(CaptureLimits.USUAL_PAYLOAD, first.capturedLength());
        assertTrue(first.complete());
        assertArrayEquals(Arrays.copyOf(payload, CaptureLimits.USUAL_PAYLOAD), payload(0));
        assertArrayEquals(new byte[] {1}, payload(1));
    }

    @Test
    void keepsAHeaderThatIsNotTheShortestAsItWas() {
        FrameScanner scanner = scanner(1, Direction.FUNCTION_TO_CLIENT);
        byte[] two = WireFrames.frame(0xF3, KEY, bytes(3), 2);
        byte[] eight = WireFrames.frame(0x00, null, bytes(200), 8);
        scan(scanner, two, 1);
        scan(scanner, eight, 1);
        assertArrayEquals(two, wire(0));
        assertArrayEquals(eight, wire(1));
    }

    @Test
    void showsAFrameFromItsHeaderOnWhileItsPayloadArrives() {
        byte[] payload = bytes(10);
        byte[] wire = WireFrames.frame(0x81, KEY, payload);
        FrameScanner scanner = scanner(1, Direction.CLIENT_TO_FUNCTION);
        scanner.scan(ByteBuffer.wrap(wire, 0, 5));
        assertEquals(0, store.count());
        scanner.scan(ByteBuffer.wrap(wire, 5, 1));
        assertEquals(1, store.count());
        assertEquals(0, store.frame(0).capturedLength());
        scanner.scan(ByteBuffer.wrap(wire, 6, 3));
        assertEquals(3, store.frame(0).capturedLength());
        assertFalse(store.frame(0).complete());
        assertArrayEquals(Arrays.copyOf(payload, 3), payload(0));
        assertArrayEquals(Arrays.copyOf(wire, 9), wire(0));
    }

    @Test
    void numbersFramesInTheOrderOfTheirHeadersWhenConnectionsMix() {
        byte[] one = WireFrames.frame(0x81, KEY, bytes(300));
        byte[] two = WireFrames.frame(0x82, null, bytes(500));
        FrameScanner first = scanner(1, Direction.CLIENT_TO_FUNCTION);
        FrameScanner second = scanner(2, Direction.FUNCTION_TO_CLIENT);
        for (int i = 0; i < two.length; i++) {
            second.scan(ByteBuffer.wrap(two, i, 1));
            if (i < one.length) {
                first.scan(ByteBuffer.wrap(one, i, 1));
            }
        }
        assertEquals(2, store.frame(0).connection());
        assertEquals(Direction.FUNCTION_TO_CLIENT, store.frame(0).direction());
        assertEquals(1, store.frame(1).connection());
        assertArrayEquals(two, wire(0));
        assertArrayEquals(one, wire(1));
    }

    @Test
    void copiesAnyPartOfAPayloadAndOfTheWire() {
        byte[] payload = bytes(1000);
        byte[] wire = WireFrames.frame(0x81, KEY, payload);
        scan(scanner(1, Direction.CLIENT_TO_FUNCTION), wire, 100);
        Random random = new Random(5);
        for (int round = 0; round < 1000; round++) {
            int offset = random.nextInt(1100);
            int length = random.nextInt(50);
            assertPart(payload, offset, length, target -> store.payload(0, offset, target));
            assertPart(wire, offset, length, target -> store.wire(0, offset, target));
        }
        assertEquals(0, store.payload(0, Long.MAX_VALUE, ByteBuffer.allocate(1)));
        assertThrows(IllegalArgumentException.class, () -> store.payload(0, -1, ByteBuffer.allocate(1)));
    }

    @Test
    void refusesNumbersOutsideTheCapture() {
        assertThrows(IndexOutOfBoundsException.class, () -> store.frame(0));
        assertThrows(IndexOutOfBoundsException.class, () -> store.payload(-1, 0, ByteBuffer.allocate(1)));
    }

    @Test
    void beginsAnotherSegmentWhenAFrameDoesNotFit() throws IOException {
        byte[] payload = bytes(15 << 20);
        byte[] wire = WireFrames.frame(0x82, null, payload);
        FrameScanner scanner = scanner(1, Direction.FUNCTION_TO_CLIENT);
        FrameScanner slow = scanner(2, Direction.FUNCTION_TO_CLIENT);
        FrameScanner slowAndLong = scanner(3, Direction.FUNCTION_TO_CLIENT);
        slow.scan(ByteBuffer.wrap(WireFrames.header(0x82, null, 1000, 2)));
        slowAndLong.scan(ByteBuffer.wrap(WireFrames.header(0x82, null, 20_000, 2)));
        for (int i = 0; i < 5; i++) {
            scan(scanner, wire, 1 << 20);
        }
        slow.scan(ByteBuffer.wrap(payload, 0, 1000));
        slowAndLong.scan(ByteBuffer.wrap(payload, 0, 7_000));
        slowAndLong.scan(ByteBuffer.wrap(payload, 7_000, 13_000));
        store.close();
        assertArrayEquals(Arrays.copyOf(payload, 1000), payload(0));
        assertArrayEquals(Arrays.copyOf(payload, 20_000), payload(1));
        for (int i = 2; i <= 6; i++) {
            assertArrayEquals(payload, payload(i));
        }
        assertEquals(4L * wire.length + 1004 + 20_004, Files.size(directory.resolve("frames-0000.dat")));
        assertEquals(wire.length, Files.size(directory.resolve("frames-0001.dat")));
    }

    @Test
    void staysReadableAfterItsEndAndIgnoresWhatComesLater() throws IOException {
        byte[] wire = WireFrames.frame(0x81, KEY, bytes(5000));
        FrameScanner scanner = scanner(1, Direction.CLIENT_TO_FUNCTION);
        scan(scanner, wire, 1000);
        store.close();
        scan(scanner, wire, 1000);
        assertEquals(1, store.count());
        assertArrayEquals(wire, wire(0));
        assertEquals(64, Files.size(directory.resolve("frames-0000.idx")));
        assertEquals(wire.length, Files.size(directory.resolve("frames-0000.dat")));
    }

    @Test
    void isPrivateToItsOwner() throws IOException {
        assumeTrue(
                temporary.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "The file system knows no owners");
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
    }

    @Test
    void doesNotWriteIntoAnotherCapture() {
        assertThrows(IOException.class, () -> CaptureStore.create(directory, clock));
    }

    private FrameScanner scanner(int connection, Direction direction) {
        return new FrameScanner(store.recorder(connection, direction));
    }

    private static void scan(FrameScanner scanner, byte[] wire, int slice) {
        for (int at = 0; at < wire.length; at += slice) {
            scanner.scan(ByteBuffer.wrap(wire, at, Math.min(slice, wire.length - at)));
        }
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private byte[] payload(long number) {
        ByteBuffer target = ByteBuffer.allocate(store.frame(number).capturedLength());
        assertEquals(target.capacity(), store.payload(number, 0, target));
        return target.array();
    }

    private byte[] wire(long number) {
        FrameRecord frame = store.frame(number);
        ByteBuffer target = ByteBuffer.allocate(frame.header().headerLength() + frame.capturedLength());
        assertEquals(target.capacity(), store.wire(number, 0, target));
        return target.array();
    }

    private interface Read {
        int into(ByteBuffer target);
    }

    private static void assertPart(byte[] whole, int offset, int length, Read read) {
        ByteBuffer target = ByteBuffer.allocateDirect(60).position(3).limit(3 + length);
        int expected = Math.max(0, Math.min(length, whole.length - offset));
        assertEquals(expected, read.into(target));
        assertEquals(3 + expected, target.position());
        byte[] copied = new byte[expected];
        target.get(3, copied);
        int from = Math.min(offset, whole.length);
        assertArrayEquals(Arrays.copyOfRange(whole, from, from + expected), copied);
    }
}
