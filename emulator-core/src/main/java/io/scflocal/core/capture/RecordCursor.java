package io.scflocal.core.capture;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameOrigin;
import java.nio.ByteBuffer;

/** A cursor over any reader; it makes a record for each frame after all. */
final class RecordCursor implements CaptureCursor {
    private final CaptureReader reader;
    private FrameRecord frame;

    RecordCursor(CaptureReader reader) {
        this.reader = reader;
    }

    @Override
    public void moveTo(long number) {
        frame = reader.frame(number);
    }

    @Override
    public long number() {
        return frame.number();
    }

    @Override
    public long epochNanos() {
        return frame.epochNanos();
    }

    @Override
    public int connection() {
        return frame.connection();
    }

    @Override
    public Direction direction() {
        return frame.direction();
    }

    @Override
    public FrameOrigin origin() {
        return frame.origin();
    }

    @Override
    public int firstByte() {
        return frame.header().firstByte();
    }

    @Override
    public boolean masked() {
        return frame.header().masked();
    }

    @Override
    public long payloadLength() {
        return frame.header().payloadLength();
    }

    @Override
    public int headerLength() {
        return frame.header().headerLength();
    }

    @Override
    public boolean complete() {
        return frame.complete();
    }

    @Override
    public int capturedLength() {
        return frame.capturedLength();
    }

    @Override
    public int payload(long offset, ByteBuffer target) {
        return reader.payload(frame.number(), offset, target);
    }

    @Override
    public int wire(long offset, ByteBuffer target) {
        return reader.wire(frame.number(), offset, target);
    }
}
