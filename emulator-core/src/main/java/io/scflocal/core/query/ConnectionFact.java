package io.scflocal.core.query;

import java.util.List;

/**
 * One connection, as the filter sees it.
 *
 * @param requestId the platform's request id
 * @param openedEpochNanos when its handshake arrived
 * @param target path and query of the request
 * @param headers header fields of the request
 * @param subprotocol what was agreed on; empty if nothing
 * @param state a word such as {@code open}
 * @param closeCause a word such as {@code idle-timeout}; empty as long as the connection has not ended
 */
public record ConnectionFact(
        String requestId,
        long openedEpochNanos,
        String target,
        List<HeaderField> headers,
        String subprotocol,
        String state,
        String closeCause) {

    public ConnectionFact {
        headers = List.copyOf(headers);
    }

    /** One header field. */
    public record HeaderField(String name, String value) {}

    /** Whether nothing of this will change. */
    boolean isFinal() {
        return !closeCause.isEmpty();
    }
}
