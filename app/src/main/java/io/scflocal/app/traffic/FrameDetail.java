package io.scflocal.app.traffic;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.Invocation;
import java.util.Optional;

/**
 * Everything that is shown of one frame.
 *
 * @param reader where its bytes are
 * @param frame the frame as it was read
 * @param body what it says
 * @param handshake the handshake of its connection; empty when that is no longer known
 */
record FrameDetail(CaptureReader reader, FrameRecord frame, MessageBody body, Optional<Handshake> handshake) {

    /** Reads the detail of the frame with this number; may block on the disk. */
    static FrameDetail read(FrameSource source, long number, PayloadText payloadText) {
        FrameRecord frame = source.reader().frame(number);
        return new FrameDetail(
                source.reader(),
                frame,
                MessageBody.of(source.reader(), frame, payloadText),
                source.invocations().apply(frame.connection()).map(Invocation::handshake));
    }
}
