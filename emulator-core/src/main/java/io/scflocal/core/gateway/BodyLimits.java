package io.scflocal.core.gateway;

import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.PlatformLimits;
import io.scflocal.core.problem.Problem;
import io.scflocal.core.problem.ProblemKind;
import io.undertow.conduits.BytesReceivedStreamSourceConduit;
import io.undertow.conduits.BytesSentStreamSinkConduit;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.util.function.Consumer;

/**
 * Counts the bodies of one HTTP exchange and the header fields of its answer, reports what the platform would refuse, and refuses it
 * where limits are enforced. Source: vendor documentation 583/11637.
 *
 * <p>Confined to the exchange's I/O thread.
 */
final class BodyLimits {
    private static final int BODY = PlatformLimits.MAX_HTTP_BODY_BYTES;
    /** Colon, space and line end of a field. */
    private static final int FIELD_OVERHEAD = 4;

    private final HttpServerExchange exchange;
    private final Invocation invocation;
    private final GatewayOptions options;
    private final Consumer<EndCause> refuse;

    /** {@code refuse} ends the exchange; it is run when the thread has nothing else to do with the exchange. */
    BodyLimits(HttpServerExchange exchange, Invocation invocation, GatewayOptions options, Consumer<EndCause> refuse) {
        this.exchange = exchange;
        this.invocation = invocation;
        this.options = options;
        this.refuse = refuse;
    }

    /** Watches what the client sends; to be called before the body is read. */
    void watchRequest() {
        if (!invocation.webSocket()) {
            // Of the session and not of the connection: every plain request is a connection of its own.
            options.problems().report(ProblemKind.PLAIN_HTTP, 0, Problem.NO_FRAME, 0, 0);
        }
        Counter counter = new Counter(ProblemKind.REQUEST_BODY, EndCause.REQUEST_TOO_LARGE);
        if (counter.add(exchange.getRequestContentLength()) || exchange.isRequestComplete()) {
            return;
        }
        Counter passing = new Counter(ProblemKind.REQUEST_BODY, EndCause.REQUEST_TOO_LARGE);
        exchange.addRequestWrapper(
                (source, any) -> new BytesReceivedStreamSourceConduit(source.create(), passing::add));
    }

    /** Whether an answer with these header fields must not be passed on; otherwise watches its body. */
    boolean refusesAnswer(HeaderMap headers) {
        long size = size(headers);
        boolean refused = false;
        if (size > PlatformLimits.MAX_RESPONSE_HEADER_BYTES) {
            report(ProblemKind.RESPONSE_HEADERS, size, PlatformLimits.MAX_RESPONSE_HEADER_BYTES);
            refused = enforced();
        }
        long length = length(headers);
        if (length > BODY) {
            report(ProblemKind.RESPONSE_BODY, length, BODY);
            return refused || enforced();
        }
        Counter passing = new Counter(ProblemKind.RESPONSE_BODY, EndCause.RESPONSE_TOO_LARGE);
        exchange.addResponseWrapper((sink, any) -> new BytesSentStreamSinkConduit(sink.create(), passing::add));
        return refused;
    }

    private static long length(HeaderMap headers) {
        String text = headers.getFirst(Headers.CONTENT_LENGTH);
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private static long size(HeaderMap headers) {
        long size = 0;
        for (HeaderValues field : headers) {
            for (String value : field) {
                size += field.getHeaderName().length() + value.length() + FIELD_OVERHEAD;
            }
        }
        return size;
    }

    private boolean enforced() {
        return options.choices().get().limits().enforced();
    }

    private void report(ProblemKind kind, long measured, long limit) {
        options.problems().report(kind, invocation.connection(), Problem.NO_FRAME, measured, limit);
    }

    private final class Counter {
        private final ProblemKind kind;
        private final EndCause cause;
        private long bytes;

        Counter(ProblemKind kind, EndCause cause) {
            this.kind = kind;
            this.cause = cause;
        }

        /** Whether the limit has been passed with this. */
        boolean add(long count) {
            boolean within = bytes <= BODY;
            bytes += Math.max(0, count);
            if (within && bytes > BODY) {
                report(kind, bytes, BODY);
                if (enforced()) {
                    // Later: this may be called from the middle of a read or a write.
                    exchange.getIoThread().execute(() -> refuse.accept(cause));
                }
                return true;
            }
            return false;
        }
    }
}
