package io.scflocal.app.function;

import io.scflocal.app.session.EmulatorSession;
import io.scflocal.app.session.Engine;
import io.scflocal.app.session.TrafficMeter;
import io.scflocal.core.config.Setting;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.interpreter.InterpreterMapping;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/**
 * What the side bar tells about the open function: where it comes from, what runs it, its memory and its traffic.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
public final class FunctionViewModel {
    private static final int MEMORY_SECONDS = 120;
    private static final int TRAFFIC_SECONDS = 10;

    private final EmulatorSession session;
    private final TrafficMeter meter;
    private final SettingsViewModel settings;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper path = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper listensOn = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<InterpreterMapping>> mappings = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<InstanceView>> instances = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<InstanceNotice>> notices = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyLongWrapper memoryBytes = new ReadOnlyLongWrapper();
    private final History memory = new History(MEMORY_SECONDS);
    private final History toFunction = new History(TRAFFIC_SECONDS);
    private final History toClient = new History(TRAFFIC_SECONDS);

    /** Tells about {@code session}, whose traffic {@code meter} measures. */
    public FunctionViewModel(EmulatorSession session, TrafficMeter meter) {
        this.session = session;
        this.meter = meter;
        settings = new SettingsViewModel(session);
        session.folderProperty().addListener((property, before, now) -> {
            name.set(now.map(FunctionFolder::name).orElse(""));
            path.set(now.map(open -> open.path().toString()).orElse(""));
        });
        session.engineProperty().addListener((property, before, now) -> {
            memory.clear();
            toFunction.clear();
            toClient.clear();
        });
        session.stateProperty().addListener((property, before, now) -> refresh());
    }

    /** The settings below the facts. */
    public SettingsViewModel settings() {
        return settings;
    }

    /** Name of the open function; empty if none is open. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** Path of its folder; empty if none is open. */
    public ReadOnlyStringProperty pathProperty() {
        return path.getReadOnlyProperty();
    }

    /** Port on which the function listens; empty as long as none runs. */
    public ReadOnlyStringProperty listensOnProperty() {
        return listensOn.getReadOnlyProperty();
    }

    /** Local programs that stand in for the platform's interpreters in the running instance. */
    public ReadOnlyObjectProperty<List<InterpreterMapping>> mappingsProperty() {
        return mappings.getReadOnlyProperty();
    }

    /** The instances, the oldest first, as they were at the last tick. */
    public ReadOnlyObjectProperty<List<InstanceView>> instancesProperty() {
        return instances.getReadOnlyProperty();
    }

    /** What the user should know about the instances of this run. */
    public ReadOnlyObjectProperty<List<InstanceNotice>> noticesProperty() {
        return notices.getReadOnlyProperty();
    }

    /** Resident memory of all instances in bytes; 0 if none runs. */
    public ReadOnlyLongProperty memoryBytesProperty() {
        return memoryBytes.getReadOnlyProperty();
    }

    /** Memory in MB that is set. */
    public ObservableValue<Integer> memoryLimitProperty() {
        return session.settings().currentProperty().map(now -> now.number(Setting.MEMORY));
    }

    /** The memory of the last two minutes. */
    History memory() {
        return memory;
    }

    /** Frames per second of the last seconds. */
    History traffic(Direction direction) {
        return direction == Direction.CLIENT_TO_FUNCTION ? toFunction : toClient;
    }

    /** Looks at the instance and adds to the histories; called once a second, after the meter has measured. */
    public void tick() {
        refresh();
        if (memoryBytes.get() > 0) {
            memory.add(memoryBytes.get());
        }
        for (Direction direction : Direction.values()) {
            traffic(direction).add(meter.framesPerSecond(direction));
        }
    }

    private void refresh() {
        Optional<Engine> engine = session.engineProperty().get();
        Optional<Instance> instance = engine.flatMap(Engine::instance);
        // Its own 9000: that of a sandbox is another one on this machine, which nobody has to know.
        listensOn.set(
                instance.isPresent()
                        ? engine.map(running -> Integer.toString(running.functionPort()))
                                .orElse("")
                        : "");
        instances.set(engine.map(Engine::instances).orElse(List.of()));
        notices.set(engine.map(Engine::instanceNotices).orElse(List.of()));
        mappings.set(instance.map(Instance::mappings).orElse(List.of()));
        memoryBytes.set(
                instances.get().stream().mapToLong(InstanceView::memoryBytes).sum());
    }
}
