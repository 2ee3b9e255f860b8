package io.scflocal.app.detail;

import io.scflocal.app.decode.Cancellation;
import io.scflocal.app.decode.Decoded;
import io.scflocal.app.decode.Decoding;
import io.scflocal.app.decode.Format;
import io.scflocal.app.decode.PayloadDecoder;
import io.scflocal.app.lines.Line;
import io.scflocal.app.lines.LineBuilder;
import io.scflocal.app.payload.ByteSource;
import io.scflocal.app.payload.CloseStatus;
import io.scflocal.app.payload.Content;
import io.scflocal.app.payload.Utf8;
import io.scflocal.core.frame.Opcode;
import java.util.List;
import java.util.Optional;

/** Makes of a payload what is shown of it. Runs in the background. */
final class MessageReading {
    /** Larger payloads are shown as they are until they are decoded. */
    static final int AT_ONCE_BYTES = 1 << 18;

    /** Larger payloads are never decoded: their trees would not fit into the heap. */
    static final int MAX_DECODED_BYTES = 32 << 20;

    private static final int BEGINNING = 1_024;
    private static final int MAX_CLOSE_BYTES = 125;

    private MessageReading() {}

    /** What can be shown at once, whatever the size. */
    static MessageBody first(Content content, Optional<Format> wanted) {
        if (content.opcode() == Opcode.CLOSE) {
            return new MessageBody.Close(CloseStatus.of(content.read(0, MAX_CLOSE_BYTES)));
        }
        if (content.length() == 0) {
            return new MessageBody.Empty();
        }
        if (content.isCompressed()) {
            return new MessageBody.Compressed(new HexLines(content));
        }
        if (content.length() <= AT_ONCE_BYTES) {
            return decoded(content, wanted, new Cancellation());
        }
        return new MessageBody.Raw(raw(content, wanted), content.length() <= MAX_DECODED_BYTES);
    }

    private static List<Line> raw(Content content, Optional<Format> wanted) {
        boolean text = wanted.map(format -> format != Format.HEX)
                .orElseGet(() -> isText(content) || Utf8.isText(content.read(0, BEGINNING)));
        return text ? new RawLines(content) : new HexLines(content);
    }

    private static boolean isText(Content content) {
        return content.opcode() == Opcode.TEXT;
    }

    /** The payload as {@code wanted}, else as what it seems to be. */
    static MessageBody decoded(Content content, Optional<Format> wanted, Cancellation cancellation) {
        byte[] bytes = content.read(0, content.length());
        PayloadDecoder decoder = new PayloadDecoder(!content.isWhole(), cancellation);
        Decoding decoding = wanted.map(format -> decoder.read(bytes, format))
                .orElseGet(() -> decoder.guess(bytes, isText(content)));
        ByteSource source = decoding.inner().map(ByteSource::of).orElse(content);
        Decoded decoded = decoding.decoded();
        if (decoded instanceof Decoded.Tree tree) {
            return new MessageBody.Readable(
                    decoding,
                    Optional.of(new OutlineTree(tree.outline(), cancellation)),
                    new PrettyLines(tree.outline(), cancellation));
        }
        return new MessageBody.Readable(decoding, Optional.empty(), lines(decoded, source));
    }

    private static List<Line> lines(Decoded decoded, ByteSource source) {
        if (decoded instanceof Decoded.Elements elements) {
            return MarkupLines.of(elements.pieces());
        }
        if (decoded instanceof Decoded.Text text) {
            return source.length() > AT_ONCE_BYTES ? new RawLines(source) : LineBuilder.plain(text.text());
        }
        return new HexLines(source);
    }
}
