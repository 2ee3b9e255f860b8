package io.scflocal.core.instance;

import io.scflocal.core.port.EstablishedConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Sees whether debuggers are attached: a TCP connection to an instance's debug port that has been there for two looks in a row, since
 * debuggers that only ask what there is to debug connect for a moment. Looks at the system's tables, so that no debugger and no function
 * notices. Confined to one thread.
 */
public final class DebuggerWatch {
    private static final Path NET = Path.of("/proc/net");

    private final Supplier<Map<String, Integer>> ports;
    private Set<EstablishedConnection> before = Set.of();

    /** Watches the ports on which instances wait for debuggers, which {@code ports} gives by the instances' ids. */
    public DebuggerWatch(Supplier<Map<String, Integer>> ports) {
        this.ports = ports;
    }

    /** Looks; called about twice a second. Returns the ids of the instances to which a debugger is attached. */
    public Set<String> look() {
        Map<String, Integer> waiting = ports.get();
        Set<EstablishedConnection> now = new HashSet<>();
        if (!waiting.isEmpty()) {
            now.addAll(connections());
            now.removeIf(connection -> !waiting.containsValue(connection.localPort()));
        }
        Set<String> attached = new HashSet<>();
        waiting.forEach((instance, port) -> {
            boolean stays =
                    now.stream().anyMatch(connection -> connection.localPort() == port && before.contains(connection));
            if (stays) {
                attached.add(instance);
            }
        });
        before = now;
        return attached;
    }

    private static Set<EstablishedConnection> connections() {
        return Files.isReadable(NET.resolve("tcp"))
                ? EstablishedConnection.in(NET)
                : EstablishedConnection.onAnySystem();
    }
}
