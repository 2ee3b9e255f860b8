package io.scflocal.core.gateway;

import io.scflocal.core.instance.Instance;
import io.undertow.client.ClientCallback;
import io.undertow.client.ClientConnection;
import io.undertow.client.ClientExchange;
import io.undertow.client.ClientRequest;
import io.undertow.client.UndertowClient;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Protocols;
import io.undertow.util.Transfer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
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
    private final Consumer<ClientExchange> answered;
    private final Consumer<IOException> failed;

    /**
     * @param exchange the client's request
     * @param target path and query for the function
     * @param added header fields that the platform adds
     * @param answered gets the answer when its head is complete
     * @param failed told once if there is no answer
     */
    Forwarder(
            HttpServerExchange exchange,
            String target,
            Map<String, String> added,
            Consumer<ClientExchange> answered,
            Consumer<IOException> failed) {
        this.exchange = exchange;
        this.target = target;
        this.added = added;
        this.answered = answered;
        this.failed = failed;
    }

    void send(Instance instance) {
        XnioIoThread ioThread = exchange.getIoThread();
        UndertowClient.getInstance()
                .connect(
                        callback(this::connected),
                        uri(instance.address()),
                        ioThread,
                        exchange.getConnection().getByteBufferPool(),
                        TO_FUNCTION);
    }

    private static URI uri(InetSocketAddress address) {
        InetAddress host = address.getAddress();
        String literal = host.getHostAddress();
        return URI.create(
                "http://" + (literal.indexOf(':') < 0 ? literal : "[" + literal + "]") + ":" + address.getPort() + "/");
    }

    private void connected(ClientConnection connection) {
        // The connection serves this one request: it ends with the exchange, unless it becomes a tunnel.
        exchange.addExchangeCompleteListener((done, next) -> {
            if (!connection.isUpgraded()) {
                IoUtils.safeClose(connection);
            }
            next.proceed();
        });
        ClientRequest request = new ClientRequest()
                .setMethod(exchange.getRequestMethod())
                .setPath(target)
                .setProtocol(Protocols.HTTP_1_1);
        HandshakeHeaders.send(exchange.getRequestHeaders(), added, request.getRequestHeaders());
        connection.sendRequest(request, callback(this::sent));
    }

    private void sent(ClientExchange toFunction) {
        toFunction.setResponseListener(callback(answered));
        StreamSinkChannel sink = toFunction.getRequestChannel();
        if (exchange.isRequestComplete()) {
            finish(sink);
        } else {
            Transfer.initiateTransfer(
                    exchange.getRequestChannel(),
                    sink,
                    ChannelListeners.closingChannelListener(),
                    this::finish,
                    (channel, e) -> failed.accept(e),
                    (channel, e) -> failed.accept(e),
                    exchange.getConnection().getByteBufferPool());
        }
    }

    private void finish(StreamSinkChannel sink) {
        Channels.finish(sink, failed);
    }

    private <T> ClientCallback<T> callback(Consumer<T> completed) {
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
