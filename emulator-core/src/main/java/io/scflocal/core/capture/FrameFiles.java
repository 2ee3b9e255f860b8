package io.scflocal.core.capture;

import io.scflocal.core.frame.Masking;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads frames from the index and the segments, whether they are still written or not. */
final class FrameFiles implements CaptureReader {
    private final FrameIndex index;
    private final WireSegments segments;
    private final long quotaBytes;

    /** {@code quotaBytes} is what the frames may take of the disk; 0 when it isn't known. */
    FrameFiles(FrameIndex index, WireSegments segments, long quotaBytes) {
        this.index = index;
        this.segments = segments;
        this.quotaBytes = quotaBytes;
    }

    /** The same without the frames from {@code end} on. */
    FrameFiles cut(long end) {
        return new FrameFiles(index.cut(end), segments, quotaBytes);
    }

    FrameIndex index() {
        return index;
    }

    @Override
    public long count() {
        return index.count();
    }

    @Override
    public long bytes() {
        return index.bytes();
    }

    @Override
    public FrameRecord frame(long number) {
        FrameSlot slot = index.slot(number);
        FrameRecord frame = slot.read(number);
        return hasGone(slot) ? frame.withoutBytes() : frame;
    }

    @Override
    public CaptureCursor cursor() {
        return new StoreCursor(index, this);
    }

    @Override
    public int payload(long number, long offset, ByteBuffer target) {
        return payload(index.slot(number), offset, target);
    }

    @Override
    public int wire(long number, long offset, ByteBuffer target) {
        return wire(index.slot(number), offset, target);
    }

    /** Whether the frame's bytes had to go. */
    boolean hasGone(FrameSlot slot) {
        return slot.isBefore(segments.firstKeptOffset());
    }

    int payload(FrameSlot slot, long offset, ByteBuffer target) {
        int start = target.position();
        int copied = copy(slot, slot.headerLength(), slot.capturedLength(), offset, target);
        if (slot.maskKey() != 0) {
            Masking.apply(target, start, copied, slot.maskKey(), offset);
        }
        return copied;
    }

    int wire(FrameSlot slot, long offset, ByteBuffer target) {
        return copy(slot, 0, slot.headerLength() + slot.capturedLength(), offset, target);
    }

    @Override
    public Optional<Gap> gap() {
        long gone = firstFrom(segments.firstKeptOffset());
        if (gone == 0) {
            return Optional.empty();
        }
        long first = epochNanos(0);
        return Optional.of(new Gap(gone, gone, first, Math.max(first, epochNanos(gone - 1)), quotaBytes));
    }

    private long epochNanos(long number) {
        return frame(number).epochNanos();
    }

    /** Room is reserved in the order of the frames, so that those whose bytes have gone come first. */
    private long firstFrom(long offset) {
        long before = 0;
        long from = offset == 0 ? 0 : index.count();
        while (before < from) {
            long middle = (before + from) / 2;
            if (index.slot(middle).isBefore(offset)) {
                before = middle + 1;
            } else {
                from = middle;
            }
        }
        return before;
    }

    /** Whether all that the index says of a frame's bytes is there. */
    boolean isWhole(long number) {
        FrameSlot slot = index.slot(number);
        return slot.offset() == FrameSlot.NOT_KEPT
                || hasGone(slot)
                || segments.holds(slot.offset(), slot.headerLength() + (long) slot.capturedLength());
    }

    /** Copies from {@code offset} on out of the {@code available} bytes that begin {@code skipped} bytes into the frame. */
    private int copy(FrameSlot slot, int skipped, int available, long offset, ByteBuffer target) {
        if (offset < 0) {
            throw new IllegalArgumentException("The offset " + offset + " is negative.");
        }
        if (offset >= available || slot.offset() == FrameSlot.NOT_KEPT) {
            return 0;
        }
        int length = (int) Math.min(target.remaining(), available - offset);
        long from = slot.offset() + skipped + offset;
        return segments.copy(from, length, target) ? length : 0;
    }
}
