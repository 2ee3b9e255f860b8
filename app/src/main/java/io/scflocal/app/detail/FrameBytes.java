package io.scflocal.app.detail;

import io.scflocal.app.payload.ByteSource;
import io.scflocal.app.payload.Payloads;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import java.util.Arrays;

/**
 * The bytes of a frame, header first.
 *
 * @param reader the capture
 * @param frame the frame
 * @param unmasked whether the payload is without its mask; else everything is as it was on the wire
 */
record FrameBytes(CaptureReader reader, FrameRecord frame, boolean unmasked) implements ByteSource {

    @Override
    public int length() {
        return (int) Math.min(Integer.MAX_VALUE, (long) frame.header().headerLength() + frame.capturedLength());
    }

    @Override
    public byte[] read(long offset, int limit) {
        if (!unmasked) {
            return Payloads.readWire(reader, frame.number(), offset, limit);
        }
        int headerLeft = (int) Math.max(0, Math.min(frame.header().headerLength() - offset, limit));
        byte[] head = Payloads.readWire(reader, frame.number(), offset, headerLeft);
        long payloadOffset = offset + headerLeft - frame.header().headerLength();
        byte[] rest = Payloads.read(reader, frame.number(), payloadOffset, limit - headerLeft);
        byte[] both = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, both, head.length, rest.length);
        return both;
    }
}
