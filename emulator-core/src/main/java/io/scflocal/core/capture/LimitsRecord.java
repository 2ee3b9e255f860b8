package io.scflocal.core.capture;

import java.util.List;
import java.util.Optional;

/**
 * What was in force from a moment on.
 *
 * @param epochNanos the moment, nanoseconds since 1970-01-01T00:00:00Z
 * @param function name of the function
 * @param idleNanos the idle timeout
 * @param executionNanos the execution timeout
 * @param pingsCount whether ping and pong start the idle time anew
 */
public record LimitsRecord(long epochNanos, String function, long idleNanos, long executionNanos, boolean pingsCount) {

    /** The one of {@code records}, which are in the order of time, that was in force at a moment; empty if none was yet. */
    public static Optional<LimitsRecord> at(List<LimitsRecord> records, long epochNanos) {
        for (int i = records.size() - 1; i >= 0; i--) {
            if (records.get(i).epochNanos <= epochNanos) {
                return Optional.of(records.get(i));
            }
        }
        return Optional.empty();
    }
}
