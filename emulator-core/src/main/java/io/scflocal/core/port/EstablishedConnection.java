package io.scflocal.core.port;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oshi.software.os.InternetProtocolStats.TcpState;

/**
 * A TCP connection that is open.
 *
 * @param localPort the port at this end
 * @param remotePort the port at the other end
 */
public record EstablishedConnection(int localPort, int remotePort) {
    private static final String ESTABLISHED = "01";

    /** All that Linux lists in a directory like {@code /proc/net}, proc(5); empty on other systems. */
    public static Set<EstablishedConnection> in(Path net) {
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> TcpTable.entries(net.resolve(table)).stream())
                .filter(entry -> entry.state().equals(ESTABLISHED))
                .map(entry -> new EstablishedConnection(entry.localPort(), entry.remotePort()))
                .collect(Collectors.toSet());
    }

    /** All, on any system; takes some ten milliseconds. */
    public static Set<EstablishedConnection> onAnySystem() {
        return ListeningPorts.connections(TcpState.ESTABLISHED)
                .map(connection -> new EstablishedConnection(connection.getLocalPort(), connection.getForeignPort()))
                .collect(Collectors.toSet());
    }
}
