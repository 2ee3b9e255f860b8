package io.scflocal.app.cli;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.frame.FrameHeader;
import io.scflocal.core.frame.Opcode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The payload of a captured frame, or its first part.
 *
 * @param bytes unmasked bytes
 * @param text the same as text, if the frame carries text that is valid UTF-8 and not compressed
 */
record FramePayload(byte[] bytes, Optional<String> text) {

    /** Reads at most {@code limit} bytes. */
    static FramePayload read(CaptureReader capture, FrameRecord frame, int limit) {
        ByteBuffer target = ByteBuffer.allocate(Math.min(limit, frame.capturedLength()));
        long offset = 0;
        int copied;
        do {
            copied = capture.payload(frame.number(), offset, target);
            offset += copied;
        } while (copied > 0 && target.hasRemaining());
        byte[] bytes = Arrays.copyOf(target.array(), target.position());
        return new FramePayload(bytes, mayBeText(frame.header()) ? decode(bytes) : Optional.empty());
    }

    private static boolean mayBeText(FrameHeader header) {
        Opcode opcode = header.opcode();
        boolean reservedBits = header.rsv1() || header.rsv2() || header.rsv3();
        return !reservedBits && opcode != Opcode.BINARY && opcode != Opcode.CLOSE && !opcode.isReserved();
    }

    private static Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            // Not an error: such a payload is shown as bytes.
            return Optional.empty();
        }
    }
}
