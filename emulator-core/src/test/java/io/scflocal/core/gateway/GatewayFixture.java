package io.scflocal.core.gateway;

import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameOrigin;
import io.scflocal.core.frame.FrameSink;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.Separation;
import io.scflocal.core.instance.StubInstance;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.invocation.InvocationListener;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.problem.Problems;
import io.scflocal.core.relay.ActResult;
import io.scflocal.core.relay.ConnectionAct;
import io.scflocal.core.relay.FrameCapture;
import io.scflocal.core.time.Ticker;
import io.scflocal.core.tls.LocalCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A real gateway with a real capture between raw clients and a function that is a raw socket of the test. */
final class GatewayFixture implements AutoCloseable {
    static final String ACCEPT = "HTTP/1.1 101 Switching Protocols\r\n"
            + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n";

    private static final long PATIENCE_SECONDS = 20;

    final CaptureStore capture;
    final InvocationLog log;
    final Invocations invocations;
    final StubInstance instance;
    int port;
    int securePort;
    final LocalCertificates certificates;
    final Problems problems = new Problems(Ticker.system(), problem -> {});
    volatile PlatformChoices choices = PlatformChoices.DEFAULT;
    volatile Timeouts timeouts = Timeouts.DEFAULT;
    volatile Supplier<CompletionStage<Instance>> provider;

    private final ServerSocket functionSocket = new ServerSocket(0, 1000, InetAddress.getByName("127.0.0.1"));
    private final BlockingQueue<Invocation> ended = new LinkedBlockingQueue<>();
    private final Gateway gateway;

    GatewayFixture(Path directory) throws IOException {
        Ticker ticker = Ticker.system();
        capture = CaptureStore.create(directory.resolve("capture"), ticker);
        log = new InvocationLog(ticker, line -> {});
        invocations = new Invocations(ticker, () -> timeouts, log, new InvocationListener() {
            @Override
            public void ended(Invocation invocation) {
                ended.add(invocation);
            }
        });
        functionSocket.setSoTimeout(20_000);
        instance = new StubInstance(
                "A",
                Separation.SHARED,
                new InetSocketAddress(InetAddress.getByName("127.0.0.1"), functionSocket.getLocalPort()));
        instance.memoryBytes = 32 << 20;
        provider = () -> CompletableFuture.completedFuture(instance);
        GatewayOptions options = new GatewayOptions(
                "release",
                () -> FunctionSettings.defaults("demo"),
                () -> timeouts,
                () -> choices,
                new FrameCapture() {
                    @Override
                    public FrameSink recorder(int connection, Direction direction, FrameOrigin origin) {
                        return capture.recorder(connection, direction, origin);
                    }

                    @Override
                    public long lastFrame() {
                        return capture.count() - 1;
                    }
                },
                problems);
        gateway = new Gateway(options, requestId -> provider.get(), invocations);
        certificates = new LocalCertificates(directory.resolve("tls"), ticker);
        startOnFreePorts();
    }

    /** Again where another program of this machine has taken one of the ports meanwhile. */
    private void startOnFreePorts() throws IOException {
        for (int left = 5; ; left--) {
            port = Loopback.freePort(0);
            securePort = Loopback.freePort(0);
            try {
                gateway.start(port, Optional.of(new Gateway.Secure(securePort, certificates.serverContext())));
                return;
            } catch (IOException e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }

    /** The next connection that the gateway makes to the function. */
    RawPeer accept() throws IOException {
        return new RawPeer(functionSocket.accept());
    }

    void setTimeouts(Timeouts limits) {
        timeouts = limits;
        gateway.deadlinesChanged();
    }

    CompletableFuture<ActResult> act(int connection, ConnectionAct act) {
        return gateway.act(connection, act).toCompletableFuture();
    }

    void startGateway(int plain, Optional<Gateway.Secure> secure) throws IOException {
        gateway.start(plain, secure);
    }

    void stopGateway() {
        gateway.stop();
    }

    /** An open tunnel. */
    Tunnel open(String target) throws IOException {
        return open(RawPeer.connect(port).handshake(target));
    }

    /** The tunnel of a client that has sent its handshake. */
    Tunnel open(RawPeer client) throws IOException {
        RawPeer function = accept();
        String request = function.readHead();
        function.send(ACCEPT + "\r\n");
        client.readHead();
        return new Tunnel(client, function, request);
    }

    /** How the next connection ended. */
    InvocationEnd awaitEnd() throws InterruptedException {
        Invocation invocation = ended.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (invocation == null) {
            throw new AssertionError("no connection ended");
        }
        return invocation.end().orElseThrow();
    }

    @Override
    public void close() throws IOException {
        gateway.stop();
        capture.close();
        functionSocket.close();
    }

    /** Both ends of an open tunnel, and the head that the function got. */
    record Tunnel(RawPeer client, RawPeer function, String requestHead) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            client.close();
            function.close();
        }
    }
}
