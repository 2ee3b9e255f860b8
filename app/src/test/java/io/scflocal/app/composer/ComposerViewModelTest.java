package io.scflocal.app.composer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.composer.BuiltInClient.State;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.session.FakeEngine;
import io.scflocal.app.settings.SettingsFile;
import io.scflocal.core.EmulatorOptions;
import io.scflocal.core.client.ClientEnd;
import io.scflocal.core.client.ClientHandshake;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.OutgoingFrame;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.relay.ConnectionAct;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposerViewModelTest {
    @TempDir
    private Path directory;

    private final List<ClientHandshake> handshakes = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private Optional<IOException> failing = Optional.empty();
    private Consumer<ClientEnd> ended = end -> {};
    private ComposerViewModel model;
    private FakeEngine engine;

    @BeforeEach
    void open() {
        FunctionFolder folder = new FunctionFolder(directory);
        engine = new FakeEngine(folder, EmulatorOptions.defaults(FunctionSettings.defaults("chat"), directory), null);
        model = model();
        model.show(Optional.of(engine), Optional.of(directory));
    }

    private ComposerViewModel model() {
        SettingsFile file = new SettingsFile(directory.resolve(SavedMessages.NAME), Runnable::run);
        return new ComposerViewModel(
                new Threads(Runnable::run, Runnable::run), new SavedMessages(file), this::connected);
    }

    private Connector.Link connected(ClientHandshake handshake, Consumer<ClientEnd> listener) throws IOException {
        handshakes.add(handshake);
        ended = listener;
        if (failing.isPresent()) {
            throw failing.get();
        }
        return new Connector.Link() {
            @Override
            public String localAddress() {
                return "127.0.0.1:51400";
            }

            @Override
            public void send(OutgoingFrame frame) {
                sent.add(frame.opcode() + " " + new String(frame.payload()));
            }

            @Override
            public void close() {
                sent.add("closed");
            }
        };
    }

    private String report() {
        return model.reportProperty().get().orElseThrow().textKey();
    }

    private void type(String text) {
        model.textProperty().set(text);
        model.send();
    }

    @Test
    void theClientAsksForWhatIsInItsBoxes() {
        model.handshake().pathProperty().set("/chat room?x=1");
        model.handshake().headersProperty().set("X-A: 1\n\nX-B:2");
        model.handshake().subprotocolsProperty().set("a, b");
        model.connect();
        ClientHandshake asked = handshakes.get(0);
        assertEquals(
                "ws://127.0.0.1:8000/release/chat%20room?x=1", asked.address().toString());
        assertEquals(
                List.of(new ClientHandshake.HeaderField("X-A", "1"), new ClientHandshake.HeaderField("X-B", "2")),
                asked.headers());
        assertEquals(List.of("a", "b"), asked.subprotocols());
        assertEquals(State.CONNECTED, model.clientStateProperty().get());
        assertEquals("composer.connected", report());
    }

    @Test
    void whereNothingListensTheFunctionDoesNotRun() {
        failing = Optional.of(new ConnectException("Connection refused"));
        model.connect();
        assertEquals("composer.not-running", report());
    }

    @Test
    void whoeverConnectsTheClientMeansToSendByIt() {
        model.targetProperty().set(Target.TO_CLIENT);
        model.connect();
        type("hi");
        assertEquals(List.of("TEXT hi"), sent);
    }

    @Test
    void aWrongHeaderIsNamedAndNothingIsTried() {
        model.handshake().headersProperty().set("Bad Name: 1");
        model.connect();
        assertEquals(List.of(), handshakes);
        assertEquals(
                List.of("Bad Name: 1"),
                model.reportProperty().get().orElseThrow().arguments());
    }

    @Test
    void whatIsTypedIsSentAndStaysToBeSentAgain() {
        type("hello");
        assertEquals("composer.wrong.disconnected", report());
        type("/connect chat");
        assertEquals("", model.textProperty().get());
        type("//slash");
        type("/ping 1");
        type("hello");
        assertEquals("hello", model.textProperty().get());
        assertEquals(List.of("TEXT /slash", "PING 1", "TEXT hello"), sent);
        type("/dance");
        assertEquals("/dance", model.textProperty().get());
        assertEquals("composer.wrong.command", report());
    }

    @Test
    void aCommandStaysInTheBoxUntilItHasWorked() {
        type("/disconnect");
        assertEquals("/disconnect", model.textProperty().get());
        assertEquals("composer.wrong.disconnected", report());
        model.connect();
        assertEquals("/disconnect", model.textProperty().get());
        type("/json {\"a\":}");
        assertEquals("/json {\"a\":}", model.textProperty().get());
        assertEquals("composer.wrong.json", report());
        type("/json {}");
        assertEquals("", model.textProperty().get());
        assertEquals(List.of("TEXT {}"), sent);
    }

    @Test
    void framesAreAlsoPutIntoTheSelectedConnection() {
        model.targetProperty().set(Target.TO_CLIENT);
        type("hello");
        assertEquals("composer.wrong.nothing-selected", report());
        model.openConnectionProperty().set(7);
        type("hello");
        type("/drop");
        ConnectionAct.Send put = (ConnectionAct.Send) engine.acts.get(0);
        assertEquals(Direction.FUNCTION_TO_CLIENT, put.direction());
        assertEquals(new ConnectionAct.Drop(), engine.acts.get(1));
        assertEquals("composer.acted", report());
        type("hello");
        assertEquals("composer.put", report());
    }

    @Test
    void anEndIsTold() {
        model.connect();
        ended.accept(new ClientEnd(4001, "enough"));
        assertEquals(State.DISCONNECTED, model.clientStateProperty().get());
        assertEquals("composer.ended", report());
        failing = Optional.of(new IOException("refused"));
        model.connect();
        assertEquals("composer.not-connected", report());
    }

    @Test
    void messagesAreKeptForTheFunction() {
        model.kindProperty().set(MessageKind.JSON);
        model.textProperty().set("{\n  \"a\": 1\n}");
        model.keep("问候");
        model.keep("问候");
        ComposerViewModel later = model();
        later.show(Optional.of(engine), Optional.of(directory));
        assertEquals(List.of(new SavedMessage("问候", MessageKind.JSON, "{\n  \"a\": 1\n}")), later.saved());
        later.take(later.saved().get(0));
        assertEquals(MessageKind.JSON, later.kindProperty().get());
        later.forget(later.saved().get(0));
        assertTrue(later.saved().isEmpty());
        later.show(Optional.of(engine), Optional.of(directory.resolve("other")));
        assertTrue(later.saved().isEmpty());
    }
}
