package io.scflocal.app.connections;

import io.scflocal.app.text.Amounts;
import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Messages;
import io.scflocal.app.text.Quantities;
import io.scflocal.core.frame.CloseCode;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.invocation.InvocationState;

/** How the values of a connection are written. */
final class ConnectionText {
    /** Stands where a value has no meaning. */
    static final String NONE = "—";

    private static final int SHORT_ID = 8;

    private ConnectionText() {}

    /** The first digits of a request id, enough to recognise it. */
    static String shortId(String requestId) {
        return requestId.substring(0, Math.min(SHORT_ID, requestId.length()));
    }

    /** Only the port of a client's address, as {@code :51400}: all clients are programs of this machine. */
    static String port(String client) {
        return client.substring(Math.max(0, client.lastIndexOf(':')));
    }

    /** What became of the connection in a few words: {@code open}, {@code 455 idle timeout}, {@code 200 closed 1000}. */
    static String result(ConnectionSnapshot snapshot, Messages messages) {
        return snapshot.end()
                .map(end -> end.status().code() + " " + words(end, messages))
                .orElseGet(() -> messages.get(
                        snapshot.state() == InvocationState.CONNECTING
                                ? "connections.result.connecting"
                                : "connections.result.open"));
    }

    private static String words(InvocationEnd end, Messages messages) {
        return switch (end.cause()) {
            case CLIENT_CLOSED, FUNCTION_CLOSED ->
                end.closeCode() == CloseCode.NO_STATUS_RECEIVED
                        ? messages.get("connections.result.closed.noCode")
                        : messages.get("connections.result.closed", Integer.toString(end.closeCode()));
            case HANDSHAKE_REFUSED, HTTP_ANSWERED -> "HTTP " + end.httpStatus();
            default -> messages.get("connections.result." + end.cause().id());
        };
    }

    /** The whole row for the clipboard: the columns with a tab between, times and counts as on the screen. */
    static String line(ConnectionSnapshot snapshot, Messages messages) {
        Invocation invocation = snapshot.invocation();
        return String.join(
                "\t",
                "#" + invocation.connection(),
                invocation.requestId(),
                invocation.client(),
                invocation.handshake().requestTarget(),
                invocation.instance(),
                open(snapshot),
                idle(snapshot),
                Formats.count(snapshot.toFunction().frames()),
                Formats.count(snapshot.toClient().frames()),
                Quantities.bytes(snapshot.bytes()),
                result(snapshot, messages));
    }

    /** How long it has been open, or was. */
    static String open(ConnectionSnapshot snapshot) {
        return snapshot.end().isPresent()
                ? Amounts.taken(snapshot.elapsedNanos())
                : Amounts.elapsed(snapshot.elapsedNanos());
    }

    /** What is left of the idle timeout; a dash where it does not run. */
    static String idle(ConnectionSnapshot snapshot) {
        return snapshot.idles() ? Amounts.left(snapshot.idle().leftNanos()) : NONE;
    }
}
