package io.scflocal.core.gateway;

import io.scflocal.core.relay.TunnelEnd;
import java.io.IOException;
import java.nio.ByteBuffer;
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
    private final Closings closings;
    private final ConduitStreamSourceChannel source;
    private final ConduitStreamSinkChannel sink;
    private final boolean secure;
    private boolean unflushed;
    private boolean writeWanted;
    private boolean closed;
    /** Whether the selector looks for room to write. */
    private boolean listening;

    XnioTunnelEnd(StreamConnection connection, Closings closings) {
        this.connection = connection;
        this.closings = closings;
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
        boolean wanted = writeWanted || unflushed;
        if (wanted) {
            sink.resumeWrites();
        } else if (listening) {
            sink.suspendWrites();
        }
        listening = wanted;
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
            listenForWrites();
        }
        return count;
    }

    @Override
    public boolean hasUnsent() {
        return unflushed;
    }

    @Override
    public void wantRead(boolean wanted) {
        if (wanted) {
            // Not resumeReads: bytes that came with the handshake wait in a conduit, where no selector sees them.
            source.wakeupReads();
        } else if (source.isOpen()) {
            // At its end the socket may have no key any more, which XNIO would find out by an exception.
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
        if (!secure && !source.isOpen()) {
            // Both directions have ended; XNIO would close the connection within this call.
            close();
            return;
        }
        sink.shutdownWrites();
        flush();
        listenForWrites();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        // One that has ended in both directions has no place in the selector any more.
        if (connection.isOpen()) {
            wantRead(false);
            writeWanted = false;
            unflushed = false;
            listenForWrites();
        }
        closings.add(connection);
    }
}
