package io.scflocal.core.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The tables of TCP sockets in a directory like {@code /proc/net} of Linux, proc(5). */
final class TcpTable {
    private static final int HEXADECIMAL = 16;

    private TcpTable() {}

    /**
     * A socket.
     *
     * @param local its own address: hexadecimal bytes in the order of the processor, a colon, the hexadecimal port
     * @param remote that of the other end
     * @param state two hexadecimal digits
     */
    record Entry(String local, String remote, String state) {
        int localPort() {
            return port(local);
        }

        int remotePort() {
            return port(remote);
        }

        private static int port(String address) {
            return Integer.parseInt(address.substring(address.indexOf(':') + 1), HEXADECIMAL);
        }
    }

    /** All that one table lists; nothing on other systems, without IPv6, or if the process whose table it is has ended. */
    static List<Entry> entries(Path table) {
        try (Stream<String> lines = Files.lines(table)) {
            return lines.skip(1)
                    .map(line -> line.strip().split("\\s+"))
                    .map(fields -> new Entry(fields[1], fields[2], fields[3]))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
