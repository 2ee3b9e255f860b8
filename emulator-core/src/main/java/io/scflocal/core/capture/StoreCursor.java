package io.scflocal.core.capture;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameOrigin;
import java.nio.ByteBuffer;

/** A cursor that reads the records of the index where they lie. */
final class StoreCursor implements CaptureCursor {
    private final FrameIndex index;
    private final FrameFiles files;
    private final FrameSlot slot = new FrameSlot();
    private long number;

    StoreCursor(FrameIndex index, FrameFiles files) {
        this.index = index;
        this.files = files;
    }

    @Override
    public void moveTo(long number) {
        index.look(slot, number);
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public long epochNanos() {
        return slot.epochNanos();
    }

    @Override
    public int connection() {
        return slot.connection();
    }

    @Override
    public Direction direction() {
        return slot.direction();
    }

    @Override
    public FrameOrigin origin() {
        return slot.origin();
    }

    @Override
    public int firstByte() {
        return slot.firstByte();
    }

    @Override
    public boolean masked() {
        return slot.masked();
    }

    @Override
    public long payloadLength() {
        return slot.payloadLength();
    }

    @Override
    public int headerLength() {
        return slot.headerLength();
    }

    @Override
    public boolean complete() {
        return slot.complete();
    }

    @Override
    public int capturedLength() {
        return files.hasGone(slot) ? 0 : slot.capturedLength();
    }

    @Override
    public int payload(long offset, ByteBuffer target) {
        return files.payload(slot, offset, target);
    }

    @Override
    public int wire(long offset, ByteBuffer target) {
        return files.wire(slot, offset, target);
    }
}
