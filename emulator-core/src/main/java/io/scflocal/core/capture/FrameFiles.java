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
        FrameEntry entry = index.entry(number);
        FrameRecord frame = entry.toRecord(number);
        return hasGone(entry) ? frame.withoutBytes() : frame;
    }

    @Override
    public CaptureCursor cursor() {
        return new StoreCursor(index, this);
    }

    @Override
    public int payload(long number, long offset, ByteBuffer target) {
        return payload(index.entry(number), offset, target);
    }

    @Override
    public int wire(long number, long offset, ByteBuffer target) {
        return wire(index.entry(number), offset, target);
    }

    /** Whether the frame's bytes had to go. */
    boolean hasGone(FrameEntry entry) {
        return hasGone(entry, segments.firstKeptOffset());
    }

    private static boolean hasGone(FrameEntry entry, long firstKept) {
        return !entry.isUsed() || entry.isBefore(firstKept);
    }

    int payload(FrameEntry entry, long offset, ByteBuffer target) {
        int start = target.position();
        int copied = copy(entry, entry.headerLength(), entry.capturedLength(), offset, target);
        if (entry.maskKey() != 0) {
            Masking.apply(target, start, copied, entry.maskKey(), offset);
        }
        return copied;
    }

    int wire(FrameEntry entry, long offset, ByteBuffer target) {
        return copy(entry, 0, entry.headerLength() + entry.capturedLength(), offset, target);
    }

    @Override
    public long first() {
        return index.first();
    }

    @Override
    public Optional<Gap> gap() {
        long first = first();
        long end = Math.max(first, firstFrom(segments.firstKeptOffset()));
        if (end == 0) {
            return Optional.empty();
        }
        long from = first == 0 ? index.entry(0).epochNanos() : index.firstEpochNanos();
        FrameEntry last = index.entry(end - 1);
        long to = last.isUsed() ? last.epochNanos() : index.lastEpochNanos();
        return Optional.of(new Gap(end, end, from, Math.max(from, to), quotaBytes));
    }

    /** Room is reserved in the order of the frames, so that those whose bytes have gone come first. */
    private long firstFrom(long offset) {
        FrameEntry entry = new FrameEntry();
        long before = first();
        long from = offset == 0 ? before : index.count();
        while (before < from) {
            long middle = (before + from) / 2;
            if (hasGone(index.look(entry, middle), offset)) {
                before = middle + 1;
            } else {
                from = middle;
            }
        }
        return before;
    }

    /** Whether all that the index says of a frame's bytes is there. */
    boolean isWhole(long number) {
        FrameEntry entry = index.entry(number);
        return entry.offset() == FrameSlot.NOT_KEPT
                || hasGone(entry)
                || segments.holds(entry.offset(), entry.headerLength() + (long) entry.capturedLength());
    }

    /** Copies from {@code offset} on out of the {@code available} bytes that begin {@code skipped} bytes into the frame. */
    private int copy(FrameEntry entry, int skipped, int available, long offset, ByteBuffer target) {
        if (offset < 0) {
            throw new IllegalArgumentException("The offset " + offset + " is negative.");
        }
        if (offset >= available || entry.offset() == FrameSlot.NOT_KEPT) {
            return 0;
        }
        int length = (int) Math.min(target.remaining(), available - offset);
        long from = entry.offset() + skipped + offset;
        return segments.copy(from, length, target) ? length : 0;
    }
}
