package io.scflocal.core.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
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

    private FrameIndex(MappedRecords records, long count) {
        this.records = records;
        this.count.setPlain(count);
    }

    FrameIndex(CaptureDirectory directory) throws IOException {
        records = new MappedRecords(directory, FILE, FrameSlot.BYTES);
        records.writable(0)
                .putLong(0, MAGIC)
                .putInt(8, VERSION)
                .putInt(12, FrameSlot.BYTES)
                .putInt(16, WireSegments.SEGMENT_BYTES);
    }

    /**
     * The index of a capture that is over, or whose writer has died: the unused records at its end don't count.
     *
     * @throws IOException if the file can't be read or is no index of this version
     */
    static FrameIndex open(CaptureDirectory directory) throws IOException {
        MappedRecords records = MappedRecords.open(directory, FILE, FrameSlot.BYTES);
        long room = records.room();
        ByteBuffer header = room == 0 ? null : records.readable(0);
        if (header == null || header.getLong(0) != MAGIC) {
            throw new IOException("There is no capture in " + directory.path() + ".");
        }
        if (header.getInt(8) != VERSION
                || header.getInt(12) != FrameSlot.BYTES
                || header.getInt(16) != WireSegments.SEGMENT_BYTES) {
            throw new IOException("The capture in " + directory.path() + " has a format that is not known here.");
        }
        return new FrameIndex(records, countUsed(records, room - 1));
    }

    /** The used records come first, so that the border is found in a few looks. */
    private static long countUsed(MappedRecords records, long room) {
        FrameSlot slot = new FrameSlot();
        long used = 0;
        long unused = room;
        while (used < unused) {
            long place = (used + unused) / 2 + 1;
            slot.moveTo(Objects.requireNonNull(records.readable(place)), records.position(place));
            if (slot.isUsed()) {
                used = place;
            } else {
                unused = place - 1;
            }
        }
        return used;
    }

    /** The same index without the frames from {@code end} on. */
    FrameIndex cut(long end) {
        return new FrameIndex(records, end);
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
