package io.scflocal.core.gateway;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/**
 * The addresses on which the gateway listens: 127.0.0.1, and ::1 where the machine has it; browsers and programs take either for localhost.
 */
public final class Loopback {
    /** The one that every machine has. */
    public static final String IPV4 = "127.0.0.1";

    private static final String IPV6 = "::1";
    private static final int TRIES = 20;

    private Loopback() {}

    /** The address of a client as people write it. */
    static String text(InetAddress address) {
        return address instanceof Inet6Address && address.isLoopbackAddress() ? IPV6 : address.getHostAddress();
    }

    static List<String> addresses() {
        return canBind(IPV6, 0) ? List.of(IPV4, IPV6) : List.of(IPV4);
    }

    /**
     * A port that is free on all of them.
     *
     * @param port the one that is wanted; 0 takes any
     * @throws IOException if it is taken on one of them
     */
    public static int freePort(int port) throws IOException {
        List<String> addresses = addresses();
        for (int tries = 0; port == 0 && tries < TRIES; tries++) {
            int candidate = bind(IPV4, 0);
            if (addresses.stream().allMatch(address -> canBind(address, candidate))) {
                return candidate;
            }
        }
        for (String address : addresses) {
            bind(address, port);
        }
        return port;
    }

    private static boolean canBind(String address, int port) {
        try {
            bind(address, port);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int bind(String address, int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            return socket.getLocalPort();
        }
    }
}
