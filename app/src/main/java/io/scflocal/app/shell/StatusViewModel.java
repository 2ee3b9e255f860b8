package io.scflocal.app.shell;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.session.EmulatorSession;
import io.scflocal.app.session.Engine;
import io.scflocal.app.session.TrafficMeter;
import io.scflocal.app.text.Quantities;
import io.scflocal.app.text.Texts;
import io.scflocal.core.EmulatorState;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.platform.PlatformLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The texts of the status bar.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
public final class StatusViewModel {
    private static final int CONNECT_MILLIS = 200;

    private final EmulatorSession session;
    private final TrafficMeter meter;
    private final Texts texts;
    private final Threads threads;
    private final ReadOnlyStringWrapper frames = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper disk = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper rates = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper cost = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper heap = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper ports = new ReadOnlyStringWrapper("");

    private String functionPort = "";

    /** Tells about {@code session}, whose traffic {@code meter} measures. */
    public StatusViewModel(EmulatorSession session, TrafficMeter meter, Texts texts, Threads threads) {
        this.session = session;
        this.meter = meter;
        this.texts = texts;
        this.threads = threads;
        texts.languageProperty().addListener((property, before, now) -> refresh());
        session.stateProperty().addListener((property, before, now) -> refresh());
        session.engineProperty().addListener((property, before, now) -> refresh());
        refresh();
    }

    /** How many frames were captured, or that nothing runs. */
    public ReadOnlyStringProperty framesProperty() {
        return frames.getReadOnlyProperty();
    }

    /** Size of the capture; empty if there is none. */
    public ReadOnlyStringProperty diskProperty() {
        return disk.getReadOnlyProperty();
    }

    /** Frames per second each way; empty if nothing is open. */
    public ReadOnlyStringProperty ratesProperty() {
        return rates.getReadOnlyProperty();
    }

    /** What the connections so far may cost in the cloud; empty if there were none. */
    public ReadOnlyStringProperty costProperty() {
        return cost.getReadOnlyProperty();
    }

    /** Memory that the application itself uses. */
    public ReadOnlyStringProperty heapProperty() {
        return heap.getReadOnlyProperty();
    }

    /** The function's port and the gateway's. */
    public ReadOnlyStringProperty portsProperty() {
        return ports.getReadOnlyProperty();
    }

    /** Reads all counters; called a few times a second. */
    public void refresh() {
        Optional<Engine> engine = session.engineProperty().get();
        frames.set(engine.map(
                        open -> texts.get("shell.status.frames", open.capture().count()))
                .orElseGet(() -> texts.get("shell.status.nothing")));
        disk.set(engine.map(open -> texts.get(
                        "shell.status.disk", Quantities.bytes(open.capture().bytes())))
                .orElse(""));
        rates.set(
                engine.isEmpty()
                        ? ""
                        : texts.get(
                                "shell.status.rates",
                                rate(Direction.CLIENT_TO_FUNCTION),
                                rate(Direction.FUNCTION_TO_CLIENT)));
        cost.set(engine.map(open -> open.invocations().estimate(open.choices().prices()))
                .filter(estimate -> estimate.calls() > 0)
                .map(estimate -> texts.get("shell.status.cost", String.format(Locale.ROOT, "%.6f", estimate.cny())))
                .orElse(""));
        Runtime runtime = Runtime.getRuntime();
        heap.set(
                engine.isEmpty()
                        ? ""
                        : texts.get(
                                "shell.status.heap", Quantities.bytes(runtime.totalMemory() - runtime.freeMemory())));
        ports.set(engine.map(this::portsOf).orElse(functionPort));
    }

    /** Looks whether the function's port is free, as long as nothing is open; called every few seconds. */
    public void lookAtPort() {
        if (session.folderProperty().get().isEmpty()) {
            threads.background().execute(() -> {
                boolean busy = isListening(PlatformLimits.FUNCTION_PORT);
                threads.screen().execute(() -> show(busy));
            });
        }
    }

    private void show(boolean busy) {
        String key = busy ? "shell.status.port-busy" : "shell.status.port-free";
        functionPort = texts.get(key, String.valueOf(PlatformLimits.FUNCTION_PORT));
        refresh();
    }

    /** Asks by connecting; binding the port for a moment could take it away from somebody who starts just then. */
    private static boolean isListening(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String rate(Direction direction) {
        return Quantities.count(meter.framesPerSecond(direction));
    }

    private String portsOf(Engine engine) {
        boolean running = session.stateProperty().get() == EmulatorState.RUNNING;
        String gateway = running ? String.valueOf(engine.webSocketUri().getPort()) : "—";
        return engine.functionPort() + " → " + gateway;
    }
}
