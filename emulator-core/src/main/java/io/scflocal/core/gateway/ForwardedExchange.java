package io.scflocal.core.gateway;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.Header;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.platform.PlatformHeaders;
import io.scflocal.core.platform.PlatformHeaders.FunctionFacts;
import io.scflocal.core.platform.PlatformHeaders.RequestFacts;
import io.undertow.client.ClientExchange;
import io.undertow.client.ClientResponse;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import io.undertow.util.Transfer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
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
    }

    /** No instance could be had. */
    void noInstance(@Nullable Throwable failure) {
        if (failure instanceof StartFailure notStarted) {
            ends.notStarted(invocation, notStarted);
            PlatformAnswer.send(exchange, notStarted.status(), notStarted.getMessage(), invocation.requestId());
        } else {
            LOG.log(Level.ERROR, "No instance for connection " + invocation.connection(), failure);
            ends.unanswered(invocation, EndCause.START_FAILED, FunctionStatus.INTERNAL_ERROR, null);
            PlatformAnswer.send(
                    exchange, FunctionStatus.INTERNAL_ERROR, "No instance could be started.", invocation.requestId());
        }
    }

    /** Sends the request to {@code instance}. */
    void forward(Instance instance, Invocations invocations) {
        Map<String, String> added = PlatformHeaders.of(
                function,
                new RequestFacts(
                        invocation.requestId(),
                        exchange.getSourceAddress().getAddress().getHostAddress(),
                        exchange.isSecure()));
        List<Header> headers = HandshakeHeaders.forwarded(exchange.getRequestHeaders(), added);
        Handshake handshake = invocation.handshake().withRequestHeaders(headers);
        invocations.served(invocation, instance.id(), handshake);
        new Forwarder(
                        exchange,
                        handshake.functionTarget(),
                        added,
                        answer -> answered(answer, instance, invocations),
                        e -> unanswered(e, instance))
                .send(instance);
    }

    private void answered(ClientExchange answer, Instance instance, Invocations invocations) {
        ClientResponse response = answer.getResponse();
        Handshake handshake = invocation
                .handshake()
                .answered(response.getResponseCode(), HandshakeHeaders.recorded(response.getResponseHeaders()));
        HandshakeHeaders.copy(response.getResponseHeaders(), exchange.getResponseHeaders());
        exchange.setStatusCode(response.getResponseCode());
        if (response.getResponseCode() == StatusCodes.SWITCHING_PROTOCOLS && invocation.webSocket()) {
            exchange.upgradeChannel((client, upgraded) -> {
                invocations.opened(invocation, handshake);
                tunnels.open(invocation, instance, client, answer.getConnection());
            });
            exchange.endExchange();
        } else {
            exchange.setReasonPhrase(response.getStatus());
            invocations.answered(invocation, handshake);
            sendBody(answer, instance);
        }
    }

    private void sendBody(ClientExchange answer, Instance instance) {
        exchange.addExchangeCompleteListener((done, next) -> {
            ends.answered(invocation, done.getStatusCode(), instance);
            next.proceed();
        });
        Transfer.initiateTransfer(
                answer.getResponseChannel(),
                exchange.getResponseChannel(),
                ChannelListeners.closingChannelListener(),
                sink -> Channels.finish(sink, this::broken),
                (channel, e) -> broken(e),
                (channel, e) -> broken(e),
                exchange.getConnection().getByteBufferPool());
    }

    private void unanswered(IOException e, Instance instance) {
        if (exchange.isResponseStarted()) {
            broken(e);
            return;
        }
        LOG.log(Level.DEBUG, "The function did not answer connection " + invocation.connection(), e);
        EndCause cause = instance.isAlive() ? EndCause.FUNCTION_LOST : EndCause.PROCESS_EXITED;
        ends.unanswered(invocation, cause, FunctionStatus.USER_PROCESS_EXIT, instance);
        PlatformAnswer.send(
                exchange,
                FunctionStatus.USER_PROCESS_EXIT,
                "The function closed the connection without an answer.",
                invocation.requestId());
    }

    /** One of the two connections broke in the middle of a body: nothing honest can be sent any more. */
    private void broken(IOException e) {
        LOG.log(Level.DEBUG, "Connection " + invocation.connection() + " broke", e);
        IoUtils.safeClose(exchange.getConnection());
    }
}
