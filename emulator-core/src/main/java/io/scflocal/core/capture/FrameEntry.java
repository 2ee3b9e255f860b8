package io.scflocal.core.capture;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameHeader;
import io.scflocal.core.frame.FrameOrigin;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;

/** One record of the index as it stood when it was looked at, of which a writer can't change anything any more. Confined to one thread. */
final class FrameEntry {
    private long epochNanos;
    private long offset;
    private long payloadLength;
    private long stamp;
    private int capturedLength;
    private int connection;
    private int maskKey;
    private int marks;

    /** Reads the record that starts at an absolute index of a little-endian buffer. */
    FrameEntry read(ByteBuffer chunk, int at) {
        // Complete before the captured length: a complete frame must not be shown with less than was captured.
        marks = FrameSlot.marks(chunk, at);
        capturedLength = FrameSlot.capturedLength(chunk, at);
        epochNanos = chunk.getLong(at + FrameSlot.EPOCH_NANOS);
        offset = chunk.getLong(at + FrameSlot.OFFSET);
        payloadLength = chunk.getLong(at + FrameSlot.PAYLOAD_LENGTH);
        connection = chunk.getInt(at + FrameSlot.CONNECTION);
        maskKey = chunk.getInt(at + FrameSlot.MASK_KEY);
        // Last: whoever has read something of a record that took this one's place sees that here.
        VarHandle.loadLoadFence();
        stamp = chunk.getLong(at + FrameSlot.STAMP);
        return this;
    }

    /** There is no such record, or no longer. */
    FrameEntry forget() {
        epochNanos = 0;
        offset = FrameSlot.NOT_KEPT;
        payloadLength = 0;
        capturedLength = 0;
        connection = 0;
        maskKey = 0;
        marks = 0;
        return this;
    }

    /** Whether it is the record of the frame with this number, and was while it was read. */
    boolean isOf(long number) {
        return stamp == number + 1;
    }

    boolean isUsed() {
        return headerLength() != 0;
    }

    /** Whether its bytes lie before an offset; never when nothing of it is kept. */
    boolean isBefore(long other) {
        return Long.compareUnsigned(offset, other) < 0;
    }

    long offset() {
        return offset;
    }

    int maskKey() {
        return maskKey;
    }

    int headerLength() {
        return marks >>> 8 & 0xFF;
    }

    int capturedLength() {
        return capturedLength;
    }

    long epochNanos() {
        return epochNanos;
    }

    long payloadLength() {
        return payloadLength;
    }

    int connection() {
        return connection;
    }

    int firstByte() {
        return marks & 0xFF;
    }

    boolean masked() {
        return (marks & FrameSlot.MASKED) != 0;
    }

    Direction direction() {
        return (marks & FrameSlot.FUNCTION_TO_CLIENT) != 0
                ? Direction.FUNCTION_TO_CLIENT
                : Direction.CLIENT_TO_FUNCTION;
    }

    FrameOrigin origin() {
        return FrameOrigin.of(marks >>> FrameSlot.ORIGIN_SHIFT & FrameSlot.ORIGIN_BITS);
    }

    boolean complete() {
        return (marks & FrameSlot.COMPLETE) != 0;
    }

    FrameRecord toRecord(long number) {
        FrameHeader header = new FrameHeader(firstByte(), masked(), maskKey, payloadLength, headerLength());
        return new FrameRecord(
                number, epochNanos, connection, direction(), header, capturedLength, complete(), origin());
    }
}
