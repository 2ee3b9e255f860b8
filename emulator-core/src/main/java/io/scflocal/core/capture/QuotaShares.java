package io.scflocal.core.capture;

/**
 * How the quota of a capture is divided, in bytes. What grows with the traffic beside the bytes of the frames has a share each, of which it
 * uses as much as it needs; the bytes of the frames have what is left of the quota.
 *
 * @param quota the whole
 */
record QuotaShares(long quota) {

    /** Headers and times of frames, 64 bytes each. */
    long index() {
        return quota / 4;
    }

    /** Bytes of joined and inflated messages. */
    long messageBytes() {
        return quota / 4;
    }

    /** Messages, 64 bytes each. */
    long messages() {
        return quota / 32;
    }

    /** To which message a frame belongs, 8 bytes each, for as many frames as the index has. */
    long messageMap() {
        return index() / (FrameSlot.BYTES / Long.BYTES);
    }

    /** Connections, or lines of the log. */
    long records() {
        return quota / 16;
    }

    /** Where a connection or a line of the log is found, 8 bytes each. */
    long places() {
        return quota / 128;
    }
}
