package io.scflocal.core.gateway;

import io.scflocal.core.relay.TunnelEnd;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.conduits.ConduitStreamSinkChannel;
import org.xnio.conduits.ConduitStreamSourceChannel;

/** A tunnel end on an XNIO connection, after both HTTP sides have let go of it. */
final class XnioTunnelEnd implements TunnelEnd {
    private final StreamConnection connection;
    private final ConduitStreamSourceChannel source;
    private final ConduitStreamSinkChannel sink;

    XnioTunnelEnd(StreamConnection connection) {
        this.connection = connection;
        source = connection.getSourceChannel();
        sink = connection.getSinkChannel();
    }

    /** From now on {@code readable} and {@code writable} are run on the I/O thread when the socket is. */
    void listen(Runnable readable, Runnable writable) {
        source.setReadListener(channel -> readable.run());
        sink.setWriteListener(channel -> writable.run());
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return source.read(target);
    }

    @Override
    public int write(ByteBuffer buffer) throws IOException {
        return sink.write(buffer);
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
        if (wanted) {
            sink.resumeWrites();
        } else {
            sink.suspendWrites();
        }
    }

    @Override
    public void shutdownOutput() throws IOException {
        sink.shutdownWrites();
        sink.flush();
    }

    @Override
    public void close() {
        IoUtils.safeClose(connection);
    }
}
