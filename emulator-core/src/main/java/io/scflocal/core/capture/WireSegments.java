package io.scflocal.core.capture;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code frames-0000.dat} and its successors: the bytes of the frames as they were on the wire. A frame lies in one piece in one
 * segment; its room is reserved when its header arrives, so frames of several connections may grow at the same time. Files of another
 * name hold what is written in the same way. When the limit is reached the file of the oldest segment becomes that of the newest: its
 * place on the disk and in memory is there already, which makes writing several times as fast as into a new file.
 *
 * <p>One writer thread, any number of readers. Readers only touch what the index says is there.
 */
final class WireSegments {
    private static final System.Logger LOG = System.getLogger(WireSegments.class.getName());

    /** How the names of the files with the frames begin. */
    static final String FRAMES = "frames";
    /** Size of a segment in bytes. */
    static final int SEGMENT_BYTES = 64 << 20;

    /**
     * Payloads up to this length, in bytes, are put into mapped memory; longer ones are written into a new segment, because a system
     * call for every piece then costs less than the page faults.
     */
    private static final int LONGEST_MAPPED_PAYLOAD = 16 << 10;

    private static final int FILL_BYTES = 1 << 20;
    private static final String SUFFIX = ".dat";

    private final CaptureDirectory directory;
    private final String family;
    private final LongSupplier limit;
    private final LongSupplier needed;
    private final boolean othersWrite;
    private final ReentrantLock changing = new ReentrantLock();
    private final AtomicLong reserved = new AtomicLong();
    private volatile long goneBytes;
    private volatile @Nullable ByteBuffer[] segments = {};
    private @Nullable CaptureFile last;
    private Sealed[] sealed = {};
    private volatile int firstKept;
    private int used = SEGMENT_BYTES;
    private int filled = SEGMENT_BYTES;
    private boolean usedAgain;
    private boolean holes;

    /**
     * A segment that is complete.
     *
     * @param size bytes that are reserved in it
     * @param filled up to where everything has its place on the disk
     */
    private record Sealed(int size, int filled) {}

    /**
     * Nothing is on disk before the first reservation.
     *
     * @param family how the names of the files begin
     * @param limit how many bytes the segments may take at the moment; the oldest ones go when another would not fit
     * @param needed the first offset that somebody still knows; the segments before it go as well
     */
    WireSegments(CaptureDirectory directory, String family, LongSupplier limit, LongSupplier needed) {
        this(directory, family, limit, needed, false);
    }

    private WireSegments(
            CaptureDirectory directory, String family, LongSupplier limit, LongSupplier needed, boolean othersWrite) {
        this.directory = directory;
        this.family = family;
        this.limit = limit;
        this.needed = needed;
        this.othersWrite = othersWrite;
    }

    /**
     * The segments that are there already, only to be read.
     *
     * @param othersWrite whether another process may still write them, so that one can go while it is read
     */
    static WireSegments open(CaptureDirectory directory, String family, boolean othersWrite) throws IOException {
        WireSegments opened = new WireSegments(directory, family, () -> 0, () -> 0, othersWrite);
        NavigableMap<Integer, String> files = directory.numberedFiles(family, SUFFIX);
        opened.segments = new ByteBuffer[files.isEmpty() ? 0 : files.lastKey() + 1];
        for (Map.Entry<Integer, String> file : files.entrySet()) {
            ByteBuffer[] mapped = directory.mapExisting(file.getValue(), SEGMENT_BYTES);
            opened.segments[file.getKey()] = mapped.length == 0 ? null : mapped[0];
        }
        while (opened.firstKept < opened.segments.length && opened.segments[opened.firstKept] == null) {
            opened.firstKept++;
        }
        return opened;
    }

    /** Writer: room for a header and a payload, together at most a segment; returns its offset. */
    long reserve(int headerLength, int payloadLength) throws IOException {
        int bytes = headerLength + payloadLength;
        CaptureFile file = last;
        if (file == null || bytes > SEGMENT_BYTES - used) {
            file = startSegment();
        }
        int end = used + bytes;
        if (!isMapped(payloadLength)) {
            holes = true;
            filled = Math.max(filled, end);
        } else if (end > filled) {
            int more = Math.min(Math.max(FILL_BYTES, end - filled), SEGMENT_BYTES - filled);
            file.fill(filled, more);
            filled += more;
        }
        long offset = (long) (segments.length - 1) * SEGMENT_BYTES + used;
        used = end;
        reserved.setRelease(reserved.getPlain() + bytes);
        return offset;
    }

    /** Writer: whether a payload for which room was reserved just now is put into the segment's memory, not written. */
    boolean isMapped(int payloadLength) {
        return usedAgain || payloadLength <= LONGEST_MAPPED_PAYLOAD;
    }

    /** Writer: a piece of a payload that is not mapped. */
    void write(long offset, ByteBuffer wire, int index, int length) throws IOException {
        int segment = (int) (offset / SEGMENT_BYTES);
        CaptureFile file = last;
        if (file != null && segment == segments.length - 1) {
            file.write(wire, index, length, position(offset));
        } else {
            writeToEarlier(segment, offset, wire, index, length);
        }
    }

    /** Rare: the frame was still arriving when a frame after it began another segment. */
    private void writeToEarlier(int segment, long offset, ByteBuffer wire, int index, int length) throws IOException {
        changing.lock();
        try {
            if (segment >= firstKept) {
                try (CaptureFile earlier = directory.reopenFile(name(segment))) {
                    earlier.write(wire, index, length, position(offset));
                }
            }
        } finally {
            changing.unlock();
        }
    }

    /** Writer: the segment in which a reserved offset lies. */
    ByteBuffer segment(long offset) {
        return Objects.requireNonNull(segments[(int) (offset / SEGMENT_BYTES)]);
    }

    /** Bytes that are reserved in the segments that are there; any thread. */
    long bytes() {
        return reserved.getAcquire() - goneBytes;
    }

    /** What the segments that are there take of the disk, in bytes, each counted as a whole; any thread. */
    long room() {
        return (long) (segments.length - firstKept) * SEGMENT_BYTES;
    }

    /**
     * Lets the oldest segments go until they keep to the limit of the moment, apart from the newest one; any thread. Does not wait for the
     * writer, which looks at the limit itself when it begins a segment and may wait for room on the disk then.
     */
    void trim() {
        if (changing.tryLock()) {
            try {
                while (room() > limit.getAsLong() && firstKept < segments.length - 1) {
                    directory.deleteFile(name(letOldestGo()));
                }
            } finally {
                changing.unlock();
            }
        }
    }

    /** Whether the segment of an offset is still there; any thread. */
    boolean isKept(long offset) {
        return offset >= firstKeptOffset();
    }

    /** The first offset that has not gone; any thread. */
    long firstKeptOffset() {
        return (long) firstKept * SEGMENT_BYTES;
    }

    /** Reader: whether {@code length} bytes from an offset on are there. */
    boolean holds(long offset, long length) {
        return find(offset, length) != null;
    }

    /** Reader: copies bytes to where {@code target} stands, which moves; false when they are not there. */
    boolean copy(long offset, int length, ByteBuffer target) {
        ByteBuffer segment = find(offset, length);
        if (segment == null) {
            return false;
        }
        target.put(target.position(), segment, position(offset), length);
        // Looked at after the bytes: what was copied out of a segment that has gone may be bytes of its successor.
        VarHandle.loadLoadFence();
        if (!isKept(offset) || othersWrite && !directory.has(name((int) (offset / SEGMENT_BYTES)))) {
            return false;
        }
        target.position(target.position() + length);
        return true;
    }

    /** The memory of a segment that goes while it is being read stays valid. */
    private @Nullable ByteBuffer find(long offset, long length) {
        int number = (int) (offset / SEGMENT_BYTES);
        @Nullable ByteBuffer[] present = segments;
        ByteBuffer segment = number < present.length ? present[number] : null;
        return segment != null && position(offset) + length <= segment.capacity() ? segment : null;
    }

    /** The absolute index of an offset in its segment. */
    static int position(long offset) {
        return (int) (offset % SEGMENT_BYTES);
    }

    /** Cuts off what of the segments is not reserved. */
    void close() {
        changing.lock();
        try {
            cut();
        } finally {
            changing.unlock();
        }
    }

    private void cut() {
        CaptureFile open = last;
        if (open == null) {
            return;
        }
        open.closeAt(used);
        last = null;
        for (int segment = firstKept; segment < segments.length - 1; segment++) {
            try {
                directory.reopenFile(name(segment)).closeAt(sealed[segment].size());
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "The unused end of " + name(segment) + " stays", e);
            }
        }
    }

    private CaptureFile startSegment() throws IOException {
        changing.lock();
        try {
            return beginSegment();
        } finally {
            changing.unlock();
            if (!usedAgain) {
                directory.grew();
            }
        }
    }

    private CaptureFile beginSegment() throws IOException {
        int number = segments.length;
        sealed = Arrays.copyOf(sealed, number);
        if (number > 0) {
            sealed[number - 1] = new Sealed(used, holes ? 0 : filled);
        }
        int spare = makeRoom();
        CaptureFile file = spare < 0 ? newFile() : directory.reopenFile(name(number));
        @Nullable ByteBuffer[] mapped = Arrays.copyOf(segments, number + 1);
        mapped[number] = spare < 0 ? file.map(0, SEGMENT_BYTES) : mapped[spare];
        seal();
        last = file;
        usedAgain = spare >= 0;
        holes = false;
        used = 0;
        filled = usedAgain ? sealed[spare].filled() : 0;
        forgetGone(mapped);
        segments = mapped;
        return file;
    }

    private void forgetGone(@Nullable ByteBuffer[] mapped) {
        Arrays.fill(mapped, 0, firstKept, null);
    }

    private CaptureFile newFile() throws IOException {
        directory.requireRoom(SEGMENT_BYTES);
        return directory.createFile(name(segments.length));
    }

    /** Lets the oldest segments go until another one fits; the number of the one whose file has become the next one's, or -1. */
    private int makeRoom() {
        // The newest one stays, whatever the limit, because frames are still arriving in it.
        while (isOldestInTheWay()) {
            int oldest = letOldestGo();
            if (!isOldestInTheWay() && directory.rename(name(oldest), name(segments.length))) {
                return oldest;
            }
            directory.deleteFile(name(oldest));
        }
        return -1;
    }

    private boolean isOldestInTheWay() {
        boolean fits = room() + SEGMENT_BYTES <= limit.getAsLong();
        boolean isNeeded = (firstKept + 1L) * SEGMENT_BYTES > needed.getAsLong();
        return firstKept < segments.length - 1 && !(fits && isNeeded);
    }

    private int letOldestGo() {
        int oldest = firstKept;
        firstKept = oldest + 1;
        goneBytes += sealed[oldest].size();
        return oldest;
    }

    /** The unused end stays: a reader may have mapped it, and the file may be used again. */
    private void seal() {
        if (last != null) {
            last.closeQuietly();
            last = null;
        }
    }

    private String name(int segment) {
        return CaptureDirectory.numbered(family, segment, SUFFIX);
    }
}
