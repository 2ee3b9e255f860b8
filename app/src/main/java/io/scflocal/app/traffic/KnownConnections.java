package io.scflocal.app.traffic;

import io.scflocal.core.invocation.Header;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.query.ConnectionFact;
import io.scflocal.core.query.ConnectionFact.HeaderField;
import io.scflocal.core.query.ConnectionFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a filter what is known of connections: of the open ones and the newest ended ones.
 *
 * <p>Thread-safe.
 */
final class KnownConnections implements ConnectionFacts {
    private final Invocations invocations;
    private volatile Snapshot snapshot = new Snapshot(-1, Map.of());

    private record Snapshot(long changes, Map<Integer, Invocation> invocations) {}

    KnownConnections(Invocations invocations) {
        this.invocations = invocations;
    }

    @Override
    public Optional<ConnectionFact> find(int connection) {
        return invocation(connection).map(KnownConnections::fact);
    }

    private Optional<Invocation> invocation(int connection) {
        Snapshot known = snapshot;
        // Read first: what changes while the list is made is noticed the next time.
        long changes = invocations.changes();
        if (known.changes != changes) {
            Map<Integer, Invocation> byNumber = new HashMap<>();
            invocations.recent().forEach(invocation -> byNumber.put(invocation.connection(), invocation));
            known = new Snapshot(changes, byNumber);
            snapshot = known;
        }
        return Optional.ofNullable(known.invocations.get(connection));
    }

    private static ConnectionFact fact(Invocation invocation) {
        // The end before the state: an ended connection is taken for final.
        String cause =
                invocation.end().map(InvocationEnd::cause).map(end -> end.id()).orElse("");
        List<HeaderField> headers = invocation.handshake().requestHeaders().stream()
                .map(header -> new HeaderField(header.name(), header.value()))
                .toList();
        return new ConnectionFact(
                invocation.requestId(),
                invocation.openedEpochNanos(),
                invocation.handshake().requestTarget(),
                headers,
                subprotocol(invocation.handshake().responseHeaders()),
                (cause.isEmpty() ? invocation.state().name() : "ended").toLowerCase(Locale.ROOT),
                cause);
    }

    private static String subprotocol(List<Header> response) {
        return response.stream()
                .filter(header -> header.name().equalsIgnoreCase("Sec-WebSocket-Protocol"))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }
}
