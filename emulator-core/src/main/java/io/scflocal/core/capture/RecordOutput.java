package io.scflocal.core.capture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts the fields of a record one after the other: numbers big-endian, a text as its length in bytes and UTF-8. For one thread. */
final class RecordOutput {
    private static final int FIRST_BYTES = 2048;

    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_BYTES);

    RecordOutput number(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    RecordOutput number(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    RecordOutput flag(boolean value) {
        room(1).put((byte) (value ? 1 : 0));
        return this;
    }

    RecordOutput text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + encoded.length).putInt(encoded.length).put(encoded);
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            int capacity = Math.max(bytes.capacity() * 2, bytes.position() + more);
            bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), capacity)).position(bytes.position());
        }
        return bytes;
    }
}
