package io.scflocal.core.capture;

import io.scflocal.core.frame.PerMessageDeflate;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A connection as it stood at one moment. It is recorded anew whenever it changes, and the newest record counts.
 *
 * @param number number of the connection, from 1
 * @param openedEpochNanos when its handshake arrived, nanoseconds since 1970-01-01T00:00:00Z
 * @param requestId the platform's request id
 * @param client address and port of the client
 * @param webSocket whether the request asked for an upgrade
 * @param instance id of the instance that serves it; empty as long as none does
 * @param handshake request and, once there is one, answer
 * @param end how it ended, once it has
 */
public record ConnectionRecord(
        int number,
        long openedEpochNanos,
        String requestId,
        String client,
        boolean webSocket,
        String instance,
        HandshakeRecord handshake,
        Optional<EndRecord> end) {
    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

    /** When it ended, nanoseconds since 1970-01-01T00:00:00Z; empty as long as it has not. */
    public Optional<Long> endEpochNanos() {
        return end.map(known -> openedEpochNanos + known.durationNanos());
    }

    /** What client and function have agreed on for compression. */
    public Optional<PerMessageDeflate> compression() {
        return PerMessageDeflate.parse(handshake.responseHeaders().stream()
                .filter(header -> header.name().equalsIgnoreCase(EXTENSIONS))
                .map(HeaderRecord::value)
                .collect(Collectors.joining(",")));
    }
}
