package io.scflocal.core.capture;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Records of any length, found by number: {@code name-0000.dat} and so on hold one after the other, {@code name-0000.idx} and so on the
 * place of each number's newest one. They are written into mapped memory, so that writing is as quick as copying and survives the death of
 * this process. When they are too many the oldest go; what is to stay is written again before.
 *
 * <p>In the files of records a record begins at a multiple of eight bytes with its length (u32) and its CRC-32C (u32), little-endian. A
 * place is the number of these eight bytes plus one; 0 is none. Captures of version 1 have one file of each kind, without a number.
 *
 * <p>Thread-safe.
 */
final class NumberedRecords {
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** As many as there are. */
    static final long UNLIMITED = Long.MAX_VALUE;

    private static final String PLACES = ".idx";
    private static final int WORD = Long.BYTES;
    /** How much is written again at most when a file is begun: half of it, so that there is always room for what is new. */
    private static final int MOST_CARRIED = MappedRecords.FILE_BYTES / WORD / 2;

    private final MappedRecords places;
    private final MappedRecords words;
    private final NavigableSet<Long> staying = new TreeSet<>();
    private volatile long end;
    private volatile long count;
    private volatile Gone gone = new Gone(0, 0, 0);
    private long carriedUpTo;
    private boolean closed;

    /** How many records had gone when the first place and the first word were these. */
    private record Gone(long firstPlace, long firstWord, long records) {}

    private NumberedRecords(MappedRecords places, MappedRecords words) {
        this.places = places;
        this.words = words;
    }

    /**
     * No records yet; nothing is on disk before the first one.
     *
     * @param limit how many bytes of the newest records are held, at least
     * @param placesLimit the same of their places
     */
    static NumberedRecords create(CaptureDirectory directory, String name, long limit, long placesLimit) {
        return new NumberedRecords(
                MappedRecords.create(directory, places(name), WORD, placesLimit),
                MappedRecords.create(directory, words(name), WORD, limit));
    }

    /**
     * The records that are there already, only to be read.
     *
     * @param othersWrite whether another process may still write them
     */
    static NumberedRecords open(CaptureDirectory directory, String name, boolean othersWrite) throws IOException {
        NumberedRecords opened = directory.has(name + PLACES)
                ? new NumberedRecords(
                        MappedRecords.openSingle(directory, places(name), WORD),
                        MappedRecords.openSingle(directory, words(name), WORD))
                : new NumberedRecords(
                        MappedRecords.open(directory, places(name), WORD, othersWrite),
                        MappedRecords.open(directory, words(name), WORD, othersWrite));
        opened.end = opened.words.room();
        opened.count = opened.places.room();
        // Places of records that have gone are those of a file that was to be used again when the writer died.
        while (opened.count > opened.places.first() && opened.place(opened.count - 1) <= opened.words.first()) {
            opened.count--;
        }
        return opened;
    }

    private static MappedRecords.Name places(String name) {
        return new MappedRecords.Name(name, PLACES);
    }

    private static MappedRecords.Name words(String name) {
        return new MappedRecords.Name(name, ".dat");
    }

    /** One more than the highest number. */
    long count() {
        return count;
    }

    /** The lowest number that can have a record. */
    long first() {
        return places.first();
    }

    /** How many records are no longer there. Cheap as long as no more of them have gone. */
    long gone() {
        long firstPlace = places.first();
        long firstWord = words.first();
        Gone known = gone;
        if (known.firstPlace() != firstPlace || known.firstWord() != firstWord) {
            long records = firstPlace;
            for (long number = firstPlace; number < count; number++) {
                long place = place(number);
                records += place > 0 && place <= firstWord ? 1 : 0;
            }
            known = new Gone(firstPlace, firstWord, records);
            gone = known;
        }
        return known.records();
    }

    /** Bytes in use. */
    long bytes() {
        return (end - words.first() + count - places.first()) * WORD;
    }

    /** What the files take of the disk, in bytes. */
    long diskBytes() {
        return places.diskBytes() + words.diskBytes();
    }

    /**
     * Keeps a record in the place of the one with this number, if there is one.
     *
     * @param stays whether it is still needed when newer ones of other numbers need its room
     */
    synchronized void put(long number, byte[] body, boolean stays) throws IOException {
        boolean listed = number >= places.first();
        if (closed || !listed || !stays) {
            staying.remove(number);
        } else {
            staying.add(number);
        }
        if (!closed && listed) {
            write(number, body);
            carryOver();
        }
    }

    private void write(long number, byte[] body) throws IOException {
        copyIn(end + 1, body);
        ByteBuffer head = words.writable(end);
        int at = words.position(end);
        head.putInt(at, body.length);
        head.putInt(at + Integer.BYTES, checksum(body));
        LONG.setRelease(places.writable(number), places.position(number), end + 1);
        end += wordsOf(body);
        count = Math.max(count, number + 1);
    }

    /** Writes again what stays of the file that goes next, as soon as it is known which one that is. */
    private void carryOver() throws IOException {
        long leaving = words.firstAfterNext();
        if (leaving == carriedUpTo) {
            return;
        }
        carriedUpTo = leaving;
        long carried = 0;
        for (long number : staying) {
            Optional<byte[]> body = place(number) > leaving ? Optional.empty() : get(number);
            carried += body.map(NumberedRecords::wordsOf).orElse(0);
            if (carried > MOST_CARRIED) {
                return;
            }
            if (body.isPresent()) {
                write(number, body.get());
            }
        }
    }

    private static int wordsOf(byte[] body) {
        return 1 + (body.length + WORD - 1) / WORD;
    }

    /** The record with this number; empty when there is none, or no longer, or it is damaged. */
    Optional<byte[]> get(long number) {
        long place = number < 0 || number >= count ? 0 : place(number);
        if (place <= 0 || place > words.room() || place <= words.first()) {
            return Optional.empty();
        }
        @Nullable ByteBuffer head = words.readable(place - 1);
        int at = words.position(place - 1);
        int length = head == null ? -1 : head.getInt(at);
        if (head == null || length < 0 || length > (words.room() - place) * WORD + WORD - 1) {
            return Optional.empty();
        }
        byte[] body = new byte[length];
        boolean sound = copyOut(place, body) && checksum(body) == head.getInt(at + Integer.BYTES);
        VarHandle.loadLoadFence();
        return sound && places.isHeld(number) && words.isHeld(place - 1) ? Optional.of(body) : Optional.empty();
    }

    /** How many numbers at the end lead to nothing. */
    long damagedAtTheEnd() {
        long damaged = 0;
        for (long number = count - 1;
                number > Math.max(0, first()) && get(number).isEmpty();
                number--) {
            damaged++;
        }
        return damaged;
    }

    /** Ignores later records and cuts the files; what is there stays readable. */
    synchronized void close() {
        closed = true;
        places.close(count);
        words.close(end);
    }

    private long place(long number) {
        @Nullable ByteBuffer chunk = places.readable(number);
        return chunk == null ? 0 : (long) LONG.getAcquire(chunk, places.position(number));
    }

    private void copyIn(long word, byte[] body) throws IOException {
        int done = 0;
        while (done < body.length) {
            long at = word + done / WORD;
            ByteBuffer chunk = words.writable(at);
            // What lies behind is cleared when it gets its place on the disk.
            long room = (words.writableEnd(at) - at) * WORD;
            int length = (int) Math.min(body.length - done, room);
            chunk.put(words.position(at), body, done, length);
            done += length;
        }
    }

    private boolean copyOut(long word, byte[] body) {
        int done = 0;
        while (done < body.length) {
            long at = word + done / WORD;
            @Nullable ByteBuffer chunk = words.readable(at);
            int position = words.position(at);
            if (chunk == null || position >= chunk.capacity()) {
                return false;
            }
            int length = Math.min(body.length - done, chunk.capacity() - position);
            chunk.get(position, body, done, length);
            done += length;
        }
        return true;
    }

    private static int checksum(byte[] body) {
        CRC32C checksum = new CRC32C();
        checksum.update(body);
        return (int) checksum.getValue();
    }
}
