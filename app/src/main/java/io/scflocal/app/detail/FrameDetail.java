package io.scflocal.app.detail;

import io.scflocal.app.payload.Content;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.capture.MessageRecord;
import io.scflocal.core.invocation.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is shown of one frame.
 *
 * @param content the frame as it was read and what there is to read
 * @param body what it says
 * @param parts numbers of the first frames of its message, in their order; empty if it is the only one
 * @param invocation its connection; empty when that is no longer known
 * @param open whether that connection was open when the frame was read
 */
record FrameDetail(Content content, MessageBody body, List<Long> parts, Optional<Invocation> invocation, boolean open) {
    /** More frames of a message are not listed. */
    static final int MAX_PARTS = 50;

    /** How far from its first frame the others are looked for. */
    private static final int SEARCHED = 20_000;

    FrameDetail {
        parts = List.copyOf(parts);
    }

    /** What can be said at once of the frame with this number; may block on the disk. */
    static FrameDetail read(FrameSource source, long number, FormatChoice formats) {
        FrameRecord frame = source.reader().frame(number);
        Content content = Content.of(source.reader(), frame);
        Optional<Invocation> invocation = source.invocation(frame.connection());
        return new FrameDetail(
                content,
                MessageReading.first(content, formats.of(frame)),
                parts(source.reader(), frame, content.message()),
                invocation,
                isOpen(invocation));
    }

    private static List<Long> parts(CaptureReader reader, FrameRecord frame, Optional<MessageRecord> message) {
        List<Long> parts = new ArrayList<>();
        if (message.isEmpty() || message.get().frames() < 2) {
            return parts;
        }
        long last = Math.min(message.get().lastFrame(), message.get().firstFrame() + SEARCHED);
        for (long number = message.get().firstFrame(); number <= last && parts.size() < MAX_PARTS; number++) {
            FrameRecord other = reader.frame(number);
            if (other.connection() == frame.connection()
                    && other.direction() == frame.direction()
                    && !other.header().opcode().isControl()) {
                parts.add(number);
            }
        }
        return parts;
    }

    /** The same with something better to show. */
    FrameDetail with(MessageBody better) {
        return new FrameDetail(content, better, parts, invocation, open);
    }

    /** Whether its connection has ended since the frame was read. */
    boolean hasEndedSince() {
        return open && !isOpen(invocation);
    }

    private static boolean isOpen(Optional<Invocation> invocation) {
        return invocation.filter(known -> known.end().isEmpty()).isPresent();
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
