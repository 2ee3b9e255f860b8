package io.scflocal.core.capture;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Records of any length, found by number: {@code name.dat} holds one after the other, {@code name.idx} the place of each number's newest
 * one. They are written into mapped memory, so that writing is as quick as copying and survives the death of this process.
 *
 * <p>In {@code name.dat} a record begins at a multiple of eight bytes with its length (u32) and its CRC-32C (u32), little-endian. A
 * place is the number of these eight bytes plus one; 0 is none.
 *
 * <p>Thread-safe.
 */
final class NumberedRecords {
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int WORD = Long.BYTES;

    private final MappedRecords places;
    private final MappedRecords words;
    private long end;
    private volatile long count;
    private boolean closed;

    private NumberedRecords(MappedRecords places, MappedRecords words) {
        this.places = places;
        this.words = words;
    }

    /** No records yet; nothing is on disk before the first one. */
    static NumberedRecords create(CaptureDirectory directory, String name) {
        return new NumberedRecords(
                new MappedRecords(directory, name + ".idx", WORD), new MappedRecords(directory, name + ".dat", WORD));
    }

    /** The records that are there already, only to be read. */
    static NumberedRecords open(CaptureDirectory directory, String name) throws IOException {
        NumberedRecords opened = new NumberedRecords(
                MappedRecords.open(directory, name + ".idx", WORD), MappedRecords.open(directory, name + ".dat", WORD));
        opened.count = opened.places.room();
        while (opened.count > 0 && opened.place(opened.count - 1) == 0) {
            opened.count--;
        }
        return opened;
    }

    /** One more than the highest number. */
    long count() {
        return count;
    }

    /** Bytes in use. */
    synchronized long bytes() {
        return (end + count) * WORD;
    }

    /** Keeps a record in the place of the one with this number, if there is one. */
    synchronized void put(long number, byte[] body) throws IOException {
        if (closed) {
            return;
        }
        copyIn(end + 1, body);
        ByteBuffer head = words.writable(end);
        int at = words.position(end);
        head.putInt(at, body.length);
        head.putInt(at + Integer.BYTES, checksum(body));
        LONG.setRelease(places.writable(number), places.position(number), end + 1);
        end += 1 + (body.length + WORD - 1) / WORD;
        count = Math.max(count, number + 1);
    }

    /** The record with this number; empty when there is none or it is damaged. */
    Optional<byte[]> get(long number) {
        long place = number < 0 || number >= count ? 0 : place(number);
        if (place <= 0 || place > words.room()) {
            return Optional.empty();
        }
        ByteBuffer head = words.readable(place - 1);
        int at = words.position(place - 1);
        if (head == null || at + WORD > head.capacity()) {
            return Optional.empty();
        }
        int length = head.getInt(at);
        if (length < 0 || length > (words.room() - place) * WORD + WORD - 1) {
            return Optional.empty();
        }
        byte[] body = new byte[length];
        boolean sound = copyOut(place, body) && checksum(body) == head.getInt(at + Integer.BYTES);
        return sound ? Optional.of(body) : Optional.empty();
    }

    /** How many numbers at the end lead to nothing. */
    long damagedAtTheEnd() {
        long damaged = 0;
        for (long number = count - 1; number > 0 && get(number).isEmpty(); number--) {
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
            int position = words.position(at);
            int length = Math.min(body.length - done, chunk.capacity() - position);
            chunk.put(position, body, done, length);
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
