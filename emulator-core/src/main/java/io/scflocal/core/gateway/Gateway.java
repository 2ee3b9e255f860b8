package io.scflocal.core.gateway;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InstanceProvider;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.relay.ActResult;
import io.scflocal.core.relay.ConnectionAct;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/**
 * The listening side: takes connections on the loopback addresses and passes each to an instance of the function.
 *
 * <p>One I/O thread serves everything. Both ends of a tunnel and the capture's writer live on it, so the path of a frame has no lock;
 * on two cores a second thread was measured to gain nothing, because the function needs the other core.
 *
 * <p>{@link #start} and {@link #stop} are called by the emulator, one at a time, everything else by any thread.
 */
public final class Gateway {
    private static final System.Logger LOG = System.getLogger(Gateway.class.getName());
    /** More than there are ports; what can't be opened is refused by the system. */
    private static final int MAX_CONNECTIONS = 1_000_000;

    private static final long STOP_SECONDS = 5;

    private final Tunnels tunnels;
    private final FunctionHandler handler;
    private volatile @Nullable XnioWorker worker;
    private volatile @Nullable HttpListeners listeners;

    /**
     * How it listens for TLS.
     *
     * @param port the port, which is free
     * @param context has the certificate
     */
    public record Secure(int port, SSLContext context) {}

    /** A gateway that does not listen yet. */
    public Gateway(GatewayOptions options, InstanceProvider instances, Invocations invocations) {
        InvocationEnds ends = new InvocationEnds(invocations, options, instances);
        tunnels = new Tunnels(options, ends);
        handler = new FunctionHandler(options, instances, new ForwardedExchange.Shared(invocations, tunnels, ends));
    }

    /**
     * Begins to listen on all loopback addresses.
     *
     * @param port the port, which is free
     * @param secure the port for TLS, if it listens for that too
     * @throws IOException if a port can't be taken
     */
    public void start(int port, Optional<Secure> secure) throws IOException {
        XnioWorker starting = newWorker();
        HttpListeners listening = new HttpListeners(starting, handler.continuing(), handler::refused);
        try {
            for (String address : Loopback.addresses()) {
                listening.open(new InetSocketAddress(address, port));
                if (secure.isPresent()) {
                    listening.open(
                            new InetSocketAddress(address, secure.get().port()),
                            secure.get().context());
                }
            }
        } catch (IOException e) {
            stop(listening, starting);
            throw e;
        }
        listeners = listening;
        worker = starting;
    }

    private static XnioWorker newWorker() throws IOException {
        return Xnio.getInstance(Gateway.class.getClassLoader())
                .createWorker(OptionMap.builder()
                        .set(Options.WORKER_IO_THREADS, 1)
                        .set(Options.WORKER_TASK_CORE_THREADS, 2)
                        .set(Options.WORKER_TASK_MAX_THREADS, 2)
                        .set(Options.CONNECTION_HIGH_WATER, MAX_CONNECTIONS)
                        .set(Options.CONNECTION_LOW_WATER, MAX_CONNECTIONS)
                        .set(Options.TCP_NODELAY, true)
                        .set(Options.CORK, true)
                        .getMap());
    }

    /** The limits on time have changed; acts on open connections soon. */
    public void deadlinesChanged() {
        XnioWorker running = worker;
        if (running != null) {
            running.getIoThread().execute(tunnels::deadlinesChanged);
        }
    }

    /** Ends what these instances serve, with Close 1012 where it is a tunnel, soon. Any thread. */
    public void retire(Collection<Instance> instances) {
        XnioWorker running = worker;
        if (running != null) {
            running.getIoThread().execute(() -> tunnels.retire(instances));
        }
    }

    /** Does what the user asks for to a live connection, soon and on the I/O thread, which completes the result. Any thread. */
    public CompletionStage<ActResult> act(int connection, ConnectionAct act) {
        XnioWorker running = worker;
        if (running == null) {
            return CompletableFuture.completedStage(ActResult.NOT_OPEN);
        }
        return CompletableFuture.supplyAsync(() -> tunnels.act(connection, act), running.getIoThread())
                .thenCompose(Function.identity());
    }

    /** Ends all connections and stops listening; blocks until that is done. */
    public void stop() {
        XnioWorker running = worker;
        HttpListeners listening = listeners;
        if (running == null || listening == null) {
            return;
        }
        worker = null;
        listeners = null;
        cutAll(running);
        stop(listening, running);
    }

    private static void stop(HttpListeners listening, XnioWorker running) {
        listening.close();
        running.shutdown();
        try {
            running.awaitTermination();
        } catch (InterruptedException e) {
            running.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void cutAll(XnioWorker running) {
        CountDownLatch done = new CountDownLatch(1);
        running.getIoThread().execute(() -> {
            tunnels.cutAll(EndCause.STOPPED);
            done.countDown();
        });
        try {
            if (!done.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "The gateway's I/O thread did not answer; its connections are dropped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
