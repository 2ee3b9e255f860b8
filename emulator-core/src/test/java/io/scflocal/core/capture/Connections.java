package io.scflocal.core.capture;

import java.util.List;
import java.util.Optional;

/** Connections for tests. */
final class Connections {
    private Connections() {}

    /** A connection whose function has answered with these extensions. */
    static ConnectionRecord open(int number, String extensions) {
        return connection(number, extensions, Optional.empty());
    }

    /** A connection that was closed by its client. */
    static ConnectionRecord ended(int number) {
        return ended(number, "");
    }

    /** The same, whose function had answered with these extensions. */
    static ConnectionRecord ended(int number, String extensions) {
        return connection(
                number, extensions, Optional.of(new EndRecord(200, "client-closed", 1000, "bye 早", 0, 5_000_000_000L)));
    }

    private static ConnectionRecord connection(int number, String extensions, Optional<EndRecord> end) {
        HandshakeRecord handshake = new HandshakeRecord(
                "GET",
                "/release/chat?room=早",
                "/chat?room=早",
                List.of(new HeaderRecord("Host", "127.0.0.1:8000", "PEER")),
                101,
                List.of(new HeaderRecord("sec-websocket-extensions", extensions, "PEER")));
        return new ConnectionRecord(
                number, 1_000L + number, "request-" + number, "127.0.0.1:50000", true, "A", handshake, end);
    }
}
