package io.scflocal.core.capture;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameOrigin;
import java.nio.ByteBuffer;

/** A cursor that reads the records of the index where they lie. */
final class StoreCursor implements CaptureCursor {
    private final FrameIndex index;
    private final FrameFiles files;
    private final FrameEntry entry = new FrameEntry();
    private long number;

    StoreCursor(FrameIndex index, FrameFiles files) {
        this.index = index;
        this.files = files;
    }

    @Override
    public void moveTo(long number) {
        index.look(entry, number);
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public long epochNanos() {
        return entry.epochNanos();
    }

    @Override
    public int connection() {
        return entry.connection();
    }

    @Override
    public Direction direction() {
        return entry.direction();
    }

    @Override
    public FrameOrigin origin() {
        return entry.origin();
    }

    @Override
    public int firstByte() {
        return entry.firstByte();
    }

    @Override
    public boolean masked() {
        return entry.masked();
    }

    @Override
    public long payloadLength() {
        return entry.payloadLength();
    }

    @Override
    public int headerLength() {
        return entry.headerLength();
    }

    @Override
    public boolean complete() {
        return entry.complete();
    }

    @Override
    public int capturedLength() {
        return files.hasGone(entry) ? 0 : entry.capturedLength();
    }

    @Override
    public int payload(long offset, ByteBuffer target) {
        return files.payload(entry, offset, target);
    }

    @Override
    public int wire(long offset, ByteBuffer target) {
        return files.wire(entry, offset, target);
    }
}
