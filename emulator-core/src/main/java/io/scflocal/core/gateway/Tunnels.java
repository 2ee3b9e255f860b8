package io.scflocal.core.gateway;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.instance.Instance;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.relay.ActResult;
import io.scflocal.core.relay.BufferPool;
import io.scflocal.core.relay.ConnectionAct;
import io.scflocal.core.relay.Relay;
import io.scflocal.core.relay.RelayEnd;
import io.scflocal.core.relay.TurnEnd;
import io.undertow.client.ClientConnection;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;

/**
 * The open tunnels of a gateway, by the instance that serves them, and the requests that may become tunnels.
 *
 * <p>Confined to the gateway's one I/O thread, apart from {@link #onIoThread}.
 */
final class Tunnels {
    private static final System.Logger LOG = System.getLogger(Tunnels.class.getName());

    /** How long after its connection a dying process may take to be seen dead; also what its last bytes get to pass. */
    static final Duration EXIT_NOTICE = Duration.ofMillis(250);

    private final GatewayOptions options;
    private final TunnelEnds ends;
    private final Map<Instance, Set<Relay>> open = new HashMap<>();
    private final Map<Integer, Relay> byConnection = new HashMap<>();
    private final BufferPool buffers = new BufferPool();
    private final TurnEnd turnEnd = new TurnEnd();
    private final Closings closings = new Closings();
    private boolean warnedOfSockets;
    private final SharedHeaders headers = new SharedHeaders();
    private final Set<ForwardedExchange> unanswered = new HashSet<>();
    /** Weak, so that those that are gone are forgotten. */
    private final Set<Instance> retired = Collections.newSetFromMap(new WeakHashMap<>());

    Tunnels(GatewayOptions options, InvocationEnds ends) {
        this.options = options;
        this.ends = new TunnelEnds(ends);
    }

    GatewayOptions options() {
        return options;
    }

    /** What the handshakes of the open connections have in common. */
    SharedHeaders headers() {
        return headers;
    }

    /** The emulator is out of sockets: said once, because it concerns every request from then on. */
    void warnOfSockets(String explanation) {
        if (!warnedOfSockets) {
            warnedOfSockets = true;
            LOG.log(Level.WARNING, explanation);
        }
    }

    /** A request waits for its answer, or its answer passes. */
    void add(ForwardedExchange request) {
        unanswered.add(request);
    }

    /** The request has been answered or has become a tunnel. */
    void remove(ForwardedExchange request) {
        unanswered.remove(request);
    }

    /** Both sides have agreed on the upgrade: from here on bytes pass. */
    void open(Invocation invocation, Instance instance, StreamConnection client, ClientConnection toFunction) {
        StreamConnection function;
        try {
            function = toFunction.performUpgrade();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The function's side of a new tunnel broke", e);
            IoUtils.safeClose(client);
            IoUtils.safeClose(toFunction);
            ends.ended(invocation, instance, RelayEnd.withoutCloseFrame(EndCause.FUNCTION_LOST), client.getIoThread());
            return;
        }
        relay(
                invocation,
                instance,
                new XnioTunnelEnd(client, closings),
                new XnioTunnelEnd(function, closings),
                client.getIoThread());
    }

    private void relay(
            Invocation invocation,
            Instance instance,
            XnioTunnelEnd client,
            XnioTunnelEnd function,
            XnioIoThread ioThread) {
        Set<Relay> siblings = siblings(instance, ioThread);
        Relay[] self = new Relay[1];
        Relay relay = new Relay(
                invocation,
                new Relay.Tunnel(client, function),
                options.capture(),
                new Relay.Services(
                        buffers,
                        (delay, task) -> after(ioThread, delay, task),
                        task -> turnEnd.add(task, ioThread),
                        options.choices(),
                        options.problems()),
                end -> {
                    siblings.remove(self[0]);
                    byConnection.remove(invocation.connection());
                    ends.ended(invocation, instance, end, ioThread);
                });
        self[0] = relay;
        siblings.add(relay);
        byConnection.put(invocation.connection(), relay);
        client.listen(
                () -> relay.readable(Direction.CLIENT_TO_FUNCTION), () -> relay.writable(Direction.FUNCTION_TO_CLIENT));
        function.listen(
                () -> relay.readable(Direction.FUNCTION_TO_CLIENT), () -> relay.writable(Direction.CLIENT_TO_FUNCTION));
        relay.start();
        if (isRetired(instance)) {
            relay.closeForReload();
        }
    }

    /** Does what the user asks for to a live connection. */
    CompletionStage<ActResult> act(int connection, ConnectionAct act) {
        Relay relay = byConnection.get(connection);
        return relay == null ? CompletableFuture.completedStage(ActResult.NOT_OPEN) : relay.act(act);
    }

    /** The limits have changed. */
    void deadlinesChanged() {
        open.values().forEach(relays -> relays.forEach(Relay::deadlinesChanged));
        List.copyOf(unanswered).forEach(ForwardedExchange::deadlinesChanged);
    }

    /** The code of these instances is an old one: what they serve, and what they are still given, ends. */
    void retire(Collection<Instance> instances) {
        for (Instance instance : instances) {
            retired.add(instance);
            List.copyOf(unanswered).stream()
                    .filter(request -> request.isServedBy(instance))
                    .forEach(request -> request.cut(EndCause.RELOADED));
            List.copyOf(open.getOrDefault(instance, Set.of())).forEach(Relay::closeForReload);
        }
    }

    boolean isRetired(Instance instance) {
        return retired.contains(instance);
    }

    /** Ends every tunnel and every request. */
    void cutAll(EndCause cause) {
        List.copyOf(unanswered).forEach(request -> request.cut(cause));
        List.copyOf(open.keySet()).forEach(instance -> cut(instance, cause));
        closings.closeAll();
        ends.explainAll();
    }

    private void cut(Instance instance, EndCause cause) {
        Set<Relay> relays = open.get(instance);
        if (relays != null) {
            List.copyOf(relays).forEach(relay -> relay.cut(cause));
        }
    }

    private Set<Relay> siblings(Instance instance, XnioIoThread ioThread) {
        return open.computeIfAbsent(instance, added -> {
            // A process that ends takes its sockets along; children that keep them open must not keep the connections.
            added.exited()
                    .thenRun(() -> after(ioThread, EXIT_NOTICE, () -> {
                        cut(added, added.endCause());
                        open.remove(added);
                    }));
            return new HashSet<>();
        });
    }

    /** Runs {@code task} later on the I/O thread; running the result takes it back. */
    static Runnable after(XnioIoThread ioThread, Duration delay, Runnable task) {
        XnioExecutor.Key key = ioThread.executeAfter(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        return key::remove;
    }
}
