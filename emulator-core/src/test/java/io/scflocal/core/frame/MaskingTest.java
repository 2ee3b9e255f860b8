package io.scflocal.core.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskingTest {

    @Test
    void agreesWithTheDefinitionAtEveryPlacePhaseAndByteOrder() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[40];
            random.nextBytes(bytes);
            int index = random.nextInt(20);
            int length = random.nextInt(21);
            int key = random.nextInt();
            long phase = random.nextLong() >>> 1;
            byte[] expected = bytes.clone();
            for (int i = 0; i < length; i++) {
                expected[index + i] ^= (byte) (key >>> 24 - 8 * (int) ((phase + i) & 3));
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            buffer.order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            Masking.apply(buffer, index, length, key, phase);
            assertArrayEquals(expected, bytes);
            assertEquals(0, buffer.position());
        }
    }
}
