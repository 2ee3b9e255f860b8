package io.scflocal.core.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
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

    private static final int SLOTS_PER_CHUNK = 1 << 14;
    private static final int CHUNK_BYTES = SLOTS_PER_CHUNK * FrameSlot.BYTES;

    private final CaptureDirectory directory;
    private final CaptureFile file;
    private final AtomicLong count = new AtomicLong();
    private volatile ByteBuffer[] chunks = {};

    FrameIndex(CaptureDirectory directory) throws IOException {
        this.directory = directory;
        file = directory.createFile(FILE);
        chunk(0).putLong(0, MAGIC)
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
        slot.moveTo(chunk((int) (place / SLOTS_PER_CHUNK)), (int) (place % SLOTS_PER_CHUNK) * FrameSlot.BYTES);
    }

    /** Writer: the claimed record is filled. */
    void publish() {
        count.setRelease(count.getPlain() + 1);
    }

    /** Reader: the record of a frame. */
    FrameSlot slot(long number) {
        return moveTo(new FrameSlot(), number);
    }

    /** Reader: moves a slot to the record of a frame. */
    FrameSlot moveTo(FrameSlot slot, long number) {
        long place = Objects.checkIndex(number, count()) + 1;
        ByteBuffer chunk = chunks[(int) (place / SLOTS_PER_CHUNK)];
        return slot.moveTo(chunk, (int) (place % SLOTS_PER_CHUNK) * FrameSlot.BYTES);
    }

    /** Bytes in use. */
    long bytes() {
        return (count() + 1) * FrameSlot.BYTES;
    }

    void close() {
        file.closeAt(bytes());
    }

    private ByteBuffer chunk(int number) throws IOException {
        ByteBuffer[] mapped = chunks;
        if (number == mapped.length) {
            long position = (long) number * CHUNK_BYTES;
            directory.requireRoom(CHUNK_BYTES);
            file.fill(position, CHUNK_BYTES);
            mapped = Arrays.copyOf(mapped, number + 1);
            mapped[number] = file.map(position, CHUNK_BYTES);
            chunks = mapped;
        }
        return mapped[number];
    }
}
