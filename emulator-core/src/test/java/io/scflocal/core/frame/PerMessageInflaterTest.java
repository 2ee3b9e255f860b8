package io.scflocal.core.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.frame.InflatedMessage.Outcome;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class PerMessageInflaterTest {
    private static final int BUDGET = 1 << 20;

    private final Deflater deflater = new Deflater(6, true);
    private final PerMessageInflater inflater = new PerMessageInflater(true, BUDGET);

    @Test
    void readsTheExamplesOfTheRfc() {
        // Section 7.2.3: one block, its repetition through the context, no compression, BFINAL, two blocks.
        assertMessage("Hello", "f248cdc9c90700");
        assertMessage("Hello", "f200110000");
        assertMessage("Hello", "000500faff48656c6c6f00");
        assertMessage("Hello", "f348cdc9c9070000");
        assertMessage("Hello", "f248050000 00ffff cac9c90700".replace(" ", ""));
    }

    @Test
    void followsTheContextOverManyMessages() {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            byte[] message = text(random, random.nextInt(30_000));
            InflatedMessage inflated = inflater.inflate(ByteBuffer.wrap(deflate(message, Deflater.SYNC_FLUSH)));
            assertEquals(Outcome.COMPLETE, inflated.outcome());
            assertArrayEquals(message, bytes(inflated));
        }
    }

    @Test
    void readsAStreamThatEndsWithItsMessageAndTheOneAfterIt() {
        for (int i = 0; i < 3; i++) {
            deflater.setInput(new byte[] {1, 2, 3});
            deflater.finish();
            ByteArrayOutputStream wire = new ByteArrayOutputStream();
            drain(wire, Deflater.NO_FLUSH);
            deflater.reset();
            InflatedMessage inflated = inflater.inflate(ByteBuffer.wrap(wire.toByteArray()));
            assertEquals(Outcome.COMPLETE, inflated.outcome());
            assertArrayEquals(new byte[] {1, 2, 3}, bytes(inflated));
        }
    }

    @Test
    void stopsAtTheBudgetAndSaysThatTheContextIsLost() {
        byte[] bomb = deflate(new byte[50 * BUDGET], Deflater.SYNC_FLUSH);
        assertTrue(bomb.length < BUDGET / 10);
        InflatedMessage first = inflater.inflate(ByteBuffer.wrap(bomb));
        assertEquals(Outcome.OVER_BUDGET, first.outcome());
        assertEquals(BUDGET, first.bytes().remaining());
        assertEquals(Outcome.CONTEXT_LOST, inflate(inflater, "f248cdc9c90700").outcome());
    }

    @Test
    void goesOnAfterABrokenMessageWhenEveryMessageStandsAlone() {
        PerMessageInflater alone = new PerMessageInflater(false, BUDGET);
        assertEquals(Outcome.BROKEN, inflate(alone, "ffffffff").outcome());
        assertEquals("Hello", text(inflate(alone, "f248cdc9c90700")));
        assertEquals(Outcome.BROKEN, inflate(alone, "f200110000").outcome(), "refers to the message before");
    }

    @Test
    void neverThrowsAtRandomBytes() {
        Random random = new Random(13);
        for (int i = 0; i < 5_000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            try (PerMessageInflater any = new PerMessageInflater(random.nextBoolean(), 1000)) {
                any.inflate(ByteBuffer.wrap(noise));
                any.inflate(ByteBuffer.wrap(noise));
            }
        }
    }

    @Test
    void readsWhatWasNegotiated() {
        assertEquals(Optional.empty(), PerMessageDeflate.parse(""));
        assertEquals(Optional.empty(), PerMessageDeflate.parse("x-webkit-deflate-frame; ,;"));
        PerMessageDeflate agreed = PerMessageDeflate.parse(
                        "foo, Permessage-Deflate; server_max_window_bits=\"10\" ; server_no_context_takeover")
                .orElseThrow();
        assertEquals(new PerMessageDeflate(true, false), agreed);
        assertTrue(agreed.contextTakeover(Direction.CLIENT_TO_FUNCTION));
        assertEquals(false, agreed.contextTakeover(Direction.FUNCTION_TO_CLIENT));
    }

    private void assertMessage(String expected, String hex) {
        InflatedMessage inflated = inflate(inflater, hex);
        assertEquals(Outcome.COMPLETE, inflated.outcome(), hex);
        assertEquals(expected, text(inflated), hex);
    }

    private static InflatedMessage inflate(PerMessageInflater inflater, String hex) {
        return inflater.inflate(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
    }

    private byte[] deflate(byte[] message, int flush) {
        deflater.setInput(message);
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        drain(wire, flush);
        return Arrays.copyOf(wire.toByteArray(), wire.size() - 4);
    }

    private void drain(ByteArrayOutputStream wire, int flush) {
        byte[] buffer = new byte[70_000];
        int length;
        do {
            length = deflater.deflate(buffer, 0, buffer.length, flush);
            wire.write(buffer, 0, length);
        } while (length == buffer.length);
    }

    private static byte[] text(Random random, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(4));
        }
        return bytes;
    }

    private static byte[] bytes(InflatedMessage message) {
        byte[] bytes = new byte[message.bytes().remaining()];
        message.bytes().duplicate().get(bytes);
        return bytes;
    }

    private static String text(InflatedMessage message) {
        return new String(bytes(message), StandardCharsets.UTF_8);
    }
}
