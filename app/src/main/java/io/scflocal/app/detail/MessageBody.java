package io.scflocal.app.detail;

import io.scflocal.app.payload.CloseStatus;
import io.scflocal.app.payload.Content;
import io.scflocal.app.payload.ContentType;
import io.scflocal.app.payload.Utf8;
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

    /** A compressed payload that isn't inflated. */
    record Compressed(List<Line> lines) implements MessageBody {}

    /** A Close frame. */
    record Close(CloseStatus status) implements MessageBody {
        @Override
        public List<Line> lines() {
            return List.of();
        }
    }

    /** Reads at most {@link #PRETTY_BYTES} of {@code content}. */
    static MessageBody of(Content content) {
        if (content.opcode() == Opcode.CLOSE) {
            return new Close(CloseStatus.of(content.read(0, 125)));
        }
        if (content.length() == 0) {
            return new Empty();
        }
        return content.isCompressed() ? new Compressed(new HexLines(content)) : plain(content);
    }

    private static MessageBody plain(Content content) {
        byte[] beginning = content.read(0, Math.min(content.length(), 1_024));
        Opcode opcode = content.opcode();
        boolean text = opcode == Opcode.TEXT || opcode != Opcode.BINARY && Utf8.isText(beginning);
        if (!text) {
            return new Binary(new HexLines(content), ContentType.of(beginning));
        }
        if (content.length() > PRETTY_BYTES) {
            return new LargeText(new RawLines(content));
        }
        return textBody(Utf8.text(content.read(0, content.length())), !content.isWhole());
    }

    private static MessageBody textBody(String text, boolean mayBeCut) {
        return JsonText.pretty(text, mayBeCut)
                .<MessageBody>map(Json::new)
                .orElseGet(() -> new Text(LineBuilder.plain(text)));
    }
}
