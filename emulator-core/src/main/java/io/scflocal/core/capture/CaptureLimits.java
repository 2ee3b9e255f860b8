package io.scflocal.core.capture;

/**
 * What a capture may keep.
 *
 * @param quotaBytes what it may take of the disk, in bytes; what is oldest makes room for what is newer: 64 MB of the bytes of frames at a
 *     time, 4 MB of headers, connections and lines of the log
 * @param longestPayload how many bytes of a payload are kept, and of a message that is joined or inflated; of a longer one the beginning
 */
public record CaptureLimits(long quotaBytes, int longestPayload) {
    /** The least to which a capture can keep, in bytes: two segments of frames, two of messages, and what leads to them. */
    public static final long LEAST_QUOTA = 512L << 20;

    /** More than any disk has, in bytes. */
    public static final long MOST_QUOTA = 1L << 50;

    /** The most that can be kept of a payload, in bytes; a frame lies in one segment. */
    public static final int MOST_PAYLOAD = 48 << 20;

    /** How much is usually kept of a payload, in bytes. */
    public static final int USUAL_PAYLOAD = 16 << 20;

    /** 2 GB on the disk, 16 MB of a payload. */
    public static final CaptureLimits DEFAULT = new CaptureLimits(2L << 30, USUAL_PAYLOAD);

    public CaptureLimits {
        if (quotaBytes < 0 || longestPayload < 0 || longestPayload > MOST_PAYLOAD) {
            throw new IllegalArgumentException(
                    "A quota of " + quotaBytes + " bytes, " + longestPayload + " of a payload");
        }
    }
}
