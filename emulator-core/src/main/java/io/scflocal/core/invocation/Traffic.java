package io.scflocal.core.invocation;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What has passed in one direction of a connection.
 *
 * <p>Written by the connection's I/O thread only, read by any thread.
 */
public final class Traffic {
    // Release writes by the one writer: a full fence per frame would cost more than the counting.
    private final AtomicLong frames = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    /** Counts a frame whose header of {@code headerLength} bytes has arrived. */
    public void frame(int headerLength) {
        frames.setRelease(frames.getPlain() + 1);
        payload(headerLength);
    }

    /** Counts {@code length} bytes of payload that have arrived. */
    public void payload(int length) {
        bytes.setRelease(bytes.getPlain() + length);
    }

    /** Number of frames, control frames and the one that is still arriving included. */
    public long frames() {
        return frames.getAcquire();
    }

    /** Bytes of these frames that have passed, headers included. */
    public long bytes() {
        return bytes.getAcquire();
    }
}
