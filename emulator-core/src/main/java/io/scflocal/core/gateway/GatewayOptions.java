package io.scflocal.core.gateway;

import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.problem.ProblemSink;
import io.scflocal.core.relay.FrameCapture;
import java.util.function.Supplier;

/**
 * What a gateway is made of.
 *
 * @param stage first segment of the path that is stripped
 * @param settings the function's configuration at each moment
 * @param timeouts the limits at each moment
 * @param choices what the platform leaves open, at each moment
 * @param capture records the frames
 * @param problems takes what the platform would not let pass
 */
public record GatewayOptions(
        String stage,
        Supplier<FunctionSettings> settings,
        Supplier<Timeouts> timeouts,
        Supplier<PlatformChoices> choices,
        FrameCapture capture,
        ProblemSink problems) {}
