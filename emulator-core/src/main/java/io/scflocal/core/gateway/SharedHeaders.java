package io.scflocal.core.gateway;

import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.Header;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Most header fields of one connection are those of the one before. They are kept once, because the handshakes of thousands of open
 * connections stay in memory.
 *
 * <p>Confined to the gateway's I/O thread.
 */
final class SharedHeaders {
    /** A power of two, several times the number of fields in a handshake; a field that finds its place taken takes it over. */
    private static final int PLACES = 256;

    private final @Nullable Header[] seen = new Header[PLACES];

    /** An equal handshake. */
    Handshake share(Handshake handshake) {
        return new Handshake(
                handshake.method(),
                handshake.requestTarget(),
                handshake.functionTarget(),
                share(handshake.requestHeaders()),
                handshake.responseStatus(),
                share(handshake.responseHeaders()));
    }

    private List<Header> share(List<Header> headers) {
        return headers.stream().map(this::share).toList();
    }

    private Header share(Header header) {
        int hash = header.hashCode();
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        Header before = seen[place];
        if (header.equals(before)) {
            return before;
        }
        seen[place] = header;
        return header;
    }
}
