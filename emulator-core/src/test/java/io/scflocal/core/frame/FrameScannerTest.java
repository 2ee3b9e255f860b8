package io.scflocal.core.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameScannerTest {
    private final SeenFrames seen = new SeenFrames();
    private final FrameScanner scanner = new FrameScanner(seen);

    @Test
    void tellsTheExampleOfTheRfc() {
        scanner.scan(hex("81 85 37 fa 21 3d 7f 9f 4d 51 58"));
        assertEquals(List.of("81 true 37fa213d 5 6", "ended 7f9f4d5158"), seen.calls);
    }

    @Test
    void leavesPositionAndLimitAndAnyByteOrderAlone() {
        ByteBuffer wire = ByteBuffer.allocateDirect(64).order(ByteOrder.LITTLE_ENDIAN);
        wire.position(7).put(WireFrames.frame(0x82, 0x01020304, new byte[10], 8));
        wire.limit(wire.position()).position(7);
        int limit = wire.limit();
        scanner.scan(wire);
        assertEquals(7, wire.position());
        assertEquals(limit, wire.limit());
        assertEquals("82 true 01020304 10 14", seen.calls.get(0));
    }

    @Test
    void keepsLengthsThatAreNotTheShortest() {
        scanner.scan(hex("82 7e 00 01 aa  82 7f 00 00 00 00 00 00 00 00  82 7f 00 00 00 00 00 00 00 02 bb cc"));
        assertEquals(
                List.of(
                        "82 false 00000000 1 4", "ended aa",
                        "82 false 00000000 0 10", "ended ",
                        "82 false 00000000 2 10", "ended bbcc"),
                seen.calls);
    }

    @Test
    void takesTheLongestLengthThatTheRfcAllows() {
        scanner.scan(hex("82 7f 7f ff ff ff ff ff ff ff 01 02"));
        assertEquals(List.of("82 false 00000000 9223372036854775807 10"), seen.calls);
        assertFalse(scanner.atBoundary());
        assertFalse(scanner.framingLost());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1000})
    void isSilentAfterALengthWithItsTopBitSet(int slice) {
        scan(bytes("81 01 61  82 ff 80 00 00 00 00 00 00 00 01 02 03 04  81 01 61"), slice);
        assertEquals(List.of("81 false 00000000 1 2", "ended 61", "lost"), seen.calls);
        assertTrue(scanner.framingLost());
        assertFalse(scanner.atBoundary());
    }

    @Test
    void isAtABoundaryOnlyBetweenFrames() {
        byte[] wire = WireFrames.frame(0x81, 0x11223344, new byte[200]);
        assertTrue(scanner.atBoundary());
        for (int i = 0; i < wire.length; i++) {
            scanner.scan(ByteBuffer.wrap(wire, i, 1));
            assertEquals(i == wire.length - 1, scanner.atBoundary(), "after byte " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tellsTheSameHoweverTheStreamIsCut(long seed) {
        Random random = new Random(seed);
        byte[] wire = WireFrames.stream(random, 100);
        scanner.scan(ByteBuffer.wrap(wire));

        SeenFrames bytewise = new SeenFrames();
        scan(new FrameScanner(bytewise), wire, () -> 1);
        assertEquals(seen.calls, bytewise.calls);

        SeenFrames anywhere = new SeenFrames();
        scan(new FrameScanner(anywhere), wire, () -> random.nextInt(random.nextBoolean() ? 8 : 5000));
        assertEquals(seen.calls, anywhere.calls);
        assertEquals(200, seen.calls.size());
    }

    @Test
    void neverThrowsAtRandomBytes() {
        Random random = new Random(42);
        byte[] noise = new byte[10_000];
        for (int round = 0; round < 2_000; round++) {
            random.nextBytes(noise);
            scan(new FrameScanner(new SeenFrames()), noise, () -> random.nextInt(300));
        }
    }

    private void scan(byte[] wire, int slice) {
        scan(scanner, wire, () -> slice);
    }

    private static void scan(FrameScanner scanner, byte[] wire, java.util.function.IntSupplier slices) {
        for (int at = 0; at < wire.length; ) {
            int length = Math.min(slices.getAsInt(), wire.length - at);
            scanner.scan(ByteBuffer.wrap(wire, at, length));
            at += length;
        }
    }

    private static ByteBuffer hex(String text) {
        return ByteBuffer.wrap(bytes(text));
    }

    private static byte[] bytes(String text) {
        return java.util.HexFormat.of().parseHex(text.replace(" ", ""));
    }
}
