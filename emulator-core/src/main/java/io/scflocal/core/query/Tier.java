package io.scflocal.core.query;

/** What has to be read to know a value, the cheapest first. */
public enum Tier {
    /** The record in the index. */
    HEADER,
    /** What is known of the connection. */
    CONNECTION,
    /** The bytes of the payload. */
    PAYLOAD,
    /** The payload parsed, or a pattern run over it. */
    PARSED;

    Tier and(Tier other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
