package io.scflocal.core.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file of records of one size, mapped in chunks of a megabyte as they are needed, so that a record is found without a search and
 * without heap. What was never written reads as zeros.
 *
 * <p>One writer thread, any number of readers.
 */
final class MappedRecords {
    private static final int CHUNK_BYTES = 1 << 20;

    private final CaptureDirectory directory;
    private final String name;
    private final int recordBytes;
    private @Nullable CaptureFile file;
    private volatile @Nullable ByteBuffer[] chunks = {};

    /**
     * Nothing is on disk before the first record is written.
     *
     * @param recordBytes size of a record, a power of two
     */
    MappedRecords(CaptureDirectory directory, String name, int recordBytes) {
        this.directory = directory;
        this.name = name;
        this.recordBytes = recordBytes;
    }

    /** The records of a file that is there already, only to be read; none when there is no such file. */
    static MappedRecords open(CaptureDirectory directory, String name, int recordBytes) throws IOException {
        MappedRecords records = new MappedRecords(directory, name, recordBytes);
        records.chunks = directory.mapExisting(name, CHUNK_BYTES);
        return records;
    }

    /** How many whole records there is room for in what is mapped. */
    long room() {
        long bytes = 0;
        for (ByteBuffer chunk : chunks) {
            bytes += chunk == null ? CHUNK_BYTES : chunk.capacity();
        }
        return bytes / recordBytes;
    }

    /** Writer: the chunk that holds a record. */
    ByteBuffer writable(long record) throws IOException {
        int number = chunk(record);
        @Nullable ByteBuffer[] mapped = chunks;
        ByteBuffer present = number < mapped.length ? mapped[number] : null;
        return present != null ? present : map(number);
    }

    /** Reader: the chunk that holds a record; null when nothing near it was ever written. */
    @Nullable
    ByteBuffer readable(long record) {
        int number = chunk(record);
        @Nullable ByteBuffer[] mapped = chunks;
        return number < mapped.length ? mapped[number] : null;
    }

    /** Where a record begins in its chunk. */
    int position(long record) {
        return (int) (record % (CHUNK_BYTES / recordBytes)) * recordBytes;
    }

    /** Cuts off what lies behind the first {@code records} records. */
    void close(long records) {
        if (file != null) {
            file.closeAt(records * recordBytes);
            file = null;
        }
    }

    private int chunk(long record) {
        return (int) (record / (CHUNK_BYTES / recordBytes));
    }

    private ByteBuffer map(int number) throws IOException {
        directory.requireRoom(CHUNK_BYTES);
        CaptureFile opened = file;
        if (opened == null) {
            opened = directory.createFile(name);
            file = opened;
        }
        long position = (long) number * CHUNK_BYTES;
        opened.fill(position, CHUNK_BYTES);
        ByteBuffer chunk = opened.map(position, CHUNK_BYTES);
        @Nullable ByteBuffer[] mapped = Arrays.copyOf(chunks, Math.max(chunks.length, number + 1));
        mapped[number] = chunk;
        chunks = mapped;
        return chunk;
    }
}
