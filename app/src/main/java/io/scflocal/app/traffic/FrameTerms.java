package io.scflocal.app.traffic;

import io.scflocal.app.payload.Content;
import io.scflocal.app.payload.JsonToken;
import io.scflocal.app.payload.JsonTokens;
import io.scflocal.app.payload.Utf8;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.Opcode;
import io.scflocal.core.query.Query;
import java.util.List;
import java.util.Optional;

/** Expressions that frames like a given one satisfy. */
final class FrameTerms {
    /** The type of a message stands near its beginning. */
    private static final int JSON_BYTES = 4_096;

    private FrameTerms() {}

    static String direction(FrameRecord frame) {
        return frame.direction() == Direction.CLIENT_TO_FUNCTION ? "dir == c2f" : "dir == f2c";
    }

    static String opcode(FrameRecord frame) {
        Opcode opcode = frame.header().opcode();
        return "op == "
                + switch (opcode) {
                    case CONTINUATION -> "cont";
                    case TEXT -> "text";
                    case BINARY -> "binary";
                    case CLOSE -> "close";
                    case PING -> "ping";
                    case PONG -> "pong";
                    default -> Integer.toString(frame.header().firstByte() & 0xF);
                };
    }

    /** Frames with the same {@code type} in their JSON; empty if this one has none that is a text. */
    static Optional<String> jsonType(Content content) {
        if (content.isCompressed() || content.opcode() != Opcode.TEXT) {
            return Optional.empty();
        }
        String text = Utf8.text(content.read(0, JSON_BYTES));
        return JsonTokens.of(text, true)
                .flatMap(tokens -> typeIn(text, tokens))
                .map(type -> "json.type == " + type)
                .filter(term -> Query.parse(term) instanceof Query.Expression);
    }

    /** The value of {@code type} in the outermost object, in its quotes. */
    private static Optional<String> typeIn(String text, List<JsonToken> tokens) {
        int depth = 0;
        for (int i = 0; i + 2 < tokens.size(); i++) {
            JsonToken token = tokens.get(i);
            depth += token.type().opens() ? 1 : token.type().closes() ? -1 : 0;
            boolean named = depth == 1
                    && text.substring(token.from(), token.to()).equals("\"type\"")
                    && tokens.get(i + 1).type() == JsonToken.Type.COLON;
            JsonToken value = tokens.get(i + 2);
            if (named && value.type() == JsonToken.Type.STRING) {
                return Optional.of(text.substring(value.from(), value.to()));
            }
        }
        return Optional.empty();
    }
}
