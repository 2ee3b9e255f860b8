package io.scflocal.core.gateway;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.Invocations;
import io.undertow.client.ClientExchange;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.HttpUpgradeListener;
import org.jspecify.annotations.Nullable;
import org.xnio.StreamConnection;

/**
 * What becomes of a request when the client has got the function's 101: a tunnel. Both HTTP connections stay reachable as long as their
 * sockets are open, so nothing of the handshake is left in them: it takes several times the memory of a tunnel.
 *
 * <p>Confined to the exchange's I/O thread.
 */
final class Upgrade implements HttpUpgradeListener {
    private final Invocations invocations;
    private final Tunnels tunnels;
    private @Nullable Agreed agreed;

    /**
     * What both sides have agreed on.
     *
     * @param handshake with the answer
     * @param instance serves the connection
     * @param answer the function's 101
     */
    record Agreed(Invocation invocation, Handshake handshake, Instance instance, ClientExchange answer) {}

    Upgrade(Invocations invocations, Tunnels tunnels, Agreed agreed) {
        this.invocations = invocations;
        this.tunnels = tunnels;
        this.agreed = agreed;
    }

    @Override
    public void handleUpgrade(StreamConnection client, HttpServerExchange exchange) {
        Agreed now = agreed;
        if (now == null) {
            return;
        }
        agreed = null;
        ClientExchange answer = now.answer();
        answer.setResponseListener(null);
        answer.getRequest().getRequestHeaders().clear();
        answer.getResponse().getResponseHeaders().clear();
        invocations.opened(now.invocation(), tunnels.headers().share(now.handshake()));
        tunnels.open(now.invocation(), now.instance(), client, answer.getConnection());
    }
}
