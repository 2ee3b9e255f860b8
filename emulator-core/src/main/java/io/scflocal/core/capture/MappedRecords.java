package io.scflocal.core.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * Records of one size in a row of files of 4 MB ({@code name-0000.suffix} and so on), all of them mapped, so that a record is found
 * without a search and without heap. What was never written reads as zeros. When the row has got as long as it may be, the oldest file
 * goes as a whole: it is cleared and becomes the newest one, because its place on the disk is there already.
 *
 * <p>One writer thread, any number of readers. A reader can be overtaken by the writer while it reads a record of the oldest file, and has
 * to ask {@link #isHeld} afterwards whether it was.
 */
final class MappedRecords {
    /** Size of a file in bytes. */
    static final int FILE_BYTES = 4 << 20;

    /** What gets its place on the disk at once. */
    private static final int PIECE_BYTES = 1 << 20;

    private static final int ALL_PLACED = (1 << FILE_BYTES / PIECE_BYTES) - 1;

    private final CaptureDirectory directory;
    private final Name name;
    private final int recordBytes;
    /** The binary logarithm of the number of records in a file. */
    private final int shift;

    private final long most;
    private final boolean othersWrite;
    private @Nullable CaptureFile begun;
    private long begunNumber;
    private volatile Row row = new Row(0, new Part[0]);
    private volatile long diskBytes;

    /** How the files are called: by a family, a number and a suffix with its dot. */
    record Name(String family, String suffix) {
        String of(long number) {
            return CaptureDirectory.numbered(family, number, suffix);
        }
    }

    /** One file. */
    private static final class Part {
        private final ByteBuffer bytes;
        /** The pieces that have their place on the disk, one bit for each; for the writer. */
        private int placed;

        Part(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        long placedBytes() {
            return (long) Integer.bitCount(placed) * PIECE_BYTES;
        }
    }

    /** The files that are there, from a number on. */
    private record Row(long first, @Nullable Part[] parts) {
        @Nullable
        Part at(long number) {
            long place = number - first;
            return place >= 0 && place < parts.length ? parts[(int) place] : null;
        }

        long end() {
            return first + parts.length;
        }

        Row from(long number) {
            return number <= first
                    ? this
                    : new Row(
                            number,
                            Arrays.copyOfRange(parts, (int) Math.min(number - first, parts.length), parts.length));
        }

        Row with(long number, Part part) {
            @Nullable Part[] more = Arrays.copyOf(parts, (int) Math.max(parts.length, number + 1 - first));
            more[(int) (number - first)] = part;
            return new Row(first, more);
        }
    }

    private MappedRecords(CaptureDirectory directory, Name name, int recordBytes, long most, boolean othersWrite) {
        this.directory = directory;
        this.name = name;
        this.recordBytes = recordBytes;
        shift = Integer.numberOfTrailingZeros(FILE_BYTES / recordBytes);
        this.most = most;
        this.othersWrite = othersWrite;
    }

    /**
     * No records yet; nothing is on disk before the first one is written.
     *
     * @param recordBytes size of a record, a power of two
     * @param limit how many bytes of the newest records are held at least; the files take up to 4 MB more, and 8 MB at least
     */
    static MappedRecords create(CaptureDirectory directory, Name name, int recordBytes, long limit) {
        return new MappedRecords(directory, name, recordBytes, Math.max(2, limit / FILE_BYTES + 1), false);
    }

    /**
     * The records that are there already, only to be read.
     *
     * @param othersWrite whether another process may still write them, so that one can go while it is read
     */
    static MappedRecords open(CaptureDirectory directory, Name name, int recordBytes, boolean othersWrite)
            throws IOException {
        MappedRecords records = new MappedRecords(directory, name, recordBytes, 0, othersWrite);
        NavigableMap<Integer, String> files = directory.numberedFiles(name.family(), name.suffix());
        Row found = new Row(files.isEmpty() ? 0 : files.firstKey(), new Part[0]);
        for (Map.Entry<Integer, String> file : files.entrySet()) {
            ByteBuffer[] mapped = directory.mapExisting(file.getValue(), FILE_BYTES);
            if (mapped.length > 0) {
                found = found.with(file.getKey(), new Part(mapped[0]));
            }
        }
        records.row = found;
        return records;
    }

    /** The records of a file that is not in a row, as captures of version 1 have them, only to be read; none if there is none. */
    static MappedRecords openSingle(CaptureDirectory directory, Name name, int recordBytes) throws IOException {
        MappedRecords records = new MappedRecords(directory, name, recordBytes, 0, false);
        records.row = new Row(
                0,
                Arrays.stream(directory.mapExisting(name.family() + name.suffix(), FILE_BYTES))
                        .map(Part::new)
                        .toArray(Part[]::new));
        return records;
    }

    /** The first record that has not gone; any thread. */
    long first() {
        return row.first() * perFile();
    }

    /** What {@link #first} would be once a record is written. */
    long firstWith(long record) {
        return Math.max(row.first(), file(record) + 1 - most) * perFile();
    }

    /** The first record that stays when the next file is begun. */
    long firstAfterNext() {
        Row now = row;
        return Math.max(now.first(), now.end() + 1 - most) * perFile();
    }

    /** One more than the last record for which there is room in what is mapped. */
    long room() {
        Row now = row;
        Part last = now.at(now.end() - 1);
        return last == null ? first() : (now.end() - 1) * perFile() + last.bytes.capacity() / recordBytes;
    }

    /** Writer: the file that holds a record, which must not have gone. */
    ByteBuffer writable(long record) throws IOException {
        long number = file(record);
        Part part = row.at(number);
        if (part == null) {
            part = begin(number);
        }
        int piece = position(record) / PIECE_BYTES;
        if ((part.placed >>> piece & 1) == 0) {
            place(number, part, piece);
        }
        return part.bytes;
    }

    /** Writer: the first record that {@link #writable} is to be asked for again after it was asked for this one. */
    long writableEnd(long record) {
        int perPiece = PIECE_BYTES / recordBytes;
        return record / perPiece * perPiece + perPiece;
    }

    /** Reader: the file that holds a record; null when the record has gone, is cut off or nothing near it was ever written. */
    @Nullable
    ByteBuffer readable(long record) {
        Part part = row.at(file(record));
        return part == null || position(record) + recordBytes > part.bytes.capacity() ? null : part.bytes;
    }

    /** Reader: whether a record that was read had not gone meanwhile. */
    boolean isHeld(long record) {
        long number = file(record);
        return number >= row.first() && (!othersWrite || directory.has(name.of(number)));
    }

    /** What the files take of the disk, in bytes; any thread. */
    long diskBytes() {
        return diskBytes;
    }

    /** Where a record begins in its file. */
    int position(long record) {
        return ((int) record & perFile() - 1) * recordBytes;
    }

    /** Cuts off what lies behind a record of the newest file. */
    void close(long records) {
        if (begun != null) {
            begun.closeAt(Math.max(0, Math.min(records * recordBytes - begunNumber * FILE_BYTES, FILE_BYTES)));
            begun = null;
        }
    }

    private int perFile() {
        return 1 << shift;
    }

    private long file(long record) {
        return record >>> shift;
    }

    private Part begin(long number) throws IOException {
        Row before = row;
        Row kept = before.from(number + 1 - most);
        // Before anything of it is overwritten, so that readers notice.
        row = kept;
        Part again = letGo(before, kept.first(), number);
        Part part = again == null ? create(number) : again;
        row = kept.with(number, part);
        return part;
    }

    /** The files before {@code first} go; the first of them becomes file {@code number}, unless there is none or it can't. */
    private @Nullable Part letGo(Row before, long first, long number) throws IOException {
        Part again = null;
        for (long gone = before.first(); gone < Math.min(first, before.end()); gone++) {
            Part part = before.at(gone);
            if (part != null && again == null && directory.rename(name.of(gone), name.of(number))) {
                again = part;
            } else if (part != null) {
                directory.deleteFile(name.of(gone));
                diskBytes -= part.placedBytes();
            }
        }
        if (again != null) {
            hold(directory.reopenFile(name.of(number)), number).fill(0, FILE_BYTES);
            diskBytes += FILE_BYTES - again.placedBytes();
            again.placed = ALL_PLACED;
        }
        return again;
    }

    private Part create(long number) throws IOException {
        CaptureFile file = begun;
        if (file == null || begunNumber != number) {
            directory.requireRoom(PIECE_BYTES);
            file = hold(directory.createFile(name.of(number)), number);
        }
        return new Part(file.map(0, FILE_BYTES));
    }

    private CaptureFile hold(CaptureFile file, long number) {
        if (begun != null) {
            begun.closeQuietly();
        }
        begun = file;
        begunNumber = number;
        return file;
    }

    private void place(long number, Part part, int piece) throws IOException {
        directory.requireRoom(PIECE_BYTES);
        CaptureFile file = begun;
        if (file == null || begunNumber != number) {
            file = hold(directory.reopenFile(name.of(number)), number);
        }
        file.fill((long) piece * PIECE_BYTES, PIECE_BYTES);
        part.placed |= 1 << piece;
        diskBytes += PIECE_BYTES;
        directory.grew();
    }
}
