package io.scflocal.core.relay;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameOrigin;
import io.scflocal.core.frame.FrameSink;

/**
 * Where the frames of all connections are recorded.
 *
 * <p>Asked on the I/O thread only.
 */
public interface FrameCapture {

    /** What records the frames of one origin in one direction of a connection; to be used on the I/O thread only. */
    FrameSink recorder(int connection, Direction direction, FrameOrigin origin);

    /** Number of the newest frame, from 0; -1 if there is none. */
    long lastFrame();
}
