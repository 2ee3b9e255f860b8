package io.scflocal.app.composer;

import java.util.Locale;

/** How what is typed becomes a frame. */
enum MessageKind {
    /** A text frame. */
    TEXT,
    /** A text frame, sent only if it is one JSON value. */
    JSON,
    /** A binary frame, from hexadecimal digits. */
    HEX,
    /** A binary frame, from Base64. */
    BASE64,
    /** A binary frame with the content of a file, from its path. */
    FILE,
    /** A Ping frame with a text. */
    PING,
    /** A Close frame, from a code and a reason. */
    CLOSE;

    /** The word for it in keys of texts, in slash commands and in saved messages. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
