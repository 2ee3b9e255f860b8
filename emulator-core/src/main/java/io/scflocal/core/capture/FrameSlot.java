package io.scflocal.core.capture;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameHeader;
import io.scflocal.core.frame.FrameOrigin;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A view of one record in {@code frames.idx}; it can be moved from record to record. All numbers are little-endian:
 *
 * <pre>
 *  0  u64  epochNanos
 *  8  u64  offset: segment number * segment size + position of the header's first byte; all ones when nothing is kept
 * 16  u64  payloadLength
 * 24  u32  capturedLength, grows
 * 28  u32  connection
 * 32  u32  maskKey
 * 36  u8   firstByte
 * 37  u8   headerLength, written after everything above: 0 marks a record that is not used
 * 38  u16  flags: 1 masked, 2 function to client, 4 complete, 8 and 16 who made it: 0 a peer, 8 the user, 16 the platform
 * 40       zero
 * </pre>
 *
 * <p>The writer publishes the captured length and the last four bytes with release, readers take them with acquire; thus whoever
 * sees a captured length also sees the bytes that it counts, and whoever sees "complete" also sees the final captured length.
 */
final class FrameSlot {
    /** Size of a record in bytes. */
    static final int BYTES = 64;
    /** The offset of a frame of which no byte is kept. */
    static final long NOT_KEPT = -1;

    private static final int EPOCH_NANOS = 0;
    private static final int OFFSET = 8;
    private static final int PAYLOAD_LENGTH = 16;
    private static final int CAPTURED_LENGTH = 24;
    private static final int CONNECTION = 28;
    private static final int MASK_KEY = 32;
    private static final int MARKS = 36;

    private static final int MASKED = 1 << 16;
    private static final int FUNCTION_TO_CLIENT = 2 << 16;
    private static final int COMPLETE = 4 << 16;
    private static final int ORIGIN_SHIFT = 16 + 3;
    private static final int ORIGIN_BITS = 3;

    private static final ByteBuffer NOWHERE = ByteBuffer.allocate(0);
    private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private ByteBuffer chunk = NOWHERE;
    private int at;

    /** Looks at the record that starts at an absolute index of a little-endian buffer from now on. */
    FrameSlot moveTo(ByteBuffer chunk, int at) {
        this.chunk = chunk;
        this.at = at;
        return this;
    }

    void writeOrigin(long epochNanos, int connection, long offset) {
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

    long offset() {
        return chunk.getLong(at + OFFSET);
    }

    /** Whether its bytes lie before an offset; never when nothing of it is kept. */
    boolean isBefore(long offset) {
        return Long.compareUnsigned(offset(), offset) < 0;
    }

    int maskKey() {
        return chunk.getInt(at + MASK_KEY);
    }

    boolean isUsed() {
        return headerLength() != 0;
    }

    int headerLength() {
        return marks() >>> 8 & 0xFF;
    }

    int capturedLength() {
        return (int) INT.getAcquire(chunk, at + CAPTURED_LENGTH);
    }

    long epochNanos() {
        return chunk.getLong(at + EPOCH_NANOS);
    }

    long payloadLength() {
        return chunk.getLong(at + PAYLOAD_LENGTH);
    }

    int connection() {
        return chunk.getInt(at + CONNECTION);
    }

    int firstByte() {
        return marks() & 0xFF;
    }

    boolean masked() {
        return (marks() & MASKED) != 0;
    }

    Direction direction() {
        return (marks() & FUNCTION_TO_CLIENT) != 0 ? Direction.FUNCTION_TO_CLIENT : Direction.CLIENT_TO_FUNCTION;
    }

    FrameOrigin origin() {
        return FrameOrigin.of(marks() >>> ORIGIN_SHIFT & ORIGIN_BITS);
    }

    boolean complete() {
        return (marks() & COMPLETE) != 0;
    }

    FrameRecord read(long number) {
        // Complete before the captured length: a complete frame must not be shown with less than was captured.
        boolean complete = complete();
        FrameHeader header = new FrameHeader(firstByte(), masked(), maskKey(), payloadLength(), headerLength());
        return new FrameRecord(
                number, epochNanos(), connection(), direction(), header, capturedLength(), complete, origin());
    }

    private int marks() {
        return (int) INT.getAcquire(chunk, at + MARKS);
    }
}
