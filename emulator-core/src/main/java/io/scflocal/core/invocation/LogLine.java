package io.scflocal.core.invocation;

import io.scflocal.core.platform.PlatformLimits;
import java.util.OptionalInt;

/**
 * One line of the log.
 *
 * @param number place in the log, from 0
 * @param epochNanos when it was written, nanoseconds since 1970-01-01T00:00:00Z, on the same clock as the frames
 * @param source who wrote it
 * @param requestId request id of the invocation it belongs to; empty if it belongs to none
 * @param text without a line ending
 */
public record LogLine(long number, long epochNanos, LogSource source, String requestId, String text) {
    private static final int MOST_BYTES_OF_A_CHAR = 3;
    private static final int BYTES_OF_A_PAIR = 4;
    private static final char TWO_BYTES = 0x80;
    private static final char THREE_BYTES = 0x800;

    /** How many chars of the text the cloud's log keeps; empty if it keeps all. Never ends between the two halves of a character. */
    public OptionalInt keptByTheCloud() {
        int left = PlatformLimits.MAX_LOG_LINE_BYTES;
        if (text.length() * (long) MOST_BYTES_OF_A_CHAR <= left) {
            return OptionalInt.empty();
        }
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean pair = Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            left -= pair ? BYTES_OF_A_PAIR : bytes(unit);
            if (left < 0) {
                return OptionalInt.of(i);
            }
            i += pair ? 1 : 0;
        }
        return OptionalInt.empty();
    }

    /** In UTF-8. */
    private static int bytes(char unit) {
        return unit < TWO_BYTES ? 1 : unit < THREE_BYTES ? 2 : MOST_BYTES_OF_A_CHAR;
    }
}
