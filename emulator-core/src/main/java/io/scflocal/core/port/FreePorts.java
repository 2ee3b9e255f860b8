package io.scflocal.core.port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Finds ports for instances. Thread-safe. */
public final class FreePorts {
    /** More than there can be instances that have been given a port and do not hold it yet. */
    private static final int REMEMBERED = 512;

    private final Set<Integer> given = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    /**
     * One that nobody holds at this moment on the loopback address, and that was not given out lately.
     *
     * @throws IOException if the system has none left
     */
    public synchronized int find() throws IOException {
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                if (given.add(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            }
        }
    }
}
