package io.scflocal.core.export;

import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.capture.MessageRecord;
import io.scflocal.core.frame.Opcode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A message, or a control frame.
 *
 * @param frame the first of its frames that is exported
 * @param message what is known of it when it is compressed or has several frames
 * @param payload its bytes, joined and inflated
 */
record ExportedMessage(FrameRecord frame, Optional<MessageRecord> message, Payload payload) {

    Opcode opcode() {
        return message.map(MessageRecord::opcode).orElse(frame.header().opcode());
    }

    /** Payloads of its frames, as they were on the wire, in bytes. */
    long wireLength() {
        return message.map(MessageRecord::wireLength).orElse(frame.header().payloadLength());
    }

    /** How long it is as a whole; empty where that is not known because it could not be inflated to its end. */
    OptionalLong length() {
        if (isWhole()) {
            return OptionalLong.of(payload.length());
        }
        boolean compressed = message.map(MessageRecord::compressed).orElse(false);
        return compressed ? OptionalLong.empty() : OptionalLong.of(wireLength());
    }

    /** Whether the payload is all of it. */
    boolean isWhole() {
        return message.map(known -> known.state() == MessageRecord.State.COMPLETE)
                .orElse(frame.capturedLength() == frame.header().payloadLength());
    }

    /** Whether it is to be read as text. */
    boolean isText() {
        return opcode() == Opcode.TEXT && payload.isUtf8();
    }
}
