package io.scflocal.core.capture;

import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The writing side of a capture, shared by its recorders. The first failure is kept: from then on no payload is kept any more, and
 * when the index can't grow either, frames are not even counted.
 *
 * <p>Confined to the writer thread, except where a method says otherwise.
 */
final class CaptureJournal {
    private final FrameIndex index;
    private final WireSegments segments;
    private final Ticker ticker;
    private final int longestPayload;
    private final ByteBuffer header =
            ByteBuffer.allocateDirect(FrameScanner.LONGEST_HEADER).order(ByteOrder.LITTLE_ENDIAN);
    private volatile @Nullable IOException fault;
    private volatile boolean closed;

    /**
     * @param longestPayload how much is kept of a payload, in bytes
     */
    CaptureJournal(FrameIndex index, WireSegments segments, Ticker ticker, int longestPayload) {
        this.index = index;
        this.segments = segments;
        this.ticker = ticker;
        this.longestPayload = longestPayload;
    }

    /** Moves a slot to the record of the next frame; false when there is none. */
    boolean claim(FrameSlot slot) {
        if (closed) {
            return false;
        }
        try {
            index.claim(slot);
            return true;
        } catch (IOException e) {
            fail(e);
            // Without room in the index there is nothing more to do; and the disk is not asked again for every frame.
            closed = true;
            return false;
        }
    }

    /** Whether the record of a frame that is still arriving has not gone meanwhile. */
    boolean isListed(FrameSlot slot) {
        return index.isListed(slot);
    }

    /** Room for a frame; {@link FrameSlot#NOT_KEPT} when there is none. */
    long reserve(int headerLength, int payloadLength) {
        if (fault != null) {
            return FrameSlot.NOT_KEPT;
        }
        try {
            return segments.reserve(headerLength, payloadLength);
        } catch (IOException e) {
            fail(e);
            return FrameSlot.NOT_KEPT;
        }
    }

    /** Writes a piece of a long payload; false when it could not be kept. */
    boolean write(long offset, ByteBuffer wire, int index, int length) {
        if (closed || fault != null) {
            return false;
        }
        try {
            segments.write(offset, wire, index, length);
            return true;
        } catch (IOException e) {
            fail(e);
            return false;
        }
    }

    /** Little-endian, for the header of one frame until that is written. */
    ByteBuffer headerBuffer() {
        return header;
    }

    WireSegments segments() {
        return segments;
    }

    /** How much is kept of a payload, in bytes. */
    int longestPayload() {
        return longestPayload;
    }

    long epochNanos() {
        return ticker.epochNanos();
    }

    /** The claimed record is filled. */
    void publish() {
        index.publish();
    }

    /** Why recording is no longer complete; any thread. */
    Optional<IOException> fault() {
        return Optional.ofNullable(fault);
    }

    /** Ignores later frames and cuts the files; any thread, once the writer thread writes no more. */
    void close() {
        closed = true;
        index.close();
        segments.close();
    }

    private void fail(IOException e) {
        if (fault == null) {
            fault = e;
        }
    }
}
