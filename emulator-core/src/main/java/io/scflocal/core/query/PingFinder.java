package io.scflocal.core.query;

import io.scflocal.core.capture.CaptureCursor;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.frame.Opcode;
import java.nio.ByteBuffer;

/**
 * Finds the ping that a pong answers: the newest one of the other direction with the same payload. Source: RFC 6455 section 5.5.3. For one
 * thread.
 */
final class PingFinder {
    /** How far back it is looked for. */
    private static final int LOOK_BACK = 4096;

    private static final int LONGEST_PAYLOAD = 125;

    private final CaptureReader capture;
    private final CaptureCursor cursor;
    private final ByteBuffer wanted = ByteBuffer.allocate(LONGEST_PAYLOAD);
    private final ByteBuffer found = ByteBuffer.allocate(LONGEST_PAYLOAD);

    PingFinder(CaptureReader capture) {
        this.capture = capture;
        cursor = capture.cursor();
    }

    /** Nanoseconds from the ping to its pong; {@link Subject#MISSING} if the frame is no pong or its ping isn't near. */
    long roundTrip(CaptureCursor pong) {
        if (Opcode.of(pong.firstByte()) != Opcode.PONG || pong.payloadLength() > LONGEST_PAYLOAD) {
            return Subject.MISSING;
        }
        pong.payload(0, wanted.clear());
        wanted.flip();
        long end = Math.max(capture.first(), pong.number() - LOOK_BACK);
        for (long before = pong.number() - 1; before >= end; before--) {
            cursor.moveTo(before);
            if (isAnsweredBy(pong)) {
                return Math.max(0, pong.epochNanos() - cursor.epochNanos());
            }
        }
        return Subject.MISSING;
    }

    private boolean isAnsweredBy(CaptureCursor pong) {
        if (cursor.connection() != pong.connection()
                || cursor.direction() == pong.direction()
                || Opcode.of(cursor.firstByte()) != Opcode.PING
                || cursor.payloadLength() != pong.payloadLength()) {
            return false;
        }
        cursor.payload(0, found.clear());
        return found.flip().equals(wanted);
    }
}
