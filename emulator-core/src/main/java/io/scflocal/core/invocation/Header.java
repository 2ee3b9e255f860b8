package io.scflocal.core.invocation;

/**
 * One header field of a handshake.
 *
 * @param name name as it was sent
 * @param value value as it was sent; a secret is replaced by a placeholder before it gets here
 * @param origin who put it there
 */
public record Header(String name, String value, Origin origin) {

    /** Who put a header field there. */
    public enum Origin {
        /** The peer that sent the message. */
        PEER,
        /** The gateway, on the way to the function. */
        GATEWAY,
        /** The peer, but the gateway dropped it on the way. */
        DROPPED
    }
}
