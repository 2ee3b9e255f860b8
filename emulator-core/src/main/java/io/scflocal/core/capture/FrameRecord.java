package io.scflocal.core.capture;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameHeader;
import io.scflocal.core.frame.FrameOrigin;

/**
 * One captured frame without its payload, as it stood when it was read.
 *
 * @param number place of the frame in the capture, from 0, in the order of arrival over all connections
 * @param epochNanos when its header was complete, nanoseconds since 1970-01-01T00:00:00Z
 * @param connection number of its connection, from 1
 * @param direction which way it travelled
 * @param header the header as it was on the wire
 * @param capturedLength how many bytes of the payload are on disk so far; less than the header's length while the frame is still
 *     arriving, when its connection ended in the middle, when the payload is longer than the capture keeps,
 *     or when its bytes had to make room for newer ones
 * @param complete whether the whole frame has passed
 * @param origin who made it
 */
public record FrameRecord(
        long number,
        long epochNanos,
        int connection,
        Direction direction,
        FrameHeader header,
        int capturedLength,
        boolean complete,
        FrameOrigin origin) {

    /** A frame that a peer has made. */
    public FrameRecord(
            long number,
            long epochNanos,
            int connection,
            Direction direction,
            FrameHeader header,
            int capturedLength,
            boolean complete) {
        this(number, epochNanos, connection, direction, header, capturedLength, complete, FrameOrigin.PEER);
    }

    /** Whether anything but its number is known of it: the index of a capture keeps to a limit, and the oldest frames go. */
    public boolean isListed() {
        return header.headerLength() > 0;
    }

    /** The same frame when its bytes are no longer on disk. */
    FrameRecord withoutBytes() {
        return new FrameRecord(number, epochNanos, connection, direction, header, 0, complete, origin);
    }
}
