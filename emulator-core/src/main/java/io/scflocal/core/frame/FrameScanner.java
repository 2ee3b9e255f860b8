package io.scflocal.core.frame;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the frames in the passing bytes of one direction of one connection and tells a {@link FrameSink}. It only looks: the bytes may
 * come in slices of any size, are never copied or kept (apart from a header that arrives in pieces) and nothing is allocated per frame.
 * It judges nothing either: reserved bits, reserved opcodes and lengths that are not in their shortest form are passed on. Source: RFC
 * 6455 section 5.2.
 *
 * <p>Confined to the connection's I/O thread. Never throws.
 */
public final class FrameScanner {
    /** The longest header of a frame, in bytes. */
    public static final int LONGEST_HEADER = 14;

    private static final int MASK_BIT = 0x80;
    private static final int MASK_KEY_BYTES = 4;

    private final FrameSink sink;
    /** A header that has arrived in part; most connections never need it. */
    private @Nullable ByteBuffer pieces;

    private int collected;
    private long payloadLeft;
    private boolean framingLost;

    /** A scanner at the start of a direction, which is a frame boundary. */
    public FrameScanner(FrameSink sink) {
        this.sink = sink;
    }

    /** Looks at the bytes between position and limit, which both stay as they are. */
    public void scan(ByteBuffer wire) {
        int position = wire.position();
        int limit = wire.limit();
        while (position < limit && !framingLost) {
            position = payloadLeft > 0 ? passPayload(wire, position, limit) : passHeader(wire, position, limit);
        }
    }

    /**
     * Looks at the bytes from the position to the end of the frame that is under way or begins there; position and limit stay as they are.
     *
     * @return the index after the last byte seen: a frame boundary, or the buffer's limit
     */
    public int scanFrame(ByteBuffer wire) {
        int position = wire.position();
        int limit = wire.limit();
        do {
            position = payloadLeft > 0 ? passPayload(wire, position, limit) : passHeader(wire, position, limit);
        } while (position < limit && !framingLost && !atBoundary());
        return framingLost ? limit : position;
    }

    /** Whether the last byte seen was the last of a frame, or none has been seen: only here another frame may be put in. */
    public boolean atBoundary() {
        return collected == 0 && payloadLeft == 0 && !framingLost;
    }

    /** Whether {@link FrameSink#framingLost()} has been told; it stays so. */
    public boolean framingLost() {
        return framingLost;
    }

    private int passPayload(ByteBuffer wire, int position, int limit) {
        int length = (int) Math.min(payloadLeft, limit - position);
        payloadLeft -= length;
        sink.payload(wire, position, length);
        if (payloadLeft == 0) {
            sink.frameEnded();
        }
        return position + length;
    }

    private int passHeader(ByteBuffer wire, int position, int limit) {
        if (collected == 0 && limit - position >= 2) {
            int headerLength = headerLength(wire.get(position + 1));
            if (limit - position >= headerLength) {
                startFrame(wire, position, headerLength);
                return position + headerLength;
            }
        }
        ByteBuffer header = pieces;
        if (header == null) {
            header = ByteBuffer.allocate(LONGEST_HEADER);
            pieces = header;
        }
        header.put(collected++, wire.get(position));
        if (collected >= 2 && collected == headerLength(header.get(1))) {
            collected = 0;
            startFrame(header, 0, headerLength(header.get(1)));
        }
        return position + 1;
    }

    private void startFrame(ByteBuffer header, int start, int headerLength) {
        int firstByte = header.get(start) & 0xFF;
        int secondByte = header.get(start + 1);
        boolean masked = (secondByte & MASK_BIT) != 0;
        int afterLength = start + headerLength - (masked ? MASK_KEY_BYTES : 0);
        int lengthBytes = afterLength - start - 2;
        long payloadLength = lengthBytes == 0 ? secondByte & 0x7F : bigEndian(header, start + 2, lengthBytes);
        if (payloadLength < 0) {
            framingLost = true;
            sink.framingLost();
            return;
        }
        payloadLeft = payloadLength;
        int maskKey = masked ? (int) bigEndian(header, afterLength, MASK_KEY_BYTES) : 0;
        sink.frameStarted(firstByte, masked, maskKey, payloadLength, headerLength);
        if (payloadLength == 0) {
            sink.frameEnded();
        }
    }

    private static int headerLength(int secondByte) {
        int lengthBytes =
                switch (secondByte & 0x7F) {
                    case 126 -> 2;
                    case 127 -> 8;
                    default -> 0;
                };
        return 2 + lengthBytes + ((secondByte & MASK_BIT) != 0 ? MASK_KEY_BYTES : 0);
    }

    // Byte by byte, because the order of a buffer that belongs to somebody else is unknown.
    private static long bigEndian(ByteBuffer bytes, int start, int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | bytes.get(start + i) & 0xFF;
        }
        return value;
    }
}
