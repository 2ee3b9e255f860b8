package io.scflocal.app.detail;

import io.scflocal.app.decode.Outline;
import io.scflocal.app.lines.Run;

/** How kinds of value are coloured. */
final class Colours {
    private Colours() {}

    static Run.Kind of(Outline.Kind kind) {
        return switch (kind) {
            case STRING -> Run.Kind.STRING;
            case NUMBER -> Run.Kind.NUMBER;
            case LITERAL -> Run.Kind.LITERAL;
            case BYTES -> Run.Kind.MASK_KEY;
            case TAG -> Run.Kind.MUTED;
            case OBJECT, ARRAY -> Run.Kind.PLAIN;
        };
    }
}
