package io.scflocal.core.port;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import oshi.SystemInfo;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;

/** Who listens on which TCP port. Takes some ten milliseconds and the system library's start more, so it is asked only about failures. */
public final class ListeningPorts {
    private ListeningPorts() {}

    /** All that listen. */
    public static Stream<ListeningSocket> all() {
        return connections(TcpState.LISTEN).map(ListeningPorts::socket);
    }

    /** Every socket in that state; the process id is 0 or less where the system hides it. */
    static Stream<IPConnection> connections(TcpState state) {
        return new SystemInfo()
                .getOperatingSystem().getInternetProtocolStats().getConnections().stream()
                        .filter(connection -> connection.getState() == state);
    }

    /** Those of the processes, by port. */
    public static List<ListeningSocket> of(Collection<ProcessHandle> processes) {
        List<Long> ids = processes.stream().map(ProcessHandle::pid).toList();
        return connections(TcpState.LISTEN)
                .filter(connection -> ids.contains((long) connection.getowningProcessId()))
                .map(ListeningPorts::socket)
                .distinct()
                .sorted(Comparator.comparingInt(ListeningSocket::port))
                .toList();
    }

    private static ListeningSocket socket(IPConnection connection) {
        return new ListeningSocket(connection.getLocalPort(), isLoopback(connection.getLocalAddress()));
    }

    private static boolean isLoopback(byte[] address) {
        try {
            return InetAddress.getByAddress(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            // A system that does not tell the address means all of them.
            return false;
        }
    }
}
