package io.scflocal.app.payload;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.capture.MessageReader;
import io.scflocal.core.capture.MessageRecord;
import io.scflocal.core.frame.Opcode;
import java.util.Optional;

/**
 * What there is to read where a frame is: its message, joined and inflated, where that is more than the frame and could be had, else
 * the payload of the frame.
 *
 * @param reader the capture
 * @param frame the frame
 * @param message the message it is a part of; empty when it is its own message and when that is not known yet
 */
public record Content(CaptureReader reader, FrameRecord frame, Optional<MessageRecord> message) implements ByteSource {

    /** What is known of a frame now. */
    public static Content of(CaptureReader reader, FrameRecord frame) {
        return new Content(reader, frame, reader.messages().messageOf(frame.number()));
    }

    private Optional<MessageRecord> readable() {
        return message.filter(known -> known.length() > 0 || known.state() == MessageRecord.State.COMPLETE);
    }

    /** The opcode that says what the content is. */
    public Opcode opcode() {
        return readable().map(MessageRecord::opcode).orElse(frame.header().opcode());
    }

    /** Whether the bytes are still compressed. */
    public boolean isCompressed() {
        return readable().isEmpty()
                && message.map(MessageRecord::compressed).orElse(frame.header().rsv1());
    }

    @Override
    public int length() {
        return readable().map(MessageRecord::length).orElse(frame.capturedLength());
    }

    /** Whether this is all that was sent. */
    public boolean isWhole() {
        return readable()
                .map(known -> known.state() == MessageRecord.State.COMPLETE)
                .orElse(frame.complete() && frame.header().fin());
    }

    @Override
    public byte[] read(long offset, int limit) {
        MessageReader messages = reader.messages();
        return readable()
                .map(known -> Payloads.fill(limit, (done, rest) -> messages.payload(known, offset + done, rest)))
                .orElseGet(() -> Payloads.read(reader, frame.number(), offset, limit));
    }
}
