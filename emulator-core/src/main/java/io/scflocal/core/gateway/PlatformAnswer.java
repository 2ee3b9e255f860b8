package io.scflocal.core.gateway;

import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.platform.PlatformHeaders;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;

/** Answers that the platform itself gives: the status, an empty body, the reason and the request id in header fields. */
final class PlatformAnswer {
    private static final HttpString MESSAGE = new HttpString(PlatformHeaders.MESSAGE);
    private static final HttpString API_REQUEST_ID = new HttpString(PlatformHeaders.API_REQUEST_ID);

    private PlatformAnswer() {}

    /** Sends it and ends the exchange; a client that has gone is nobody's loss. */
    static void send(HttpServerExchange exchange, FunctionStatus status, String reason, String requestId) {
        if (exchange.isResponseStarted()) {
            exchange.endExchange();
            return;
        }
        exchange.getResponseHeaders().clear();
        exchange.setStatusCode(status.code());
        exchange.setReasonPhrase(status.platformName());
        exchange.getResponseHeaders().put(MESSAGE, headerText(reason));
        exchange.getResponseHeaders().put(API_REQUEST_ID, PlatformHeaders.apiRequestId(requestId));
        exchange.endExchange();
    }

    /** Header fields hold printable ASCII; a path may hold anything. */
    private static String headerText(String reason) {
        return reason.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
