package io.scflocal.core.relay;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One of the two sockets of a tunnel, non-blocking.
 *
 * <p>Confined to the tunnel's I/O thread.
 */
public interface TunnelEnd {

    /**
     * Reads what is there.
     *
     * @return number of bytes; 0 if there is nothing now; -1 after the peer's last byte
     * @throws IOException if the connection is broken
     */
    int read(ByteBuffer target) throws IOException;

    /** Whether bytes that have arrived may wait in memory, where nothing tells of them but another {@link #read}; true behind TLS. */
    default boolean readsAhead() {
        return false;
    }

    /**
     * Writes as much as the socket takes.
     *
     * @return number of bytes; 0 if the socket takes nothing now
     * @throws IOException if the connection is broken
     */
    int write(ByteBuffer source) throws IOException;

    /** Whether bytes that were written wait in memory until the socket takes them; only behind TLS. */
    default boolean hasUnsent() {
        return false;
    }

    /** Switches on or off that {@link Relay#readable} is called when there is something to read. */
    void wantRead(boolean wanted);

    /** Switches on or off that {@link Relay#writable} is called when the socket takes more. */
    void wantWrite(boolean wanted);

    /**
     * Tells the peer that nothing more will come; reading goes on.
     *
     * @throws IOException if the connection is broken
     */
    void shutdownOutput() throws IOException;

    /** Ends the connection; what is unread or unsent is lost. May be called again. */
    void close();
}
