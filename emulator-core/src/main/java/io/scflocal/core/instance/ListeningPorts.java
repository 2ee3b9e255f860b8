package io.scflocal.core.instance;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import oshi.SystemInfo;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;

/** Who listens on which TCP port. Takes some ten milliseconds and the system library's start more, so it is asked only about failures. */
final class ListeningPorts {
    private ListeningPorts() {}

    /** Every listening socket; the process id is 0 or less where the system hides it. */
    static Stream<IPConnection> all() {
        return new SystemInfo()
                .getOperatingSystem().getInternetProtocolStats().getConnections().stream()
                        .filter(connection -> connection.getState() == TcpState.LISTEN);
    }

    /** The ports on which one of the processes listens, ascending. */
    static List<Integer> of(Collection<ProcessHandle> processes) {
        List<Long> ids = processes.stream().map(ProcessHandle::pid).toList();
        return all().filter(connection -> ids.contains((long) connection.getowningProcessId()))
                .map(IPConnection::getLocalPort)
                .distinct()
                .sorted()
                .toList();
    }
}
