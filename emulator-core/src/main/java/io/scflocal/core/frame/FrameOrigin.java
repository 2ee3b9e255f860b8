package io.scflocal.core.frame;

import java.util.Locale;

/** Who made a frame. */
public enum FrameOrigin {
    /** The peer at the other end of the connection: the frame came in and went out again unchanged. */
    PEER,
    /** The user of the emulator, who sent it on a live connection. */
    USER,
    /** The emulator, in the place of the platform: a Close frame before a cut. */
    PLATFORM;

    private static final FrameOrigin[] BY_CODE = values();

    /** The stable name in machine-readable output and in the filter language. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The number under which a capture stores it, 0 to 3. */
    public int code() {
        return ordinal();
    }

    /** The origin with that number; a number from a later version counts as {@link #PLATFORM}. */
    public static FrameOrigin of(int code) {
        return BY_CODE[Math.min(code, BY_CODE.length - 1)];
    }
}
