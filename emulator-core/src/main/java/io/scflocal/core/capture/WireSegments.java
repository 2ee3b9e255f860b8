package io.scflocal.core.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * {@code frames-0000.dat} and its successors: the bytes of the frames as they were on the wire. A frame lies in one piece in one
 * segment; its room is reserved when its header arrives, so frames of several connections may grow at the same time.
 *
 * <p>One writer thread, any number of readers. Readers only touch what the index says is there.
 */
final class WireSegments {
    /** Size of a segment in bytes. */
    static final int SEGMENT_BYTES = 64 << 20;

    private final CaptureDirectory directory;
    private volatile ByteBuffer[] segments = {};
    private int used = SEGMENT_BYTES;

    WireSegments(CaptureDirectory directory) {
        this.directory = directory;
    }

    /** Writer: room for {@code bytes}, at most a segment; returns its offset. */
    long reserve(int bytes) throws IOException {
        if (bytes > SEGMENT_BYTES - used) {
            startSegment();
        }
        long offset = (long) (segments.length - 1) * SEGMENT_BYTES + used;
        used += bytes;
        return offset;
    }

    /** The segment in which an offset lies. */
    ByteBuffer segment(long offset) {
        return segments[(int) (offset / SEGMENT_BYTES)];
    }

    /** The absolute index of an offset in its segment. */
    static int position(long offset) {
        return (int) (offset % SEGMENT_BYTES);
    }

    /** Cuts off what of the last segment is not reserved. */
    void close() {
        if (segments.length > 0) {
            directory.cut(file(segments.length - 1), used);
        }
    }

    private void startSegment() throws IOException {
        ByteBuffer[] mapped = Arrays.copyOf(segments, segments.length + 1);
        String file = file(segments.length);
        directory.createFile(file);
        mapped[segments.length] = directory.map(file, 0, SEGMENT_BYTES);
        // The last frames may still be arriving in the segment before; their room stays.
        close();
        segments = mapped;
        used = 0;
    }

    private static String file(int segment) {
        return String.format("frames-%04d.dat", segment);
    }
}
