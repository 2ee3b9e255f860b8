package io.scflocal.app.detail;

import io.scflocal.app.decode.Decoding;
import io.scflocal.app.lines.Line;
import io.scflocal.app.payload.CloseStatus;
import java.util.List;
import java.util.Optional;

/** What a frame says, in the form in which it is read best. */
sealed interface MessageBody {

    /** No payload, or none captured. */
    record Empty() implements MessageBody {}

    /** A Close frame. */
    record Close(CloseStatus status) implements MessageBody {}

    /** A compressed payload that isn't inflated. */
    record Compressed(List<Line> lines) implements MessageBody {}

    /** A payload as it is; {@code decoding} while something better is being made of it. */
    record Raw(List<Line> lines, boolean decoding) implements MessageBody {}

    /**
     * A payload that was read as some format.
     *
     * @param decoding what came of it
     * @param tree its values; empty if it has none
     * @param lines it as text, or as bytes
     */
    record Readable(Decoding decoding, Optional<OutlineTree> tree, List<Line> lines) implements MessageBody {}
}
