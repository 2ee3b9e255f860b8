package io.scflocal.app.traffic;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.frame.Opcode;
import java.util.List;
import java.util.Optional;

/** What a frame says, in the form in which it is read best. */
sealed interface MessageBody {
    /** Larger texts are shown raw: laying them out would take memory and time in proportion. */
    int PRETTY_BYTES = 1 << 20;

    /** The lines that show it. */
    List<Line> lines();

    /** No payload, or none captured. */
    record Empty() implements MessageBody {
        @Override
        public List<Line> lines() {
            return List.of();
        }
    }

    /** A JSON text, laid out. */
    record Json(List<Line> lines) implements MessageBody {}

    /** Another text. */
    record Text(List<Line> lines) implements MessageBody {}

    /** A text that is too large to be laid out, as it is. */
    record LargeText(List<Line> lines) implements MessageBody {}

    /** Bytes that aren't text. */
    record Binary(List<Line> lines, Optional<ContentType> type) implements MessageBody {}

    /** A compressed payload whose text isn't known. */
    record Compressed(List<Line> lines) implements MessageBody {}

    /** A Close frame. */
    record Close(CloseStatus status) implements MessageBody {
        @Override
        public List<Line> lines() {
            return List.of();
        }
    }

    /** Reads at most {@link #PRETTY_BYTES} of the payload of {@code frame}. */
    static MessageBody of(CaptureReader reader, FrameRecord frame, PayloadText payloadText) {
        if (frame.header().opcode() == Opcode.CLOSE) {
            return new Close(CloseStatus.of(Payloads.read(reader, frame.number(), 0, 125)));
        }
        if (frame.capturedLength() == 0) {
            return new Empty();
        }
        if (frame.header().rsv1()) {
            return payloadText
                    .textOf(frame, PRETTY_BYTES)
                    .map(text -> textBody(text, true))
                    .orElseGet(() -> new Compressed(new HexLines(reader, frame, HexLines.Part.PAYLOAD)));
        }
        return plain(reader, frame);
    }

    private static MessageBody plain(CaptureReader reader, FrameRecord frame) {
        byte[] beginning = Payloads.read(reader, frame.number(), 0, Math.min(frame.capturedLength(), 1_024));
        Opcode opcode = frame.header().opcode();
        boolean text = opcode == Opcode.TEXT || opcode != Opcode.BINARY && Utf8.isText(beginning);
        if (!text) {
            return new Binary(new HexLines(reader, frame, HexLines.Part.PAYLOAD), ContentType.of(beginning));
        }
        if (frame.capturedLength() > PRETTY_BYTES) {
            return new LargeText(new RawLines(reader, frame.number(), frame.capturedLength()));
        }
        byte[] all = Payloads.read(reader, frame.number(), 0, frame.capturedLength());
        return textBody(Utf8.text(all), !frame.complete() || !frame.header().fin());
    }

    private static MessageBody textBody(String text, boolean mayBeCut) {
        return JsonText.pretty(text, mayBeCut)
                .<MessageBody>map(Json::new)
                .orElseGet(() -> new Text(LineBuilder.plain(text)));
    }
}
