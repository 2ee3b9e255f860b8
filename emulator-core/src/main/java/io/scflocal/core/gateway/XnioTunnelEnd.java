package io.scflocal.core.gateway;

import io.scflocal.core.relay.TunnelEnd;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.conduits.ConduitStreamSinkChannel;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.ssl.SslConnection;

/**
 * A tunnel end on an XNIO connection, after both HTTP sides have let go of it. Behind TLS, what was written may wait in a conduit until
 * it is flushed, and what was read may wait there decrypted.
 */
final class XnioTunnelEnd implements TunnelEnd {
    private final StreamConnection connection;
    private final ConduitStreamSourceChannel source;
    private final ConduitStreamSinkChannel sink;
    private final boolean secure;
    private boolean unflushed;
    private boolean writeWanted;

    XnioTunnelEnd(StreamConnection connection) {
        this.connection = connection;
        source = connection.getSourceChannel();
        sink = connection.getSinkChannel();
        secure = connection instanceof SslConnection;
    }

    /** From now on {@code readable} and {@code writable} are run on the I/O thread when the socket is. */
    void listen(Runnable readable, Runnable writable) {
        source.setReadListener(channel -> readable.run());
        sink.setWriteListener(channel -> {
            flushRest();
            if (writeWanted && !unflushed) {
                writable.run();
            }
        });
    }

    private void flushRest() {
        if (unflushed) {
            try {
                flush();
            } catch (IOException e) {
                // The next read or write of the relay meets the same end.
                unflushed = false;
            }
            listenForWrites();
        }
    }

    private void flush() throws IOException {
        unflushed = !sink.flush();
    }

    private void listenForWrites() {
        if (writeWanted || unflushed) {
            sink.resumeWrites();
        } else {
            sink.suspendWrites();
        }
    }

    @Override
    public boolean readsAhead() {
        return secure;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return source.read(target);
    }

    @Override
    public int write(ByteBuffer buffer) throws IOException {
        int count = sink.write(buffer);
        if (secure && count > 0) {
            flush();
            if (unflushed) {
                sink.resumeWrites();
            }
        }
        return count;
    }

    @Override
    public void wantRead(boolean wanted) {
        if (wanted) {
            // Not resumeReads: bytes that came with the handshake wait in a conduit, where no selector sees them.
            source.wakeupReads();
        } else {
            source.suspendReads();
        }
    }

    @Override
    public void wantWrite(boolean wanted) {
        writeWanted = wanted;
        listenForWrites();
    }

    @Override
    public void shutdownOutput() throws IOException {
        sink.shutdownWrites();
        flush();
        listenForWrites();
    }

    @Override
    public void close() {
        IoUtils.safeClose(connection);
    }
}
