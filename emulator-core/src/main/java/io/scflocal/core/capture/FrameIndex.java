package io.scflocal.core.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A {@link FrameSlot} for each frame in {@code frames-0000.idx} and so on, of which the oldest go when they are too many. {@code frames.idx}
 * says what they are:
 *
 * <pre>
 *  0  u64  "SCFLOCAL" in ASCII
 *  8  u32  version
 * 12  u32  size of a record
 * 16  u32  size of a segment
 * 20  u32  zero
 * 24  u64  epochNanos of frame 0, once its record has gone
 * 32  u64  epochNanos of the last frame whose record has gone
 * </pre>
 *
 * <p>In version 1 all records are in {@code frames.idx}, behind such a header of 64 bytes, and none of them ever goes.
 *
 * <p>One writer thread, any number of readers.
 */
final class FrameIndex {
    /** What says what the files are. */
    static final String FILE = "frames.idx";
    /** The first eight bytes of the file, "SCFLOCAL" in ASCII. */
    static final long MAGIC = 0x4C41_434F_4C46_4353L;

    static final int VERSION = 2;

    private static final int SINGLE_FILE = 1;
    private static final int HEADER_BYTES = 64;
    private static final ByteBuffer NOWHERE = ByteBuffer.allocate(0);
    private static final int FIRST_NANOS = 24;
    private static final int LAST_NANOS = 32;
    private static final MappedRecords.Name NAME = new MappedRecords.Name(WireSegments.FRAMES, ".idx");

    private final ByteBuffer header;
    private final MappedRecords records;
    /** The record of the first frame. */
    private final int begin;

    private final FrameEntry leaving = new FrameEntry();
    /** For the writer: where it writes, up to which frame, and the first one whose record has not gone. */
    private ByteBuffer writable = NOWHERE;

    private long writableEnd;
    private long firstListed;
    private final AtomicLong count = new AtomicLong();

    private FrameIndex(ByteBuffer header, MappedRecords records, int begin, long count) {
        this.header = header;
        this.records = records;
        this.begin = begin;
        this.count.setPlain(count);
    }

    /**
     * An index without frames.
     *
     * @param limit how many bytes of the newest records are held, at least; see {@link MappedRecords#create}
     */
    FrameIndex(CaptureDirectory directory, long limit) throws IOException {
        directory.requireRoom(HEADER_BYTES);
        try (CaptureFile file = directory.createFile(FILE)) {
            file.fill(0, HEADER_BYTES);
            header = file.map(0, HEADER_BYTES);
        }
        header.putLong(0, MAGIC).putInt(8, VERSION).putInt(12, FrameSlot.BYTES).putInt(16, WireSegments.SEGMENT_BYTES);
        begin = 0;
        records = MappedRecords.create(directory, NAME, FrameSlot.BYTES, limit);
        // A capture that has room for nothing is not begun.
        records.writable(0);
    }

    /**
     * The index of a capture that is over, or whose writer has died: the unused records at its end don't count.
     *
     * @throws IOException if the files can't be read or are no index of a version that is known
     */
    static FrameIndex open(CaptureDirectory directory) throws IOException {
        ByteBuffer[] start = directory.mapExisting(FILE, MappedRecords.FILE_BYTES);
        if (start.length == 0 || start[0].capacity() < HEADER_BYTES || start[0].getLong(0) != MAGIC) {
            throw new IOException("There is no capture in " + directory.path() + ".");
        }
        ByteBuffer header = start[0];
        int version = header.getInt(8);
        if (version != VERSION && version != SINGLE_FILE
                || header.getInt(12) != FrameSlot.BYTES
                || header.getInt(16) != WireSegments.SEGMENT_BYTES) {
            throw new IOException("The capture in " + directory.path() + " has a format that is not known here.");
        }
        MappedRecords records = version == SINGLE_FILE
                ? MappedRecords.openSingle(directory, NAME, FrameSlot.BYTES)
                : MappedRecords.open(directory, NAME, FrameSlot.BYTES, false);
        FrameIndex all = new FrameIndex(header, records, version == SINGLE_FILE ? 1 : 0, Long.MAX_VALUE);
        return all.cut(all.countUsed());
    }

    /** The used records come first, so that the border is found in a few looks. */
    private long countUsed() {
        FrameEntry entry = new FrameEntry();
        long used = first();
        long unused = Math.max(used, records.room() - begin);
        while (used < unused) {
            long middle = (used + unused) / 2;
            if (look(entry, middle).isUsed()) {
                used = middle + 1;
            } else {
                unused = middle;
            }
        }
        return used;
    }

    /** The same index without the frames from {@code end} on. */
    FrameIndex cut(long end) {
        return new FrameIndex(header, records, begin, end);
    }

    long count() {
        return count.getAcquire();
    }

    /** The first frame whose record has not gone. */
    long first() {
        return Math.max(0, records.first() - begin);
    }

    /** Where the bytes of the first frame are whose record has not gone; 0 as long as none has. */
    long firstOffset() {
        long first = first();
        FrameEntry entry = first == 0 || first == count() ? leaving.forget() : look(leaving, first);
        return entry.offset() == FrameSlot.NOT_KEPT ? 0 : entry.offset();
    }

    /** Writer: moves a slot to the next unused record. */
    void claim(FrameSlot slot) throws IOException {
        long number = count.getPlain();
        if (number >= writableEnd) {
            makeRoom(number);
        }
        slot.moveTo(number, writable, records.position(number));
    }

    private void makeRoom(long number) throws IOException {
        long first = records.firstWith(number);
        if (first > records.first()) {
            rememberTimes(first);
        }
        writable = records.writable(number);
        writableEnd = records.writableEnd(number);
        firstListed = first;
    }

    /** Writer: whether the record of a frame that is still arriving has not gone. */
    boolean isListed(FrameSlot slot) {
        return slot.number() >= firstListed;
    }

    private void rememberTimes(long end) {
        if (first() == 0) {
            header.putLong(FIRST_NANOS, look(leaving, 0).epochNanos());
        }
        header.putLong(LAST_NANOS, look(leaving, end - 1).epochNanos());
    }

    /** Writer: the claimed record is filled. */
    void publish() {
        count.setRelease(count.getPlain() + 1);
    }

    /** When frame 0 came, of which the record has gone. */
    long firstEpochNanos() {
        return header.getLong(FIRST_NANOS);
    }

    /** When the last frame came of those of which the record has gone. */
    long lastEpochNanos() {
        return header.getLong(LAST_NANOS);
    }

    /** Reader: the record of a frame. */
    FrameEntry entry(long number) {
        return look(new FrameEntry(), number);
    }

    /** Reader: reads the record of a frame into an entry, which is an unused one when the record has gone. */
    FrameEntry look(FrameEntry entry, long number) {
        long place = Objects.checkIndex(number, count()) + begin;
        @Nullable ByteBuffer file = records.readable(place);
        if (file == null) {
            return entry.forget();
        }
        entry.read(file, records.position(place));
        return begin == 0 && !entry.isOf(number) || !records.isHeld(place) ? entry.forget() : entry;
    }

    /** Bytes of the records that have not gone. */
    long bytes() {
        return HEADER_BYTES + (count() - first()) * FrameSlot.BYTES;
    }

    /** What the files take of the disk, in bytes. */
    long diskBytes() {
        return HEADER_BYTES + records.diskBytes();
    }

    void close() {
        records.close(count());
    }
}
