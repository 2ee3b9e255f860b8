package io.scflocal.core.export;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.capture.MessageRecord;
import io.scflocal.core.frame.Direction;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Turns exported frames, in their order, into messages. For one thread. */
final class MessageWalk {
    private final CaptureReader frames;
    private final Map<Stream, Long> given = new HashMap<>();

    /** One direction of one connection; its messages follow each other. */
    private record Stream(int connection, Direction direction) {}

    MessageWalk(CaptureReader frames) {
        this.frames = frames;
    }

    /** The message of a frame; empty when an earlier frame has led to it. */
    Optional<ExportedMessage> next(FrameRecord frame) {
        Optional<MessageRecord> message = frames.messages().messageOf(frame.number());
        if (message.isEmpty()) {
            return Optional.of(new ExportedMessage(frame, message, Payload.of(frames, frame)));
        }
        long number = message.get().number();
        Long before = given.put(new Stream(frame.connection(), frame.direction()), number);
        return before != null && before == number
                ? Optional.empty()
                : Optional.of(new ExportedMessage(frame, message, Payload.of(frames.messages(), message.get())));
    }
}
