package io.scflocal.core.gateway;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.FunctionStatus;
import io.undertow.client.ClientExchange;
import io.undertow.client.ClientResponse;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import io.undertow.util.Transfer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedChannelException;
import org.xnio.ChannelListeners;

/**
 * What comes of one request at an instance. The client gets 101 only after the function has answered 101, which makes a tunnel of the
 * exchange, and any other answer as it is.
 *
 * <p>Confined to the exchange's I/O thread.
 */
final class FunctionAnswer implements Forwarder.Listener {
    private static final System.Logger LOG = System.getLogger(FunctionAnswer.class.getName());

    private final ForwardedExchange request;
    private final HttpServerExchange exchange;
    private final Invocation invocation;
    private final Instance serving;
    private final Invocations invocations;
    private final Tunnels tunnels;
    private final InvocationEnds ends;
    /** What is wrong about an answer that could not be read; empty if there is none. */
    private String unread = "";

    /** {@code serving} has the request, whose client waits in {@code exchange}. */
    FunctionAnswer(
            ForwardedExchange request,
            HttpServerExchange exchange,
            Invocation invocation,
            Instance serving,
            ForwardedExchange.Shared shared) {
        this.request = request;
        this.exchange = exchange;
        this.invocation = invocation;
        this.serving = serving;
        invocations = shared.invocations();
        tunnels = shared.tunnels();
        ends = shared.ends();
    }

    @Override
    public void requestRead() {
        request.requestRead();
    }

    @Override
    public void answered(ClientExchange answer) {
        if (request.isOver()) {
            return;
        }
        request.headRead();
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
        String explanation = "SCF Local can't pass on an interim answer like the function's "
                + handshake.responseStatus() + " (early hints and the like); leave it out.";
        request.refuse(
                FunctionStatus.INTERNAL_ERROR,
                explanation,
                () -> ends.interim(invocation, handshake.responseStatus(), explanation, serving));
    }

    private void refuseUpgrade(Handshake handshake) {
        invocations.answered(invocation, handshake);
        request.refuse(
                FunctionStatus.USER_CODE_EXCEPTION,
                "The function answered 101 to a request that did not ask for a WebSocket.",
                () -> ends.upgradedUnasked(invocation, serving));
    }

    private void passUpgrade(ClientExchange answer, Handshake handshake) {
        HandshakeHeaders.copy(answer.getResponse().getResponseHeaders(), exchange.getResponseHeaders());
        exchange.setStatusCode(StatusCodes.SWITCHING_PROTOCOLS);
        request.answered();
        exchange.upgradeChannel(
                new Upgrade(invocations, tunnels, new Upgrade.Agreed(invocation, handshake, serving, answer)));
        exchange.endExchange();
    }

    private void passAnswer(ClientExchange answer, Handshake handshake) {
        ClientResponse response = answer.getResponse();
        if (request.refusesAnswer(response.getResponseHeaders())) {
            invocations.answered(invocation, handshake);
            request.cut(EndCause.RESPONSE_TOO_LARGE);
            return;
        }
        HandshakeHeaders.copy(response.getResponseHeaders(), exchange.getResponseHeaders());
        if (!exchange.isHttp11()) {
            // Unknown to HTTP/1.0, where the end of the connection is the end of the body.
            exchange.getResponseHeaders().remove(Headers.TRANSFER_ENCODING);
        }
        exchange.setStatusCode(response.getResponseCode());
        exchange.setReasonPhrase(response.getStatus());
        request.answered();
        invocations.answered(invocation, handshake);
        exchange.addExchangeCompleteListener((done, next) -> {
            ends.answered(invocation, done.getStatusCode(), serving);
            next.proceed();
        });
        if (response.getResponseCode() == StatusCodes.NOT_MODIFIED) {
            // Its Content-Length is that of the body which it does not have, RFC 9110 section 15.4.5.
            exchange.endExchange();
        } else {
            passBody(answer);
        }
    }

    private void passBody(ClientExchange answer) {
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
        String explanation = "No connection to the function could be opened: " + e.getMessage()
                + ". Each connection takes two open files of the emulator; raise their limit (ulimit -n).";
        request.refuse(FunctionStatus.INTERNAL_ERROR, explanation, () -> {
            tunnels.warnOfSockets(explanation);
            ends.noSocket(invocation, explanation);
        });
    }

    @Override
    public void functionLost(IOException e) {
        LOG.log(Level.DEBUG, "The function did not answer connection " + invocation.connection(), e);
        if (!request.isAnswered() && e instanceof ClosedChannelException) {
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
        request.cut(serving.isAlive() ? EndCause.FUNCTION_LOST : serving.endCause(), unread);
    }

    @Override
    public void clientLost(IOException e) {
        LOG.log(Level.DEBUG, "The client of connection " + invocation.connection() + " left", e);
        request.cut(EndCause.CLIENT_LOST);
    }
}
