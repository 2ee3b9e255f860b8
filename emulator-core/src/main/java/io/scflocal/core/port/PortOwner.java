package io.scflocal.core.port;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;

/**
 * Who holds a TCP port.
 *
 * @param pid its process id
 * @param command path of its program; empty if the system does not tell
 */
public record PortOwner(long pid, String command) {
    private static final int CONNECT_MILLIS = 200;
    private static final List<String> ADDRESSES = List.of("::", "0.0.0.0", "127.0.0.1", "::1");
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "::1");

    /** The process that listens on the port; empty if there is none or it belongs to another user. Blocks some tens of milliseconds. */
    public static Optional<PortOwner> of(int port) {
        return ListeningPorts.connections(TcpState.LISTEN)
                .filter(connection -> connection.getLocalPort() == port)
                .map(IPConnection::getowningProcessId)
                .filter(pid -> pid > 0)
                .findFirst()
                .map(pid -> new PortOwner(pid, commandOf(pid)));
    }

    /**
     * Whether anything holds the port on this machine's wildcard or loopback addresses. Both binding and connecting are tried, because
     * some systems let a second server bind beside the first.
     */
    public static boolean isTaken(int port) {
        return ADDRESSES.stream().anyMatch(address -> !canBind(address, port))
                || LOOPBACK.stream().anyMatch(address -> accepts(new InetSocketAddress(address, port)));
    }

    /** Whether somebody accepts TCP connections there. Blocks for a fifth of a second at most. */
    public static boolean accepts(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean canBind(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return true;
        } catch (BindException e) {
            // A machine without IPv6 says the same of an address that it does not have.
            return String.valueOf(e.getMessage()).contains("assign");
        } catch (IOException e) {
            return true;
        }
    }

    private static String commandOf(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .orElse("");
    }
}
