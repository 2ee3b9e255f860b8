package io.scflocal.app.detail;

import io.scflocal.app.payload.Content;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.Invocation;
import java.util.Optional;

/**
 * Everything that is shown of one frame.
 *
 * @param content the frame as it was read and what there is to read
 * @param body what it says
 * @param handshake the handshake of its connection; empty when that is no longer known
 */
record FrameDetail(Content content, MessageBody body, Optional<Handshake> handshake) {

    /** Reads the detail of the frame with this number; may block on the disk. */
    static FrameDetail read(FrameSource source, long number) {
        FrameRecord frame = source.reader().frame(number);
        Content content = Content.of(source.reader(), frame);
        return new FrameDetail(
                content,
                MessageBody.of(content),
                source.invocation(frame.connection()).map(Invocation::handshake));
    }

    /** Where its bytes are. */
    CaptureReader reader() {
        return content.reader();
    }

    /** The frame as it was read. */
    FrameRecord frame() {
        return content.frame();
    }
}
