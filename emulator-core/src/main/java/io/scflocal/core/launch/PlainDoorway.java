package io.scflocal.core.launch;

import io.scflocal.core.instance.Separation;
import io.scflocal.core.port.ListeningPorts;
import io.scflocal.core.port.ListeningSocket;
import io.scflocal.core.port.PortOwner;
import io.scflocal.core.process.ProcessTree;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ports of this machine.
 *
 * @param ports where the function may listen, and what it means if it does
 */
record PlainDoorway(Map<Integer, Separation> ports) implements Doorway {
    private static final Path NET = Path.of("/proc/net");

    @Override
    public boolean begun(ProcessTree tree) {
        return true;
    }

    @Override
    public Optional<Opening> opening(ProcessTree tree) {
        return ports.entrySet().stream()
                .flatMap(entry -> opening(entry.getKey(), entry.getValue()).stream())
                .findFirst();
    }

    @Override
    public boolean listensOn(ProcessTree tree, int port) {
        return Files.isReadable(NET.resolve("tcp"))
                ? !of(ListeningSocket.in(NET).stream(), port).isEmpty()
                : listeners(tree).stream().anyMatch(socket -> socket.port() == port);
    }

    @Override
    public List<ListeningSocket> listeners(ProcessTree tree) {
        return ListeningPorts.of(tree.members());
    }

    private static Optional<Opening> opening(int port, Separation separation) {
        // A connection without a request is an error to some servers, which they log; reading the kernel's tables is
        // not seen by them.
        boolean tables = Files.isReadable(NET.resolve("tcp"));
        List<ListeningSocket> sockets = tables ? of(ListeningSocket.in(NET).stream(), port) : List.of();
        if (tables && sockets.isEmpty()) {
            return Optional.empty();
        }
        return Stream.of("127.0.0.1", "::1")
                .map(host -> new InetSocketAddress(host, port))
                .filter(address -> isListed(address) || PortOwner.accepts(address))
                .findFirst()
                .map(address -> new Opening(
                        address,
                        (tables ? sockets : of(ListeningPorts.all(), port))
                                .stream().allMatch(ListeningSocket::loopback),
                        separation));
    }

    /** Whether Linux lists IPv4 sockets on the port, so that it need not be tried. */
    private static boolean isListed(InetSocketAddress address) {
        return address.getHostString().equals("127.0.0.1") && ListeningSocket.isOnIpv4(NET, address.getPort());
    }

    private static List<ListeningSocket> of(Stream<ListeningSocket> sockets, int port) {
        return sockets.filter(socket -> socket.port() == port).toList();
    }
}
