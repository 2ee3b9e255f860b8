package io.scflocal.core.invocation;

import java.util.List;

/**
 * The opening handshake of a connection. Source: RFC 6455 section 4.
 *
 * @param method HTTP method of the request
 * @param requestTarget path and query as the client sent them
 * @param functionTarget path and query as the function got them: the stage is stripped
 * @param requestHeaders header fields of the request, those that the gateway added or dropped marked as such
 * @param responseStatus HTTP status of the answer; 0 as long as there is none
 * @param responseHeaders header fields of the answer
 */
public record Handshake(
        String method,
        String requestTarget,
        String functionTarget,
        List<Header> requestHeaders,
        int responseStatus,
        List<Header> responseHeaders) {

    public Handshake {
        requestHeaders = List.copyOf(requestHeaders);
        responseHeaders = List.copyOf(responseHeaders);
    }

    /** The same handshake with other header fields in the request. */
    public Handshake withRequestHeaders(List<Header> headers) {
        return new Handshake(method, requestTarget, functionTarget, headers, responseStatus, responseHeaders);
    }

    /** The same request with its answer. */
    public Handshake answered(int status, List<Header> headers) {
        return new Handshake(method, requestTarget, functionTarget, requestHeaders, status, headers);
    }
}
