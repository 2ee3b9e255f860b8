package io.scflocal.core.gateway;

import io.undertow.UndertowOptions;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/**
 * The sockets that listen. Undertow's own builder lets nobody see a connection before it does, which {@link ClientHead} must.
 *
 * <p>Opened and closed by one thread at a time.
 */
final class HttpListeners {
    private static final int BACKLOG = 4096;
    /** Undertow's own choice: what fits into a record of TLS. */
    private static final int BUFFER_BYTES = 16 * 1024 - 20;

    private static final int BUFFERS_PER_THREAD = 4;
    /** What the function takes is its own business, and the size of a head is limited anyway. */
    private static final int MAX_FIELDS = 100_000;

    private static final int UNUSED_MILLIS = 60_000;
    private static final OptionMap SOCKETS = OptionMap.builder()
            .set(Options.TCP_NODELAY, true)
            .set(Options.REUSE_ADDRESSES, true)
            .set(Options.BACKLOG, BACKLOG)
            .getMap();

    private final XnioWorker worker;
    private final ChannelListener<StreamConnection> begin;
    private final List<AcceptingChannel<? extends StreamConnection>> open = new ArrayList<>();

    /**
     * None is open yet.
     *
     * @param handler of every request
     * @param refused told, on the I/O thread, of every request that does not get so far, and why
     */
    HttpListeners(XnioWorker worker, HttpHandler handler, Consumer<String> refused) {
        this.worker = worker;
        HttpOpenListener http = new HttpOpenListener(
                new DefaultByteBufferPool(true, BUFFER_BYTES, -1, BUFFERS_PER_THREAD),
                OptionMap.builder()
                        .set(UndertowOptions.NO_REQUEST_TIMEOUT, UNUSED_MILLIS)
                        .set(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                        .set(UndertowOptions.MAX_HEADERS, MAX_FIELDS)
                        .set(UndertowOptions.ALWAYS_SET_DATE, false)
                        .set(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                        .set(UndertowOptions.DECODE_URL, false)
                        .getMap());
        http.setRootHandler(handler);
        begin = client -> {
            ClientHead.watch(client, refused);
            http.handleEvent(client);
        };
    }

    /** Listens for plain connections. */
    void open(InetSocketAddress address) throws IOException {
        listen(worker.createStreamConnectionServer(address, ChannelListeners.openListenerAdapter(begin), SOCKETS));
    }

    /** Listens for TLS. */
    void open(InetSocketAddress address, SSLContext context) throws IOException {
        UndertowXnioSsl tls =
                new UndertowXnioSsl(worker.getXnio(), OptionMap.create(Options.USE_DIRECT_BUFFERS, true), context);
        listen(tls.createSslConnectionServer(worker, address, ChannelListeners.openListenerAdapter(begin), SOCKETS));
    }

    private void listen(AcceptingChannel<? extends StreamConnection> listening) {
        open.add(listening);
        listening.resumeAccepts();
    }

    /** Listens no more; what has been accepted lives on. */
    void close() {
        open.forEach(IoUtils::safeClose);
        open.clear();
    }
}
