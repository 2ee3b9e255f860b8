package io.scflocal.core.launch;

import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.port.PortOwner;
import java.util.HashSet;
import java.util.Set;

/** Which ports of this machine debuggers connect to: the first one that is wanted, and those after it for more instances. Thread-safe. */
final class DebugPorts {
    private static final int LAST_PORT = 65_535;

    private final Set<Integer> held = new HashSet<>();

    /**
     * The first port from {@code wanted} on that is free, held until it is given back.
     *
     * @throws StartFailure if there is none
     */
    synchronized int take(int wanted) throws StartFailure {
        for (int port = wanted; port <= LAST_PORT; port++) {
            if (!held.contains(port) && !PortOwner.isTaken(port)) {
                held.add(port);
                return port;
            }
        }
        throw StartFailures.noDebugPort(wanted);
    }

    synchronized void giveBack(int port) {
        held.remove(port);
    }
}
