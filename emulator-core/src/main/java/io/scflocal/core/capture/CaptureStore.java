package io.scflocal.core.capture;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameSink;
import io.scflocal.core.frame.Masking;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A capture in append-only files of a directory: {@code frames.idx} with a record of 64 bytes per frame and {@code frames-0000.dat} and
 * so on with the bytes of the frames as they were on the wire. A short frame costs no system call, a long one a write per piece; what
 * was recorded is in the files even when this process is killed right after.
 *
 * <p>One writer thread calls all recorders; reading is free for all threads, also after {@link #close()}.
 */
public final class CaptureStore implements CaptureReader, AutoCloseable {
    /** The longest payload that is kept whole, in bytes; of a longer one the beginning is kept. */
    public static final int LONGEST_PAYLOAD_KEPT = 16 << 20;

    private final FrameIndex index;
    private final WireSegments segments;
    private final CaptureJournal journal;

    private CaptureStore(CaptureDirectory directory, Ticker ticker) throws IOException {
        index = new FrameIndex(directory);
        segments = new WireSegments(directory);
        journal = new CaptureJournal(index, segments, ticker);
    }

    /**
     * Starts an empty capture.
     *
     * @param directory is created if it is missing, then readable by its owner only
     * @param ticker gives the frames their time
     * @throws IOException if the directory can't be written, holds a capture already or its disk is nearly full
     */
    public static CaptureStore create(Path directory, Ticker ticker) throws IOException {
        return create(CaptureDirectory.create(directory), ticker);
    }

    static CaptureStore create(CaptureDirectory directory, Ticker ticker) throws IOException {
        return new CaptureStore(directory, ticker);
    }

    /**
     * What records one direction of one connection from its first byte on. A frame is readable as soon as its header is complete, its
     * payload as it arrives.
     *
     * @param connection number of the connection, from 1
     */
    public FrameSink recorder(int connection, Direction direction) {
        return new FrameRecorder(journal, connection, direction);
    }

    /**
     * Why the capture is no longer complete; empty as long as it is. When the disk is nearly full, frames go on being numbered without
     * their bytes as long as the index has room, and are not recorded at all afterwards. It stays so until another capture is begun.
     */
    public Optional<IOException> fault() {
        return journal.fault();
    }

    @Override
    public long count() {
        return index.count();
    }

    @Override
    public long bytes() {
        return index.bytes() + journal.wireBytes();
    }

    @Override
    public FrameRecord frame(long number) {
        return index.slot(number).read(number);
    }

    @Override
    public int payload(long number, long offset, ByteBuffer target) {
        return payload(index.slot(number), offset, target);
    }

    @Override
    public int wire(long number, long offset, ByteBuffer target) {
        return wire(index.slot(number), offset, target);
    }

    @Override
    public CaptureCursor cursor() {
        return new StoreCursor(index, this);
    }

    int payload(FrameSlot slot, long offset, ByteBuffer target) {
        int start = target.position();
        int copied = copy(slot, slot.headerLength(), slot.capturedLength(), offset, target);
        if (slot.maskKey() != 0) {
            Masking.apply(target, start, copied, slot.maskKey(), offset);
        }
        return copied;
    }

    int wire(FrameSlot slot, long offset, ByteBuffer target) {
        return copy(slot, 0, slot.headerLength() + slot.capturedLength(), offset, target);
    }

    /** Ends the capture; later frames are ignored. To be called when the writer thread writes no more. */
    @Override
    public void close() {
        journal.close();
    }

    /** Copies from {@code offset} on out of the {@code available} bytes that begin {@code skipped} bytes into the frame. */
    private int copy(FrameSlot slot, int skipped, int available, long offset, ByteBuffer target) {
        if (offset < 0) {
            throw new IllegalArgumentException("The offset " + offset + " is negative.");
        }
        if (offset >= available || slot.offset() == FrameSlot.NOT_KEPT) {
            return 0;
        }
        int length = (int) Math.min(target.remaining(), available - offset);
        int from = WireSegments.position(slot.offset()) + skipped + (int) offset;
        target.put(target.position(), segments.segment(slot.offset()), from, length);
        target.position(target.position() + length);
        return length;
    }
}
