package io.scflocal.core.capture;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameOrigin;
import java.nio.ByteBuffer;

/**
 * Looks at one frame of a capture after the other without an object for each, for those who read millions of them.
 *
 * <p>Confined to one thread; reading never blocks the writer. Before the first {@link #moveTo} nothing may be asked.
 */
public interface CaptureCursor {

    /**
     * Looks at another frame from now on, as it is at this moment.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= number < count()} of the capture
     */
    void moveTo(long number);

    /** See {@link FrameRecord#number()}. */
    long number();

    /** See {@link FrameRecord#epochNanos()}. */
    long epochNanos();

    /** See {@link FrameRecord#connection()}. */
    int connection();

    /** See {@link FrameRecord#direction()}. */
    Direction direction();

    /** See {@link FrameRecord#origin()}. */
    FrameOrigin origin();

    /** FIN, RSV1 to RSV3 and opcode, 0 to 255. */
    int firstByte();

    /** Whether the MASK bit is set. */
    boolean masked();

    /** Declared length of the payload in bytes. */
    long payloadLength();

    /** Length of the header in bytes, 2 to 14. */
    int headerLength();

    /** Whether the frame is still listed; see {@link FrameRecord#isListed()}. */
    default boolean isListed() {
        return headerLength() > 0;
    }

    /** Whether the whole frame had passed when it was looked at; see {@link FrameRecord#complete()}. */
    boolean complete();

    /** See {@link FrameRecord#capturedLength()}. */
    int capturedLength();

    /** See {@link CaptureReader#payload}. */
    int payload(long offset, ByteBuffer target);

    /** See {@link CaptureReader#wire}. */
    int wire(long offset, ByteBuffer target);
}
