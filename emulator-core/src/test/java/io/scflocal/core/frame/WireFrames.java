package io.scflocal.core.frame;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;

/** Builds frames as they are on the wire. */
public final class WireFrames {
    private WireFrames() {}

    /** A frame with the shortest form of its length; {@code maskKey} null leaves it unmasked. */
    public static byte[] frame(int firstByte, Integer maskKey, byte[] payload) {
        int lengthBytes = payload.length < 126 ? 0 : payload.length < 65536 ? 2 : 8;
        return frame(firstByte, maskKey, payload, lengthBytes);
    }

    /** A frame whose extended length has 0, 2 or 8 bytes. */
    public static byte[] frame(int firstByte, Integer maskKey, byte[] payload, int lengthBytes) {
        ByteBuffer wire = ByteBuffer.allocate(14 + payload.length);
        wire.put(header(firstByte, maskKey, payload.length, lengthBytes));
        for (int i = 0; i < payload.length; i++) {
            int key = maskKey == null ? 0 : maskKey >>> 24 - 8 * (i % 4);
            wire.put((byte) (payload[i] ^ key));
        }
        byte[] bytes = new byte[wire.flip().remaining()];
        wire.get(bytes);
        return bytes;
    }

    /** A header alone. */
    public static byte[] header(int firstByte, Integer maskKey, long payloadLength, int lengthBytes) {
        ByteBuffer wire = ByteBuffer.allocate(14);
        int maskBit = maskKey == null ? 0 : 0x80;
        wire.put((byte) firstByte);
        switch (lengthBytes) {
            case 0 -> wire.put((byte) (maskBit | (int) payloadLength));
            case 2 -> wire.put((byte) (maskBit | 126)).putShort((short) payloadLength);
            default -> wire.put((byte) (maskBit | 127)).putLong(payloadLength);
        }
        if (maskKey != null) {
            wire.putInt(maskKey);
        }
        byte[] bytes = new byte[wire.flip().remaining()];
        wire.get(bytes);
        return bytes;
    }

    /** A stream of {@code frames} frames of every kind and form. */
    public static byte[] stream(Random random, int frames) {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        for (int i = 0; i < frames; i++) {
            byte[] payload = new byte[random.nextInt(10) == 0 ? random.nextInt(70_000) : random.nextInt(126)];
            random.nextBytes(payload);
            int[] forms = payload.length < 126
                    ? new int[] {0, 2, 8}
                    : payload.length < 65536 ? new int[] {2, 8} : new int[] {8};
            Integer key = random.nextBoolean() ? random.nextInt() : null;
            wire.writeBytes(frame(random.nextInt(256), key, payload, forms[random.nextInt(forms.length)]));
        }
        return wire.toByteArray();
    }
}
