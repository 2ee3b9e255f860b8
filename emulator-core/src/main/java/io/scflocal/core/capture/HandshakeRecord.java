package io.scflocal.core.capture;

import java.util.List;

/**
 * The opening handshake of a connection. Source: RFC 6455 section 4.
 *
 * @param method HTTP method of the request
 * @param requestTarget path and query as the client sent them
 * @param functionTarget path and query as the function got them
 * @param requestHeaders header fields of the request
 * @param responseStatus HTTP status of the answer; 0 as long as there is none
 * @param responseHeaders header fields of the answer
 */
public record HandshakeRecord(
        String method,
        String requestTarget,
        String functionTarget,
        List<HeaderRecord> requestHeaders,
        int responseStatus,
        List<HeaderRecord> responseHeaders) {

    public HandshakeRecord {
        requestHeaders = List.copyOf(requestHeaders);
        responseHeaders = List.copyOf(responseHeaders);
    }
}
