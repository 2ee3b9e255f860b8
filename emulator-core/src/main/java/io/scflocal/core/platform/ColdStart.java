package io.scflocal.core.platform;

import java.time.Duration;

/**
 * The measured parts of a start.
 *
 * @param prepared until everything that the process needs was laid out; the cloud calls its counterpart PullCode
 * @param started until the start file's process ran; InitRuntime
 * @param initialised until the process accepted connections; InitFunction
 */
public record ColdStart(Duration prepared, Duration started, Duration initialised) {

    /** All parts together. */
    public Duration total() {
        return prepared.plus(started).plus(initialised);
    }
}
