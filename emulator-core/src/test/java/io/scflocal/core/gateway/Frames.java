package io.scflocal.core.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes WebSocket frames byte by byte, without any code of the product. */
final class Frames {
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;
    static final int FIN = 0x80;
    static final int RSV1 = 0x40;

    private static final byte[] KEY = {0x12, (byte) 0x9a, 0x00, (byte) 0xff};

    private Frames() {}

    static byte[] masked(int firstByte, byte[] payload) {
        return frame(firstByte, payload, true);
    }

    static byte[] plain(int firstByte, byte[] payload) {
        return frame(firstByte, payload, false);
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] close(int code, String reason) {
        byte[] words = text(reason);
        return ByteBuffer.allocate(2 + words.length)
                .putShort((short) code)
                .put(words)
                .array();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] frame(int firstByte, byte[] payload, boolean mask) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        int maskBit = mask ? 0x80 : 0;
        frame.put((byte) firstByte);
        if (payload.length < 126) {
            frame.put((byte) (maskBit | payload.length));
        } else if (payload.length < 65536) {
            frame.put((byte) (maskBit | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (maskBit | 127)).putLong(payload.length);
        }
        if (mask) {
            frame.put(KEY);
        }
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ (mask ? KEY[i & 3] : 0)));
        }
        byte[] bytes = new byte[frame.position()];
        frame.flip().get(bytes);
        return bytes;
    }
}
