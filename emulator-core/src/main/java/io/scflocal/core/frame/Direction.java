package io.scflocal.core.frame;

/** Which way a frame travels. */
public enum Direction {
    /** From the WebSocket client to the function; masked according to RFC 6455 section 5.3. */
    CLIENT_TO_FUNCTION,
    /** From the function to the WebSocket client; not masked according to RFC 6455 section 5.1. */
    FUNCTION_TO_CLIENT;

    /** The other way. */
    public Direction opposite() {
        return this == CLIENT_TO_FUNCTION ? FUNCTION_TO_CLIENT : CLIENT_TO_FUNCTION;
    }
}
