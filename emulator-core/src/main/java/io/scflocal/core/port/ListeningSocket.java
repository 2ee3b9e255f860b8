package io.scflocal.core.port;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A TCP socket that listens.
 *
 * @param port its port
 * @param loopback whether only this machine, or this sandbox, reaches it
 */
public record ListeningSocket(int port, boolean loopback) {
    private static final String LISTEN = "0A";
    /** 127.0.0.0/8, also mapped to IPv6; bytes stand in the order of the processor. */
    private static final String IPV4_LOOPBACK = "([0-9A-F]{16}FFFF0000|)[0-9A-F]{6}7F";

    private static final String IPV6_LOOPBACK = "0{24}01000000";

    /** All that Linux lists in a directory like {@code /proc/net}, proc(5); empty on other systems. */
    public static List<ListeningSocket> in(Path net) {
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> listed(net.resolve(table)).stream())
                .distinct()
                .toList();
    }

    /** Whether a socket of IPv4 listens on the port, as such a directory tells; never on other systems than Linux. */
    public static boolean isOnIpv4(Path net, int port) {
        return listed(net.resolve("tcp")).stream().anyMatch(socket -> socket.port == port);
    }

    private static List<ListeningSocket> listed(Path table) {
        return TcpTable.entries(table).stream()
                .filter(entry -> entry.state().equals(LISTEN))
                .map(entry -> new ListeningSocket(entry.localPort(), isLoopback(entry.local())))
                .toList();
    }

    private static boolean isLoopback(String address) {
        String host = address.substring(0, address.indexOf(':'));
        return host.matches(IPV4_LOOPBACK) || host.matches(IPV6_LOOPBACK);
    }
}
