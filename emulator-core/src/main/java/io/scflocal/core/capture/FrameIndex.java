package io.scflocal.core.capture;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code frames.idx}: one {@link FrameSlot} per frame, and in the place of the first one the file's own header (magic number, version,
 * size of a record, size of a segment).
 *
 * <p>One writer thread, any number of readers.
 */
final class FrameIndex {
    /** The file. */
    static final String FILE = "frames.idx";
    /** The first eight bytes of the file, "SCFLOCAL" in ASCII. */
    static final long MAGIC = 0x4C41_434F_4C46_4353L;

    static final int VERSION = 1;

    private final MappedRecords records;
    private final AtomicLong count = new AtomicLong();

    FrameIndex(CaptureDirectory directory) throws IOException {
        records = new MappedRecords(directory, FILE, FrameSlot.BYTES);
        records.writable(0)
                .putLong(0, MAGIC)
                .putInt(8, VERSION)
                .putInt(12, FrameSlot.BYTES)
                .putInt(16, WireSegments.SEGMENT_BYTES);
    }

    long count() {
        return count.getAcquire();
    }

    /** Writer: moves a slot to the next unused record. */
    void claim(FrameSlot slot) throws IOException {
        long place = count.getPlain() + 1;
        slot.moveTo(records.writable(place), records.position(place));
    }

    /** Writer: the claimed record is filled. */
    void publish() {
        count.setRelease(count.getPlain() + 1);
    }

    /** Reader: the record of a frame. */
    FrameSlot slot(long number) {
        return look(new FrameSlot(), number);
    }

    /** Reader: moves a slot to the record of a frame. */
    FrameSlot look(FrameSlot slot, long number) {
        long place = Objects.checkIndex(number, count()) + 1;
        return slot.moveTo(Objects.requireNonNull(records.readable(place)), records.position(place));
    }

    /** Bytes in use. */
    long bytes() {
        return (count() + 1) * FrameSlot.BYTES;
    }

    void close() {
        records.close(count() + 1);
    }
}
