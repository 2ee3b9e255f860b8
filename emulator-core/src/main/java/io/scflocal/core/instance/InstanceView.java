package io.scflocal.core.instance;

import io.scflocal.core.platform.ColdStart;
import java.time.Duration;
import java.util.Optional;

/**
 * What can be said of an instance at one moment.
 *
 * @param id short name that tells instances apart
 * @param pid id of the start file's process on this machine; 0 during the start
 * @param state what it is doing
 * @param connections how many connections it serves
 * @param memoryBytes resident memory of its processes; 0 before the first measurement
 * @param age since its start began
 * @param coldStart how long its start took, once it has
 * @param separation how it is kept apart, once it runs
 * @param debugging where a debugger can connect, if it can
 */
public record InstanceView(
        String id,
        long pid,
        InstanceState state,
        int connections,
        long memoryBytes,
        Duration age,
        Optional<ColdStart> coldStart,
        Optional<Separation> separation,
        Optional<Debugging> debugging) {

    /**
     * How it is debugged.
     *
     * @param port the port of this machine on which it waits for a debugger
     * @param attached whether one is attached, so that its timeouts are paused
     */
    public record Debugging(int port, boolean attached) {}
}
