package io.scflocal.core.gateway;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameOrigin;
import io.scflocal.core.frame.FrameSink;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.problem.ProblemSink;
import java.util.function.Supplier;

/**
 * What a gateway is made of.
 *
 * @param stage first segment of the path that is stripped
 * @param settings the function's configuration at each moment
 * @param timeouts the limits at each moment
 * @param choices what the platform leaves open, at each moment
 * @param capture gives what records the frames of one direction of a connection
 * @param problems takes what the platform would not let pass
 */
public record GatewayOptions(
        String stage,
        Supplier<FunctionSettings> settings,
        Supplier<Timeouts> timeouts,
        Supplier<PlatformChoices> choices,
        FrameCapture capture,
        ProblemSink problems) {

    /** Gives the recorders of frames. */
    public interface FrameCapture {

        /** What records the frames of one origin in one direction of a connection; asked and used on the gateway's I/O thread only. */
        FrameSink recorder(int connection, Direction direction, FrameOrigin origin);

        /** Number of the newest frame; -1 if there is none. */
        long lastFrame();
    }
}
