package io.scflocal.core.export;

import io.scflocal.core.capture.HandshakeRecord;
import io.scflocal.core.capture.HeaderRecord;
import java.util.List;

/** A handshake as the client has seen it. */
record ClientView(HandshakeRecord handshake) {
    // As the recorder of the handshake names them.
    private static final String ADDED_FOR_THE_FUNCTION = "GATEWAY";
    private static final String NOT_FORWARDED = "DROPPED";
    private static final String USUAL_HOST = "127.0.0.1:8000";

    List<HeaderRecord> requestHeaders() {
        return without(handshake.requestHeaders(), ADDED_FOR_THE_FUNCTION);
    }

    List<HeaderRecord> responseHeaders() {
        return without(handshake.responseHeaders(), NOT_FORWARDED);
    }

    /** Host and port that the client has asked for. */
    String host() {
        return requestHeaders().stream()
                .filter(header -> header.name().equalsIgnoreCase("Host"))
                .map(HeaderRecord::value)
                .findFirst()
                .orElse(USUAL_HOST);
    }

    /** What HTTP calls a status; empty for most. */
    static String phrase(int status) {
        return switch (status) {
            case 101 -> "Switching Protocols";
            case 200 -> "OK";
            case 400 -> "Bad Request";
            case 404 -> "Not Found";
            case 500 -> "Internal Server Error";
            default -> "";
        };
    }

    private static List<HeaderRecord> without(List<HeaderRecord> headers, String origin) {
        return headers.stream()
                .filter(header -> !header.origin().equals(origin))
                .toList();
    }
}
