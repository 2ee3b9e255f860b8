package io.scflocal.core.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Masks and unmasks payloads, which is the same operation. Source: RFC 6455 section 5.3. */
public final class Masking {
    private Masking() {}

    /**
     * Applies a masking key in place; position, limit and order of the buffer don't matter and stay as they are.
     *
     * @param index absolute index of the first byte
     * @param length number of bytes from there
     * @param maskKey the key, big-endian
     * @param phase which byte of the payload the first byte is, from 0
     */
    public static void apply(ByteBuffer bytes, int index, int length, int maskKey, long phase) {
        int rotated = Integer.rotateLeft(maskKey, 8 * (int) (phase & 3));
        long eightBytes = (long) rotated << 32 | rotated & 0xFFFF_FFFFL;
        long word = bytes.order() == ByteOrder.BIG_ENDIAN ? eightBytes : Long.reverseBytes(eightBytes);
        int end = index + length;
        int at = index;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            bytes.putLong(at, bytes.getLong(at) ^ word);
        }
        for (int shift = 56; at < end; at++, shift -= 8) {
            bytes.put(at, (byte) (bytes.get(at) ^ eightBytes >>> shift));
        }
    }
}
