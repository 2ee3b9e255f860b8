package io.scflocal.core.query;

import java.util.List;

/** What kind of value a field or function has; it decides which operators and literals go with it. */
public enum ValueType {
    NUMBER,
    /** Bytes, with the units B, KB, MB and GB. */
    SIZE,
    /** With the units us, ms, s, m and h. */
    DURATION,
    /** An instant: a string such as {@code "12:03"}, or a negative duration before now. */
    TIME,
    BOOLEAN,
    TEXT,
    BYTES,
    /** A text out of a short list that needs no quotes. */
    WORD,
    OPCODE("text", "binary", "cont", "close", "ping", "pong"),
    DIRECTION("c2f", "f2c", "up", "down", "client", "server", "send", "receive"),
    ORIGIN("peer", "user", "platform"),
    KIND("json", "text", "xml", "gzip", "image", "unknown"),
    /** Whatever a JSON payload holds. */
    ANY;

    private final List<String> words;

    ValueType(String... words) {
        this.words = List.of(words);
    }

    /** The words that are literals of this type; empty if it has none or any will do. */
    public List<String> words() {
        return words;
    }

    boolean takesWords() {
        return this == WORD || !words.isEmpty();
    }

    boolean isOrdered() {
        return switch (this) {
            case BOOLEAN, WORD, DIRECTION, ORIGIN, KIND -> false;
            default -> true;
        };
    }

    boolean isText() {
        return this == TEXT || this == WORD || this == ANY;
    }
}
