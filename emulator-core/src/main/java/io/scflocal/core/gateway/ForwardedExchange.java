package io.scflocal.core.gateway;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.Header;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.EndRules;
import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.platform.PlatformHeaders;
import io.scflocal.core.platform.PlatformHeaders.FunctionFacts;
import io.scflocal.core.platform.PlatformHeaders.RequestFacts;
import io.undertow.client.ClientExchange;
import io.undertow.client.ClientResponse;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import io.undertow.util.Transfer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;

/**
 * One request on its way: sent on to the function, its answer sent back, and on 101 turned into a tunnel. The client gets 101 only
 * after the function has answered 101, and any other answer as it is.
 *
 * <p>Confined to the exchange's I/O thread.
 */
final class ForwardedExchange {
    private static final System.Logger LOG = System.getLogger(ForwardedExchange.class.getName());

    private final HttpServerExchange exchange;
    private final Invocation invocation;
    private final FunctionFacts function;
    private final Tunnels tunnels;
    private final InvocationEnds ends;
    private final BodyLimits limits;
    private @Nullable Instance instance;
    private @Nullable Forwarder forwarder;
    private Runnable stopWatching = () -> {};
    private Runnable cancelTimer = () -> {};
    /** What is wrong about an answer that could not be read; empty if there is none. */
    private String unread = "";

    private boolean answered;
    private boolean over;

    ForwardedExchange(
            HttpServerExchange exchange,
            Invocation invocation,
            FunctionFacts function,
            Tunnels tunnels,
            InvocationEnds ends) {
        this.exchange = exchange;
        this.invocation = invocation;
        this.function = function;
        this.tunnels = tunnels;
        this.ends = ends;
        limits = new BodyLimits(exchange, invocation, tunnels.options(), this::cut);
    }

    /** From now on it counts as waiting, and a client that leaves is noticed. */
    void begin() {
        tunnels.add(this);
        limits.watchRequest();
        exchange.addExchangeCompleteListener((done, next) -> {
            if (!over && !answered) {
                // Undertow has closed the connection itself, for a chunk that is none.
                ends.unanswered(invocation, EndCause.CLIENT_LOST, "", instance);
            }
            release();
            next.proceed();
        });
        if (exchange.isRequestComplete()) {
            requestRead();
        }
    }

    /** Whether it ended early, so that no instance is needed any more. */
    boolean isOver() {
        return over;
    }

    /** Whether {@code one} has the request. */
    boolean isServedBy(Instance one) {
        return one.equals(instance);
    }

    /** No instance could be had. */
    void noInstance(@Nullable Throwable failure) {
        if (!endEarly()) {
            return;
        }
        Optional<StartFailure> notStarted = Optional.ofNullable(failure).flatMap(StartFailure::in);
        if (notStarted.isPresent()) {
            StartFailure why = notStarted.get();
            ends.notStarted(invocation, why);
            PlatformAnswer.send(exchange, why.status(), why.getMessage(), invocation.requestId());
        } else {
            LOG.log(Level.ERROR, "No instance for connection " + invocation.connection(), failure);
            ends.failed(invocation);
            PlatformAnswer.send(
                    exchange, FunctionStatus.INTERNAL_ERROR, "No instance could be started.", invocation.requestId());
        }
    }

    /** Sends the request to {@code instance}. */
    void forward(Instance serving, Invocations invocations) {
        Map<String, String> added = PlatformHeaders.of(
                function,
                new RequestFacts(
                        invocation.requestId(),
                        Loopback.text(exchange.getSourceAddress().getAddress()),
                        exchange.isSecure()));
        List<Header> headers = HandshakeHeaders.forwarded(exchange.getRequestHeaders(), added);
        Handshake handshake = invocation.handshake().withRequestHeaders(headers);
        instance = serving;
        if (tunnels.isRetired(serving)) {
            cut(EndCause.RELOADED);
            return;
        }
        invocations.served(invocation, serving.id(), handshake);
        deadlinesChanged();
        Forwarder sending =
                new Forwarder(exchange, handshake.functionTarget(), added, new Progress(serving, invocations));
        forwarder = sending;
        sending.send(serving);
    }

    /** The limits have changed, or have never been looked at. */
    void deadlinesChanged() {
        if (over || instance == null) {
            return;
        }
        cancelTimer.run();
        if (invocation.deadlines().isPaused()) {
            return;
        }
        long left = invocation.deadlines().executionLeftNanos();
        if (left <= 0) {
            cut(EndCause.EXECUTION_TIMEOUT);
            return;
        }
        Duration delay = Duration.ofNanos(left).plusMillis(1);
        cancelTimer = Tunnels.after(exchange.getIoThread(), delay, this::deadlinesChanged);
    }

    /** Ends it before the answer is complete. */
    void cut(EndCause cause) {
        if (!endEarly()) {
            return;
        }
        ends.unanswered(invocation, cause, unread, instance);
        if (exchange.isResponseStarted() || cause == EndCause.CLIENT_LOST || cause == EndCause.STOPPED) {
            // In the middle of a body nothing honest can be sent any more.
            IoUtils.safeClose(exchange.getConnection());
        } else {
            String reason = unread.isEmpty() ? reason(cause) : unread;
            PlatformAnswer.send(exchange, EndRules.unanswered(cause), reason, invocation.requestId());
        }
    }

    private static String reason(EndCause cause) {
        return switch (cause) {
            case EXECUTION_TIMEOUT -> "The function did not answer within the execution timeout.";
            case REQUEST_TOO_LARGE -> "The body of the request is larger than 6 MB.";
            case RESPONSE_TOO_LARGE -> "The answer has a body of more than 6 MB or header fields of more than 4 KB.";
            case RELOADED -> "The code of the function was reloaded before it answered.";
            default -> "The function closed the connection without an answer.";
        };
    }

    /** Whether it was not over yet. */
    private boolean endEarly() {
        if (over) {
            return false;
        }
        release();
        Forwarder sending = forwarder;
        if (sending != null) {
            sending.cancel();
        }
        return true;
    }

    private void release() {
        over = true;
        stopWatching.run();
        cancelTimer.run();
        tunnels.remove(this);
    }

    private void requestRead() {
        if (!over) {
            stopWatching = ClientWatch.start(exchange, () -> cut(EndCause.CLIENT_LOST));
        }
    }

    /** What comes of the request at an instance. */
    private final class Progress implements Forwarder.Listener {
        private final Instance serving;
        private final Invocations invocations;

        Progress(Instance serving, Invocations invocations) {
            this.serving = serving;
            this.invocations = invocations;
        }

        @Override
        public void requestRead() {
            ForwardedExchange.this.requestRead();
        }

        @Override
        public void answered(ClientExchange answer) {
            if (over) {
                return;
            }
            stopWatching.run();
            ClientResponse response = answer.getResponse();
            Handshake handshake = invocation
                    .handshake()
                    .answered(response.getResponseCode(), HandshakeHeaders.recorded(response.getResponseHeaders()));
            if (response.getResponseCode() >= StatusCodes.OK) {
                passAnswer(answer, handshake);
            } else if (response.getResponseCode() != StatusCodes.SWITCHING_PROTOCOLS) {
                refuseInterim(handshake);
            } else if (invocation.webSocket()) {
                passUpgrade(answer, handshake);
            } else {
                refuseUpgrade(handshake);
            }
        }

        /** Undertow's client takes it for the answer, so that what follows is out of reach. */
        private void refuseInterim(Handshake handshake) {
            invocations.answered(invocation, handshake);
            if (endEarly()) {
                String explanation = "SCF Local can't pass on an interim answer like the function's "
                        + handshake.responseStatus() + " (early hints and the like); leave it out.";
                ends.interim(invocation, handshake.responseStatus(), explanation, serving);
                PlatformAnswer.send(exchange, FunctionStatus.INTERNAL_ERROR, explanation, invocation.requestId());
            }
        }

        private void passUpgrade(ClientExchange answer, Handshake handshake) {
            HandshakeHeaders.copy(answer.getResponse().getResponseHeaders(), exchange.getResponseHeaders());
            exchange.setStatusCode(StatusCodes.SWITCHING_PROTOCOLS);
            answered = true;
            exchange.upgradeChannel(
                    new Upgrade(invocations, tunnels, new Upgrade.Agreed(invocation, handshake, serving, answer)));
            exchange.endExchange();
        }

        private void refuseUpgrade(Handshake handshake) {
            invocations.answered(invocation, handshake);
            if (endEarly()) {
                ends.upgradedUnasked(invocation, serving);
                PlatformAnswer.send(
                        exchange,
                        FunctionStatus.USER_CODE_EXCEPTION,
                        "The function answered 101 to a request that did not ask for a WebSocket.",
                        invocation.requestId());
            }
        }

        private void passAnswer(ClientExchange answer, Handshake handshake) {
            ClientResponse response = answer.getResponse();
            if (limits.refusesAnswer(response.getResponseHeaders())) {
                invocations.answered(invocation, handshake);
                cut(EndCause.RESPONSE_TOO_LARGE);
                return;
            }
            HandshakeHeaders.copy(response.getResponseHeaders(), exchange.getResponseHeaders());
            if (!exchange.isHttp11()) {
                // Unknown to HTTP/1.0, where the end of the connection is the end of the body.
                exchange.getResponseHeaders().remove(Headers.TRANSFER_ENCODING);
            }
            exchange.setStatusCode(response.getResponseCode());
            exchange.setReasonPhrase(response.getStatus());
            answered = true;
            invocations.answered(invocation, handshake);
            exchange.addExchangeCompleteListener((done, next) -> {
                ends.answered(invocation, done.getStatusCode(), serving);
                next.proceed();
            });
            if (response.getResponseCode() == StatusCodes.NOT_MODIFIED) {
                // Its Content-Length is that of the body which it does not have, RFC 9110 section 15.4.5.
                exchange.endExchange();
                return;
            }
            Transfer.initiateTransfer(
                    answer.getResponseChannel(),
                    exchange.getResponseChannel(),
                    ChannelListeners.closingChannelListener(),
                    sink -> {
                        Channels.passTrailers(answer, exchange);
                        Channels.finish(sink, this::clientLost);
                    },
                    (channel, e) -> functionLost(e),
                    (channel, e) -> clientLost(e),
                    exchange.getConnection().getByteBufferPool());
        }

        @Override
        public void noSocket(IOException e) {
            if (endEarly()) {
                String explanation = "No connection to the function could be opened: " + e.getMessage()
                        + ". Each connection takes two open files of the emulator; raise their limit (ulimit -n).";
                tunnels.warnOfSockets(explanation);
                ends.noSocket(invocation, explanation);
                PlatformAnswer.send(exchange, FunctionStatus.INTERNAL_ERROR, explanation, invocation.requestId());
            }
        }

        @Override
        public void functionLost(IOException e) {
            LOG.log(Level.DEBUG, "The function did not answer connection " + invocation.connection(), e);
            if (!answered && e instanceof ClosedChannelException) {
                // Undertow's client closes what it does not understand; any other end is of another kind.
                unread =
                        "The function's answer is none of HTTP/1.1, which begins with a line like HTTP/1.1 200 OK and ends lines with CR LF.";
            }
            if (serving.isAlive()) {
                // A dying process may still be seen alive.
                Tunnels.after(exchange.getIoThread(), Tunnels.EXIT_NOTICE, this::cutLost);
            } else {
                cutLost();
            }
        }

        private void cutLost() {
            cut(serving.isAlive() ? EndCause.FUNCTION_LOST : serving.endCause());
        }

        @Override
        public void clientLost(IOException e) {
            LOG.log(Level.DEBUG, "The client of connection " + invocation.connection() + " left", e);
            cut(EndCause.CLIENT_LOST);
        }
    }
}
