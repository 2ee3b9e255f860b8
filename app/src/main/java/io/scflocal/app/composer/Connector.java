package io.scflocal.app.composer;

import io.scflocal.core.client.ClientEnd;
import io.scflocal.core.client.ClientHandshake;
import io.scflocal.core.client.WebSocketClient;
import io.scflocal.core.frame.OutgoingFrame;
import java.io.IOException;
import java.util.function.Consumer;

/** Makes the connections of the built-in client; tests put something without sockets in its place. */
@FunctionalInterface
public interface Connector {
    /** With real sockets. */
    Connector SOCKETS = (handshake, ended) -> new SocketLink(WebSocketClient.connect(handshake, ended));

    /** See {@link WebSocketClient#connect}. */
    Link connect(ClientHandshake handshake, Consumer<ClientEnd> ended) throws IOException;

    /** A connection that is open; see {@link WebSocketClient}. */
    interface Link {
        /** See {@link WebSocketClient#localAddress()}. */
        String localAddress();

        /** See {@link WebSocketClient#send}. */
        void send(OutgoingFrame frame) throws IOException;

        /** See {@link WebSocketClient#close()}. */
        void close();
    }

    /**
     * A link over a socket.
     *
     * @param client does all the work
     */
    record SocketLink(WebSocketClient client) implements Link {

        @Override
        public String localAddress() {
            return client.localAddress();
        }

        @Override
        public void send(OutgoingFrame frame) throws IOException {
            client.send(frame);
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
