package io.scflocal.core.gateway;

import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InstanceProvider;
import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.invocation.Opening;
import io.scflocal.core.platform.PlatformHeaders.FunctionFacts;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The first handler of every request: begins an invocation, asks for an instance and lets a {@link ForwardedExchange} do the rest. */
final class FunctionHandler implements HttpHandler {
    private final GatewayOptions options;
    private final Stage stage;
    private final InstanceProvider instances;
    private final ForwardedExchange.Shared shared;
    private final Invocations invocations;
    /** Instances that have served a request; weak, so that those that are gone are forgotten. */
    private final Set<Instance> warm = Collections.newSetFromMap(new WeakHashMap<>());

    FunctionHandler(GatewayOptions options, InstanceProvider instances, ForwardedExchange.Shared shared) {
        this.options = options;
        this.stage = new Stage(options.stage());
        this.instances = instances;
        this.shared = shared;
        invocations = shared.invocations();
    }

    /**
     * Tells a client that waits for it to send its body. Without a body there is nothing to wait for, and Undertow would close after the
     * answer.
     */
    HttpHandler continuing() {
        HttpContinueReadHandler withBody = new HttpContinueReadHandler(this);
        return exchange -> (exchange.isRequestComplete() ? this : withBody).handleRequest(exchange);
    }

    /** A request did not get so far, as {@code why} says. */
    void refused(String why) {
        invocations.refused(why);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Invocation invocation = invocations.begin(opening(exchange));
        ForwardedExchange forwarded = new ForwardedExchange(exchange, invocation, functionFacts(), shared);
        // Dispatched to the same thread: the exchange stays open after this method until somebody ends it.
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> {
            forwarded.begin();
            CompletableFuture<Instance> acquired =
                    instances.acquire(invocation.requestId()).toCompletableFuture();
            if (!acquired.isDone()) {
                invocations.waits(invocation);
            }
            acquired.whenComplete((instance, failure) -> exchange.getIoThread().execute(() -> {
                if (instance == null) {
                    forwarded.noInstance(failure);
                } else if (!forwarded.isOver()) {
                    coldStart(invocation, instance);
                    forwarded.forward(instance);
                }
            }));
        });
    }

    private void coldStart(Invocation invocation, Instance instance) {
        if (warm.add(instance)) {
            invocations.coldStarted(
                    invocation, instance.coldStart(), options.settings().get().memoryMb(), instance.memoryBytes());
        }
    }

    private Opening opening(HttpServerExchange exchange) {
        String target = target(exchange);
        InetSocketAddress client = exchange.getSourceAddress();
        Handshake handshake = new Handshake(
                exchange.getRequestMethod().toString(),
                target,
                stage.strip(target),
                HandshakeHeaders.forwarded(exchange.getRequestHeaders(), Map.of()),
                0,
                List.of());
        return new Opening(clientText(client), asksForWebSocket(exchange), handshake);
    }

    /** As the client sent it, but as a path where a client wrote what it would write to a proxy, RFC 9112 section 3.2.2. */
    private static String target(HttpServerExchange exchange) {
        String target = ClientHead.take(exchange);
        if (!exchange.isHostIncludedInRequestURI()
                || exchange.getRequestMethod().equals(Methods.CONNECT)) {
            return target;
        }
        String afterHost = target.replaceFirst("^[^:]*://[^/?]*", "");
        return afterHost.startsWith("/") ? afterHost : "/" + afterHost;
    }

    private static String clientText(InetSocketAddress client) {
        String address = Loopback.text(client.getAddress());
        return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + client.getPort();
    }

    private static boolean asksForWebSocket(HttpServerExchange exchange) {
        HeaderValues upgrade = exchange.getRequestHeaders().get(Headers.UPGRADE);
        return upgrade != null
                && exchange.getRequestMethod().equals(Methods.GET)
                && exchange.isHttp11()
                && upgrade.stream()
                        .flatMap(value -> Stream.of(value.split(",")))
                        .anyMatch(protocol -> protocol.strip().equalsIgnoreCase("websocket"));
    }

    private FunctionFacts functionFacts() {
        FunctionSettings settings = options.settings().get();
        return new FunctionFacts(
                settings.name(),
                settings.namespace(),
                settings.region(),
                settings.appId(),
                settings.uin(),
                settings.memoryMb(),
                options.timeouts().get().execution());
    }
}
