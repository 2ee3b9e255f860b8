package io.scflocal.app.session;

import io.scflocal.app.settings.UserDirectories;
import io.scflocal.core.EmulatorOptions;
import io.scflocal.core.InstanceOptions;
import io.scflocal.core.TlsOptions;
import io.scflocal.core.capture.CaptureOptions;
import io.scflocal.core.config.ResolvedSettings;
import io.scflocal.core.config.Setting;
import io.scflocal.core.platform.PlatformLimits;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** What the settings of a folder mean for its engine. Thread-safe. */
final class EngineConfiguration {
    private final Supplier<CaptureOptions> captures;
    private volatile boolean debug;

    /**
     * Debuggers can't connect.
     *
     * @param captures says, whenever an engine is opened, where its capture is kept
     */
    EngineConfiguration(Supplier<CaptureOptions> captures) {
        this.captures = captures;
    }

    /** Lets debuggers connect, or not, to what is configured from now on. */
    void debug(boolean on) {
        debug = on;
    }

    /** What an engine is opened with. */
    EmulatorOptions options(ResolvedSettings settings) {
        return new EmulatorOptions(
                settings.number(Setting.GATEWAY_PORT),
                PlatformLimits.FUNCTION_PORT,
                EmulatorOptions.DEFAULT_STAGE,
                captures.get(),
                settings.functionSettings(),
                settings.timeouts(),
                settings.choices(),
                Optional.of(new TlsOptions(
                        settings.number(Setting.TLS_PORT),
                        UserDirectories.ofSystem().certificates(),
                        false)),
                instances(settings));
    }

    /** How instances are kept. */
    InstanceOptions instances(ResolvedSettings settings) {
        return InstanceOptions.from(settings)
                .withHousehold(UserDirectories.ofSystem().household())
                .keepingLeftovers()
                .withDebugPort(debug ? OptionalInt.of(InstanceOptions.DEFAULT_DEBUG_PORT) : OptionalInt.empty());
    }

    /** Gives an engine everything but its ports. */
    void give(Engine engine, ResolvedSettings settings) {
        engine.setSettings(settings.functionSettings());
        giveLive(engine, settings);
    }

    /** Gives an engine what acts at once on a function that runs. */
    void giveLive(Engine engine, ResolvedSettings settings) {
        engine.setTimeouts(settings.timeouts());
        engine.setChoices(settings.choices());
        engine.setInstanceOptions(instances(settings));
    }
}
