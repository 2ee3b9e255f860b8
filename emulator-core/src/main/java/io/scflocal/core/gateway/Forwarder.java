package io.scflocal.core.gateway;

import io.scflocal.core.instance.Instance;
import io.undertow.client.ClientCallback;
import io.undertow.client.ClientConnection;
import io.undertow.client.ClientExchange;
import io.undertow.client.ClientRequest;
import io.undertow.client.UndertowClient;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Protocols;
import io.undertow.util.StatusCodes;
import io.undertow.util.Transfer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.XnioIoThread;
import org.xnio.channels.StreamSinkChannel;

/**
 * Sends one HTTP request on to the function, over a connection of its own, and waits for the head of the answer.
 *
 * <p>Everything runs on the exchange's I/O thread.
 */
final class Forwarder {
    /** Without TCP_NODELAY the last part of a large frame would wait for a delayed acknowledgement, 40 ms each time. */
    private static final OptionMap TO_FUNCTION = OptionMap.create(Options.TCP_NODELAY, true);

    private final HttpServerExchange exchange;
    private final String target;
    private final Map<String, String> added;
    private final Listener listener;
    private @Nullable ClientConnection connection;
    private boolean cancelled;

    /** Told how it goes. */
    interface Listener {
        /** The client's request has been read to its end. */
        void requestRead();

        /** The head of the answer is complete. */
        void answered(ClientExchange answer);

        /** This machine has no socket for the request, so that the function has nothing to do with it. */
        void noSocket(IOException e);

        /** There is no answer. */
        void functionLost(IOException e);

        /** The request broke off in its body. */
        void clientLost(IOException e);
    }

    /**
     * @param exchange the client's request
     * @param target path and query for the function
     * @param added header fields that the platform adds
     * @param listener told how it goes
     */
    Forwarder(HttpServerExchange exchange, String target, Map<String, String> added, Listener listener) {
        this.exchange = exchange;
        this.target = target;
        this.added = added;
        this.listener = listener;
    }

    void send(Instance instance) {
        XnioIoThread ioThread = exchange.getIoThread();
        UndertowClient.getInstance()
                .connect(
                        callback(this::connected, this::notConnected),
                        uri(instance.address()),
                        ioThread,
                        exchange.getConnection().getByteBufferPool(),
                        TO_FUNCTION);
    }

    /** Ends the connection to the function. */
    void cancel() {
        cancelled = true;
        ClientConnection toFunction = connection;
        if (toFunction != null) {
            close(toFunction);
        }
    }

    /** At once: an HTTP client's own close waits up to ten seconds for what the function may still say. */
    private static void close(ClientConnection toFunction) {
        try {
            IoUtils.safeClose(toFunction.performUpgrade());
        } catch (IOException e) {
            IoUtils.safeClose(toFunction);
        }
    }

    private static URI uri(InetSocketAddress address) {
        InetAddress host = address.getAddress();
        String literal = host.getHostAddress();
        return URI.create(
                "http://" + (literal.indexOf(':') < 0 ? literal : "[" + literal + "]") + ":" + address.getPort() + "/");
    }

    private void notConnected(IOException e) {
        if (e instanceof ConnectException) {
            listener.functionLost(e);
        } else {
            listener.noSocket(e);
        }
    }

    private void connected(ClientConnection toFunction) {
        if (cancelled) {
            close(toFunction);
            return;
        }
        connection = toFunction;
        // The connection serves this one request: it ends with the exchange, unless it becomes a tunnel.
        exchange.addExchangeCompleteListener((done, next) -> {
            // Not isUpgraded: it is true already when an upgrade was only asked for.
            if (done.getStatusCode() != StatusCodes.SWITCHING_PROTOCOLS) {
                cancel();
            }
            next.proceed();
        });
        ClientRequest request = new ClientRequest()
                .setMethod(exchange.getRequestMethod())
                .setPath(target)
                .setProtocol(Protocols.HTTP_1_1);
        HandshakeHeaders.send(exchange.getRequestHeaders(), added, request.getRequestHeaders());
        toFunction.sendRequest(request, new Sending(this));
    }

    private void sent(ClientExchange toFunction) {
        toFunction.setResponseListener(callback(listener::answered, this::lost));
        StreamSinkChannel sink = toFunction.getRequestChannel();
        if (exchange.isRequestComplete()) {
            Channels.finish(sink, this::lost);
        } else {
            Transfer.initiateTransfer(
                    exchange.getRequestChannel(),
                    sink,
                    ChannelListeners.closingChannelListener(),
                    written -> requestRead(toFunction, written),
                    (channel, e) -> listener.clientLost(e),
                    (channel, e) -> lost(e),
                    exchange.getConnection().getByteBufferPool());
        }
    }

    /** What fails because it was ended here says nothing about the function. */
    private void lost(IOException e) {
        if (!cancelled) {
            listener.functionLost(e);
        }
    }

    private void requestRead(ClientExchange toFunction, StreamSinkChannel sink) {
        listener.requestRead();
        Channels.passTrailers(exchange, toFunction);
        Channels.finish(sink, this::lost);
    }

    /** Forgets the request when it has been sent: the connection keeps this as long as it is open. */
    private static final class Sending implements ClientCallback<ClientExchange> {
        private @Nullable Forwarder forwarder;

        Sending(Forwarder forwarder) {
            this.forwarder = forwarder;
        }

        @Override
        public void completed(ClientExchange toFunction) {
            Forwarder sending = forwarder;
            forwarder = null;
            if (sending != null) {
                sending.sent(toFunction);
            }
        }

        @Override
        public void failed(IOException e) {
            Forwarder sending = forwarder;
            if (sending != null) {
                sending.lost(e);
            }
        }
    }

    private static <T> ClientCallback<T> callback(Consumer<T> completed, Consumer<IOException> failed) {
        return new ClientCallback<>() {
            @Override
            public void completed(T result) {
                completed.accept(result);
            }

            @Override
            public void failed(IOException e) {
                failed.accept(e);
            }
        };
    }
}
