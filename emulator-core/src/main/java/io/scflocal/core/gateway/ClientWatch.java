package io.scflocal.core.gateway;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.xnio.ChannelListener;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Notices that a client leaves while its complete request waits for an answer. A client that sends on, frames before their time or
 * its next request, is watched no more: what it sent is kept for later.
 *
 * <p>Confined to the exchange's I/O thread.
 */
final class ClientWatch {
    private static final System.Logger LOG = System.getLogger(ClientWatch.class.getName());

    private final HttpServerConnection connection;
    private final StreamSourceConduit socket;
    private final ConduitStreamSourceChannel source;
    private final ChannelListener<? super ConduitStreamSourceChannel> before;
    private final Runnable gone;
    private boolean watching = true;

    private ClientWatch(HttpServerConnection connection, Runnable gone) {
        this.connection = connection;
        // Past the conduits of the request's body, which have reached their end.
        socket = connection.getOriginalSourceConduit();
        source = connection.getChannel().getSourceChannel();
        before = source.getReadListener();
        this.gone = gone;
    }

    /**
     * Begins to watch the client of {@code exchange}, whose request has been read to its end.
     *
     * @param gone run at most once
     * @return ends the watch; may be run again, and must be run before the answer is sent
     */
    static Runnable start(HttpServerExchange exchange, Runnable gone) {
        if (!(exchange.getConnection() instanceof HttpServerConnection connection)
                || connection.getExtraBytes() != null) {
            return () -> {};
        }
        ClientWatch watch = new ClientWatch(connection, gone);
        watch.source.setReadListener(channel -> watch.readable());
        watch.socket.resumeReads();
        return watch::stop;
    }

    private void stop() {
        if (watching) {
            watching = false;
            socket.suspendReads();
            source.setReadListener(before);
        }
    }

    private void readable() {
        PooledByteBuffer buffer = connection.getByteBufferPool().allocate();
        int count = read(buffer);
        if (count > 0) {
            stop();
            buffer.getBuffer().flip();
            connection.ungetRequestBytes(buffer);
            return;
        }
        buffer.close();
        if (count < 0) {
            stop();
            gone.run();
        }
    }

    private int read(PooledByteBuffer buffer) {
        try {
            return socket.read(buffer.getBuffer());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A client's connection broke before its answer", e);
            return -1;
        }
    }
}
