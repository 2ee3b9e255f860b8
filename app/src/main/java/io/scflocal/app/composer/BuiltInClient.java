package io.scflocal.app.composer;

import io.scflocal.app.fx.Threads;
import io.scflocal.core.client.ClientEnd;
import io.scflocal.core.client.ClientHandshake;
import io.scflocal.core.client.HandshakeRefusedException;
import io.scflocal.core.frame.CloseCode;
import io.scflocal.core.frame.OutgoingFrame;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The client in the window: one connection at a time. What it sends and receives stands in the list of frames like anybody else's.
 *
 * <p>JavaFX thread only, but needs no running toolkit; what blocks is done in the background.
 */
final class BuiltInClient {
    private final Connector connector;
    private final Threads threads;
    private final Consumer<Report> reports;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.DISCONNECTED);
    private Optional<Connector.Link> link = Optional.empty();
    /** Tells an attempt from later ones, so that what has been given up says nothing any more. */
    private int attempt;

    /** Where it is. */
    enum State {
        DISCONNECTED,
        CONNECTING,
        CONNECTED
    }

    BuiltInClient(Connector connector, Threads threads, Consumer<Report> reports) {
        this.connector = connector;
        this.threads = threads;
        this.reports = reports;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Address and port of the open connection; empty without one. */
    Optional<String> localAddress() {
        return link.map(Connector.Link::localAddress);
    }

    /** Connects; does nothing unless disconnected. */
    void connect(ClientHandshake handshake) {
        if (state.get() != State.DISCONNECTED) {
            return;
        }
        int current = ++attempt;
        state.set(State.CONNECTING);
        threads.background().execute(() -> {
            try {
                Connector.Link opened =
                        connector.connect(handshake, end -> threads.screen().execute(() -> ended(current, end)));
                threads.screen().execute(() -> opened(current, opened));
            } catch (IOException e) {
                threads.screen().execute(() -> failed(current, e));
            }
        });
    }

    /** Sends a frame on the open connection; only while connected. */
    void send(OutgoingFrame frame) {
        link.ifPresent(open -> threads.background().execute(() -> {
            try {
                open.send(frame);
                threads.screen().execute(() -> reports.accept(Report.done("composer.sent", frame.payload().length)));
            } catch (IOException e) {
                threads.screen().execute(() -> reports.accept(Report.wrong("composer.not-sent", e)));
            }
        }));
    }

    /** Ends the connection with a Close frame of 1000, or gives up an attempt. */
    void disconnect() {
        if (state.get() == State.CONNECTED) {
            send(OutgoingFrame.close(CloseCode.NORMAL_CLOSURE, ""));
        } else {
            drop();
        }
    }

    /** Ends the connection without a Close frame, or gives up an attempt. */
    void drop() {
        attempt++;
        link.ifPresent(open -> threads.background().execute(open::close));
        link = Optional.empty();
        state.set(State.DISCONNECTED);
    }

    private void opened(int of, Connector.Link opened) {
        if (of != attempt) {
            threads.background().execute(opened::close);
            return;
        }
        link = Optional.of(opened);
        state.set(State.CONNECTED);
        reports.accept(Report.done("composer.connected"));
    }

    private void failed(int of, IOException error) {
        if (of != attempt) {
            return;
        }
        state.set(State.DISCONNECTED);
        reports.accept(report(error));
    }

    private static Report report(IOException error) {
        if (error instanceof HandshakeRefusedException refused) {
            return Report.wrong("composer.refused", Integer.toString(refused.status()), refused.explanation());
        }
        // The gateway listens as long as the function runs.
        return error instanceof ConnectException
                ? Report.wrong("composer.not-running")
                : Report.wrong("composer.not-connected", error);
    }

    private void ended(int of, ClientEnd end) {
        if (of != attempt) {
            return;
        }
        link = Optional.empty();
        state.set(State.DISCONNECTED);
        reports.accept(
                switch (end.closeCode()) {
                    case CloseCode.ABNORMAL_CLOSURE -> Report.wrong("composer.ended.lost");
                    case CloseCode.NO_STATUS_RECEIVED -> Report.done("composer.ended.no-code");
                    default -> Report.done("composer.ended", Integer.toString(end.closeCode()), end.closeReason());
                });
    }
}
