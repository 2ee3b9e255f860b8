package io.scflocal.app.function;

import io.scflocal.app.session.EmulatorSession;
import io.scflocal.app.settings.FolderSettings;
import io.scflocal.core.EmulatorState;
import io.scflocal.core.platform.PlatformLimits;
import io.scflocal.core.platform.Timeouts;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * The numbers that the user may set for the open function.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
public final class SettingsViewModel {
    private static final int MAX_PORT = 65_535;

    private final EmulatorSession session;
    private final NumberSetting idle;
    private final NumberSetting execution;
    private final NumberSetting init;
    private final NumberSetting memory;
    private final NumberSetting port;
    private final ReadOnlyBooleanWrapper memoryWaits = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper portWaits = new ReadOnlyBooleanWrapper();
    private FolderSettings started;

    /** Shows and changes the settings of {@code session}. */
    public SettingsViewModel(EmulatorSession session) {
        this.session = session;
        idle = seconds(PlatformLimits.MIN_IDLE_TIMEOUT, PlatformLimits.MAX_IDLE_TIMEOUT, Timeouts::withIdle);
        execution = seconds(
                PlatformLimits.MIN_EXECUTION_TIMEOUT, PlatformLimits.MAX_EXECUTION_TIMEOUT, Timeouts::withExecution);
        init = seconds(PlatformLimits.MIN_INIT_TIMEOUT, PlatformLimits.MAX_INIT_TIMEOUT, Timeouts::withInit);
        memory = new NumberSetting(
                PlatformLimits.MIN_MEMORY_MB,
                PlatformLimits.MAX_MEMORY_MB,
                PlatformLimits.MEMORY_STEP_MB,
                applied(FolderSettings::withMemoryMb));
        port = new NumberSetting(1, MAX_PORT, 1, applied(FolderSettings::withGatewayPort));
        session.settingsProperty().addListener((property, before, now) -> show(now));
        session.stateProperty().addListener((property, before, now) -> stateChanged(now));
        started = session.settingsProperty().get();
        show(started);
    }

    /** Seconds without a message until a connection is cut. */
    public NumberSetting idle() {
        return idle;
    }

    /** Seconds that a connection may be open. */
    public NumberSetting execution() {
        return execution;
    }

    /** Seconds until the function must listen; from the next start on. */
    public NumberSetting init() {
        return init;
    }

    /** Configured memory in MB; from the next start on. */
    public NumberSetting memory() {
        return memory;
    }

    /** The gateway's port; from the next start on. */
    public NumberSetting port() {
        return port;
    }

    /** Whether the function runs with another memory size than the one that is set. */
    public ReadOnlyBooleanProperty memoryWaitsProperty() {
        return memoryWaits.getReadOnlyProperty();
    }

    /** Whether the gateway listens on another port than the one that is set. */
    public ReadOnlyBooleanProperty portWaitsProperty() {
        return portWaits.getReadOnlyProperty();
    }

    private NumberSetting seconds(Duration min, Duration max, BiFunction<Timeouts, Duration, Timeouts> with) {
        return new NumberSetting(
                (int) min.toSeconds(),
                (int) max.toSeconds(),
                1,
                applied((now, seconds) -> now.withTimeouts(with.apply(now.timeouts(), Duration.ofSeconds(seconds)))));
    }

    private IntConsumer applied(BiFunction<FolderSettings, Integer, FolderSettings> change) {
        return value -> session.apply(change.apply(session.settingsProperty().get(), value));
    }

    private void stateChanged(EmulatorState now) {
        if (now == EmulatorState.STARTING) {
            started = session.settingsProperty().get();
        }
        compare();
    }

    private void compare() {
        EmulatorState state = session.stateProperty().get();
        FolderSettings now = session.settingsProperty().get();
        boolean running = state == EmulatorState.STARTING || state == EmulatorState.RUNNING;
        memoryWaits.set(running && now.memoryMb() != started.memoryMb());
        portWaits.set(running && now.gatewayPort() != started.gatewayPort());
    }

    private void show(FolderSettings now) {
        idle.show((int) now.timeouts().idle().toSeconds());
        execution.show((int) now.timeouts().execution().toSeconds());
        init.show((int) now.timeouts().init().toSeconds());
        memory.show(now.memoryMb());
        port.show(now.gatewayPort());
        compare();
    }
}
