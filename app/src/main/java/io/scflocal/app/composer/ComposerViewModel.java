package io.scflocal.app.composer;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.session.Engine;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.OutgoingFrame;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.relay.ActResult;
import io.scflocal.core.relay.ConnectionAct;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The composer: a message, where it goes, the built-in client, and the messages that were kept.
 *
 * <p>JavaFX thread only, but needs no running toolkit.
 */
public final class ComposerViewModel {
    private final Threads threads;
    private final SavedMessages store;
    private final BuiltInClient client;
    private final HandshakeBox handshake = new HandshakeBox();
    private final ObjectProperty<MessageKind> kind = new SimpleObjectProperty<>(this, "kind", MessageKind.TEXT);
    private final ObjectProperty<Target> target = new SimpleObjectProperty<>(this, "target", Target.CLIENT);
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final IntegerProperty openConnection = new SimpleIntegerProperty(this, "openConnection");
    private final ReadOnlyObjectWrapper<Optional<Report>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<SavedMessage> saved = FXCollections.observableArrayList();
    private Optional<Engine> engine = Optional.empty();
    private Optional<Path> folder = Optional.empty();
    /** The slash command that is under way; it stays in the box until it has worked. */
    private String command = "";

    /**
     * Nothing is open yet.
     *
     * @param store keeps messages
     * @param connector makes the built-in client's connections
     */
    public ComposerViewModel(Threads threads, SavedMessages store, Connector connector) {
        this.threads = threads;
        this.store = store;
        client = new BuiltInClient(connector, threads, this::tell);
    }

    /** From now on this engine is meant, and the messages of its function are shown; empty: none. */
    public void show(Optional<Engine> shown, Optional<Path> shownFolder) {
        engine = shown;
        folder = shownFolder;
        client.drop();
        report.set(Optional.empty());
        saved.setAll(folder.map(store::of).orElse(List.of()));
    }

    /** How the text becomes a frame. */
    ObjectProperty<MessageKind> kindProperty() {
        return kind;
    }

    /** Where it goes. */
    ObjectProperty<Target> targetProperty() {
        return target;
    }

    /** What is typed. */
    StringProperty textProperty() {
        return text;
    }

    /** The selected connection, into which messages are put; 0 unless one is selected that is open. */
    public IntegerProperty openConnectionProperty() {
        return openConnection;
    }

    /** What the built-in client asks for. */
    HandshakeBox handshake() {
        return handshake;
    }

    /** Where the built-in client is. */
    ReadOnlyObjectProperty<BuiltInClient.State> clientStateProperty() {
        return client.stateProperty();
    }

    /** What became of the last thing that was done; empty before the first. */
    ReadOnlyObjectProperty<Optional<Report>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** The kept messages of this function. */
    ObservableList<SavedMessage> saved() {
        return FXCollections.unmodifiableObservableList(saved);
    }

    /** Connects the built-in client to the gateway; what is sent from now on goes there. */
    public void connect() {
        target.set(Target.CLIENT);
        if (engine.isEmpty()) {
            tell(Report.wrong("composer.no-function"));
            return;
        }
        try {
            client.connect(handshake.under(engine.get().webSocketUri()));
        } catch (IllegalArgumentException e) {
            tell(Report.wrong("composer.wrong.handshake", String.valueOf(e.getMessage())));
        }
    }

    /** Ends the built-in client's connection with 1000, or gives up its attempt. */
    void disconnect() {
        client.disconnect();
    }

    /** Sends what is typed, or does what its slash command says. */
    void send() {
        Optional<SlashCommand> command =
                kind.get() == MessageKind.TEXT ? SlashCommand.parse(text.get()) : Optional.empty();
        if (command.isPresent()) {
            perform(command.get());
        } else {
            send(kind.get(), kind.get() == MessageKind.TEXT ? SlashCommand.message(text.get()) : text.get());
        }
    }

    private void perform(SlashCommand command) {
        if (command instanceof SlashCommand.Unknown unknown) {
            tell(Report.wrong("composer.wrong.command", unknown.name()));
            return;
        }
        this.command = text.get();
        if (command instanceof SlashCommand.Connect connect) {
            if (!connect.path().isEmpty()) {
                handshake.pathProperty().set(connect.path());
            }
            connect();
        } else if (command instanceof SlashCommand.Disconnect) {
            if (clientStateProperty().get() == BuiltInClient.State.DISCONNECTED) {
                tell(Report.wrong("composer.wrong.disconnected"));
            }
            disconnect();
        } else if (command instanceof SlashCommand.Send message) {
            send(message.kind(), message.text());
        } else {
            act(command instanceof SlashCommand.Drop ? new ConnectionAct.Drop() : new ConnectionAct.ExpireIdle());
        }
    }

    private void send(MessageKind as, String typed) {
        // A file is read in the background; the others are too quick to be worth it.
        if (as == MessageKind.FILE) {
            threads.background().execute(() -> {
                ComposedFrame read = ComposedFrame.of(as, typed);
                threads.screen().execute(() -> send(read));
            });
        } else {
            send(ComposedFrame.of(as, typed));
        }
    }

    private void send(ComposedFrame composed) {
        if (composed instanceof ComposedFrame.Wrong wrong) {
            tell(new Report(false, wrong.textKey(), wrong.arguments()));
        } else if (composed instanceof ComposedFrame.Ready ready) {
            send(ready.frame());
        }
    }

    private void send(OutgoingFrame frame) {
        switch (target.get()) {
            case CLIENT -> {
                if (client.stateProperty().get() == BuiltInClient.State.CONNECTED) {
                    client.send(frame);
                } else {
                    tell(Report.wrong("composer.wrong.disconnected"));
                }
            }
            case TO_FUNCTION -> act(new ConnectionAct.Send(Direction.CLIENT_TO_FUNCTION, List.of(frame)));
            case TO_CLIENT -> act(new ConnectionAct.Send(Direction.FUNCTION_TO_CLIENT, List.of(frame)));
        }
    }

    private void act(ConnectionAct act) {
        int connection = target.get() == Target.CLIENT ? ownConnection() : openConnection.get();
        if (connection == 0 || engine.isEmpty()) {
            tell(Report.wrong(
                    target.get() == Target.CLIENT ? "composer.wrong.disconnected" : "composer.wrong.nothing-selected"));
            return;
        }
        engine.get().act(connection, act).thenAccept(result -> threads.screen()
                .execute(() -> tell(
                        result == ActResult.DONE
                                ? Report.done(
                                        act instanceof ConnectionAct.Send ? "composer.put" : "composer.acted",
                                        Integer.toString(connection))
                                : Report.wrong("composer.act." + result.name().toLowerCase(Locale.ROOT)))));
    }

    /** Number of the built-in client's connection; 0 if it has none. */
    private int ownConnection() {
        String address = client.localAddress().orElse("");
        return engine.stream()
                .flatMap(open -> open.invocations().recent().stream())
                .filter(invocation -> invocation.client().equals(address))
                .mapToInt(Invocation::connection)
                .findFirst()
                .orElse(0);
    }

    /** Keeps what is typed under {@code name}, in place of another message of that name. */
    void keep(String name) {
        saved.removeIf(message -> message.name().equals(name));
        saved.add(new SavedMessage(name, kind.get(), text.get()));
        folder.ifPresent(open -> store.put(open, saved));
    }

    /** Puts a kept message into the box. */
    void take(SavedMessage message) {
        kind.set(message.kind());
        text.set(message.text());
    }

    /** Forgets a kept message. */
    void forget(SavedMessage message) {
        saved.remove(message);
        folder.ifPresent(open -> store.put(open, saved));
    }

    private void tell(Report what) {
        report.set(Optional.of(what));
        if (what.good() && text.get().equals(command)) {
            text.set("");
        }
        command = "";
    }
}
