package io.scflocal.core;

import io.scflocal.core.capture.CaptureOptions;
import io.scflocal.core.config.Setting;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.platform.PlatformLimits;
import io.scflocal.core.platform.Timeouts;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an emulator is opened with.
 *
 * @param gatewayPort port of the gateway on 127.0.0.1; 0 takes any free one
 * @param functionPort port on which the function must listen; 9000 in the cloud
 * @param stage first segment of the path that is stripped, as in {@code /release/chat}
 * @param captures where every emulator makes a directory of its own for its capture, and how much it keeps
 * @param settings the function's configuration
 * @param timeouts the limits to begin with
 * @param choices what the platform leaves open, to begin with
 * @param tls how the gateway is reached by {@code wss://}; not at all when empty
 * @param instances how instances are kept apart and how many there may be
 */
public record EmulatorOptions(
        int gatewayPort,
        int functionPort,
        String stage,
        CaptureOptions captures,
        FunctionSettings settings,
        Timeouts timeouts,
        PlatformChoices choices,
        Optional<TlsOptions> tls,
        InstanceOptions instances) {

    /** The port that the gateway takes unless it is told another. */
    public static final int DEFAULT_GATEWAY_PORT = Setting.DEFAULT_GATEWAY_PORT;

    /** The stage of the vendor's API gateway that nearly everybody uses. */
    public static final String DEFAULT_STAGE = "release";

    /** With the usual choices and instances and without TLS. */
    public EmulatorOptions(
            int gatewayPort,
            int functionPort,
            String stage,
            CaptureOptions captures,
            FunctionSettings settings,
            Timeouts timeouts) {
        this(
                gatewayPort,
                functionPort,
                stage,
                captures,
                settings,
                timeouts,
                PlatformChoices.DEFAULT,
                Optional.empty(),
                InstanceOptions.DEFAULT);
    }

    /** The same with other choices. */
    public EmulatorOptions withChoices(PlatformChoices other) {
        return new EmulatorOptions(
                gatewayPort, functionPort, stage, captures, settings, timeouts, other, tls, instances);
    }

    /** The same, reached by {@code wss://} too. */
    public EmulatorOptions withTls(TlsOptions other) {
        return new EmulatorOptions(
                gatewayPort, functionPort, stage, captures, settings, timeouts, choices, Optional.of(other), instances);
    }

    /** The same with other instances. */
    public EmulatorOptions withInstances(InstanceOptions other) {
        return new EmulatorOptions(gatewayPort, functionPort, stage, captures, settings, timeouts, choices, tls, other);
    }

    /** What a function gets that nobody has configured. */
    public static EmulatorOptions defaults(FunctionSettings settings, Path captureRoot) {
        return new EmulatorOptions(
                DEFAULT_GATEWAY_PORT,
                PlatformLimits.FUNCTION_PORT,
                DEFAULT_STAGE,
                CaptureOptions.under(captureRoot),
                settings,
                Timeouts.DEFAULT);
    }
}
