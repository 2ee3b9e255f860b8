package io.scflocal.core.capture;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Reads a capture while it grows. Frames are numbered from 0 in the order of arrival.
 *
 * <p>Thread-safe; reading never blocks the writer. A frame that is still arriving is already there, with the part of its payload
 * that has passed.
 */
public interface CaptureReader {

    /** Number of frames so far. Cheap enough to be asked at every pulse of the screen. */
    long count();

    /**
     * Number of the oldest frame that is still listed: headers and times of those before it have had to make room, as {@link #gap()} says.
     * Grows with the capture, also between two calls of this reader.
     */
    default long first() {
        return 0;
    }

    /** Bytes of the capture on disk so far. */
    long bytes();

    /**
     * The frame with this number. One that is no longer listed has neither connection nor header; see {@link FrameRecord#isListed()}.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= number < count()}
     */
    FrameRecord frame(long number);

    /**
     * Copies unmasked payload bytes of a frame.
     *
     * @param number the frame
     * @param offset first byte of the payload to copy, from 0
     * @param target receives at most its remaining bytes; its position moves by what was copied
     * @return how many bytes were copied; 0 when nothing of the payload is captured from {@code offset} on
     * @throws IndexOutOfBoundsException unless {@code 0 <= number < count()}
     */
    int payload(long number, long offset, ByteBuffer target);

    /**
     * Copies bytes of a frame as they were on the wire, header first, payload still masked.
     *
     * @param number the frame
     * @param offset first byte to copy, from 0 (the header's first byte)
     * @param target receives at most its remaining bytes; its position moves by what was copied
     * @return how many bytes were copied; 0 when nothing is captured from {@code offset} on
     * @throws IndexOutOfBoundsException unless {@code 0 <= number < count()}
     */
    int wire(long number, long offset, ByteBuffer target);

    /** What is known of the messages that the frames are parts of. */
    default MessageReader messages() {
        return MessageReader.NONE;
    }

    /** What users have noted on the frames. */
    default Annotations annotations() {
        return Annotations.NONE;
    }

    /** Which limits were in force, in the order of time; nothing in a capture that was written before they were kept. */
    default List<LimitsRecord> limits() {
        return List.of();
    }

    /** The frames whose bytes had to go, all of them older than the others; empty as long as none had to. */
    default Optional<Gap> gap() {
        return Optional.empty();
    }

    /** A new cursor, for the thread that asks. */
    default CaptureCursor cursor() {
        return new RecordCursor(this);
    }
}
