package io.scflocal.core.capture;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameOrigin;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One record of the index while it is written. All numbers are little-endian:
 *
 * <pre>
 *  0  u64  epochNanos
 *  8  u64  offset: segment number * segment size + position of the header's first byte; all ones when nothing is kept
 * 16  u64  payloadLength
 * 24  u32  capturedLength, grows
 * 28  u32  connection
 * 32  u32  maskKey
 * 36  u8   firstByte
 * 37  u8   headerLength, written after everything else: 0 marks a record that is not used
 * 38  u16  flags: 1 masked, 2 function to client, 4 complete, 8 and 16 who made it: 0 a peer, 8 the user, 16 the platform
 * 40  u64  number of the frame + 1, by which a reader knows that the record has not become another's meanwhile; 0 in version 1
 * 48       zero
 * </pre>
 *
 * <p>The writer publishes the captured length and the marks (36 to 39) with release, readers take them with acquire; thus whoever
 * sees a captured length also sees the bytes that it counts, and whoever sees "complete" also sees the final captured length.
 */
final class FrameSlot {
    /** Size of a record in bytes. */
    static final int BYTES = 64;
    /** The offset of a frame of which no byte is kept. */
    static final long NOT_KEPT = -1;

    static final int EPOCH_NANOS = 0;
    static final int OFFSET = 8;
    static final int PAYLOAD_LENGTH = 16;
    static final int CONNECTION = 28;
    static final int MASK_KEY = 32;
    static final int STAMP = 40;

    static final int MASKED = 1 << 16;
    static final int FUNCTION_TO_CLIENT = 2 << 16;
    static final int COMPLETE = 4 << 16;
    static final int ORIGIN_SHIFT = 16 + 3;
    static final int ORIGIN_BITS = 3;

    private static final int CAPTURED_LENGTH = 24;
    private static final int MARKS = 36;

    private static final ByteBuffer NOWHERE = ByteBuffer.allocate(0);
    private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private ByteBuffer chunk = NOWHERE;
    private int at;
    private long number;

    /** Writes the record of a frame, which starts at an absolute index of a little-endian buffer, from now on. */
    void moveTo(long number, ByteBuffer chunk, int at) {
        this.number = number;
        this.chunk = chunk;
        this.at = at;
    }

    /** The number of the frame. */
    long number() {
        return number;
    }

    void writeOrigin(long epochNanos, int connection, long offset) {
        chunk.putLong(at + STAMP, number + 1);
        chunk.putLong(at + EPOCH_NANOS, epochNanos);
        chunk.putInt(at + CONNECTION, connection);
        chunk.putLong(at + OFFSET, offset);
    }

    void writeHeader(long payloadLength, int maskKey) {
        chunk.putLong(at + PAYLOAD_LENGTH, payloadLength);
        chunk.putInt(at + MASK_KEY, maskKey);
    }

    /** Makes the record a used one; nothing else but the two methods below may be written afterwards. */
    void publishStart(int firstByte, int headerLength, boolean masked, int way) {
        INT.setRelease(chunk, at + MARKS, firstByte | headerLength << 8 | (masked ? MASKED : 0) | way);
    }

    /** Direction and origin of a frame, as {@link #publishStart} takes them. */
    static int way(Direction direction, FrameOrigin origin) {
        return (direction == Direction.FUNCTION_TO_CLIENT ? FUNCTION_TO_CLIENT : 0) | origin.code() << ORIGIN_SHIFT;
    }

    void publishCaptured(int capturedLength) {
        INT.setRelease(chunk, at + CAPTURED_LENGTH, capturedLength);
    }

    void publishComplete() {
        INT.setRelease(chunk, at + MARKS, chunk.getInt(at + MARKS) | COMPLETE);
    }

    static int marks(ByteBuffer chunk, int at) {
        return (int) INT.getAcquire(chunk, at + MARKS);
    }

    static int capturedLength(ByteBuffer chunk, int at) {
        return (int) INT.getAcquire(chunk, at + CAPTURED_LENGTH);
    }
}
