package io.scflocal.app.shell;

import io.scflocal.app.session.EmulatorSession;
import io.scflocal.app.session.Engine;
import io.scflocal.app.session.TrafficMeter;
import io.scflocal.app.text.Quantities;
import io.scflocal.app.text.Texts;
import io.scflocal.core.EmulatorState;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.platform.PlatformLimits;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The texts of the status bar.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
public final class StatusViewModel {
    private final EmulatorSession session;
    private final TrafficMeter meter;
    private final Texts texts;
    private final ReadOnlyStringWrapper frames = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper disk = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper rates = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper heap = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper ports = new ReadOnlyStringWrapper("");

    /** Tells about {@code session}, whose traffic {@code meter} measures. */
    public StatusViewModel(EmulatorSession session, TrafficMeter meter, Texts texts) {
        this.session = session;
        this.meter = meter;
        this.texts = texts;
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
        Runtime runtime = Runtime.getRuntime();
        heap.set(texts.get("shell.status.heap", Quantities.bytes(runtime.totalMemory() - runtime.freeMemory())));
        ports.set(engine.map(this::portsOf).orElse(String.valueOf(PlatformLimits.FUNCTION_PORT)));
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
