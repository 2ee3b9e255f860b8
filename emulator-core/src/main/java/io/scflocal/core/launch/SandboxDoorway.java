package io.scflocal.core.launch;

import io.scflocal.core.instance.Separation;
import io.scflocal.core.port.ListeningSocket;
import io.scflocal.core.process.ProcessTree;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A port in the network of a sandbox, which is reached through one of this machine.
 *
 * @param inside the port on which the function must listen
 * @param outside the port of this machine
 */
record SandboxDoorway(int inside, int outside) implements Doorway {

    @Override
    public boolean begun(ProcessTree tree) {
        return processIn(tree).isPresent();
    }

    @Override
    public Optional<Opening> opening(ProcessTree tree) {
        List<ListeningSocket> sockets = listeners(tree).stream()
                .filter(socket -> socket.port() == inside)
                .toList();
        // Old versions of pasta go on without a word when they can't have the port of this machine.
        return sockets.isEmpty() || !ListeningSocket.isOnIpv4(Path.of("/proc/net"), outside)
                ? Optional.empty()
                : Optional.of(new Opening(
                        new InetSocketAddress("127.0.0.1", outside),
                        sockets.stream().allMatch(ListeningSocket::loopback),
                        Separation.SANDBOX));
    }

    @Override
    public boolean listensOn(ProcessTree tree, int port) {
        return listeners(tree).stream().anyMatch(socket -> socket.port() == port);
    }

    @Override
    public List<ListeningSocket> listeners(ProcessTree tree) {
        OptionalLong process = processIn(tree);
        return process.isPresent()
                ? ListeningSocket.in(Path.of("/proc", Long.toString(process.getAsLong()), "net"))
                : List.of();
    }

    private static OptionalLong processIn(ProcessTree tree) {
        return tree.function().stream().mapToLong(ProcessHandle::pid).findFirst();
    }
}
