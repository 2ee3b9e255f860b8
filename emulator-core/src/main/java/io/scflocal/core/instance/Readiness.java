package io.scflocal.core.instance;

import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Waits until a function accepts connections. */
final class Readiness {
    private static final long POLL_MILLIS = 20;
    private static final Path IPV4_SOCKETS = Path.of("/proc/net/tcp");
    private static final Path IPV6_SOCKETS = Path.of("/proc/net/tcp6");
    private static final String LISTEN = "0A";

    private final Ticker ticker;

    Readiness(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * Blocks until the port accepts connections, the process ends or the time is over.
     *
     * @return where it accepts connections; empty if the process ended or the time is over
     */
    Optional<InetSocketAddress> await(Process process, int port, Duration limit) throws InterruptedException {
        long start = ticker.nanos();
        while (ticker.nanos() - start < limit.toNanos()) {
            Optional<InetSocketAddress> address = listener(port);
            // A port that opens while its process is gone belongs to a child that is about to be ended.
            if (process.waitFor(address.isPresent() ? 0 : POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            if (address.isPresent()) {
                return address;
            }
        }
        return Optional.empty();
    }

    private static Optional<InetSocketAddress> listener(int port) {
        InetSocketAddress ipv4 = new InetSocketAddress("127.0.0.1", port);
        InetSocketAddress ipv6 = new InetSocketAddress("::1", port);
        // A connection without a request is an error to some servers, which they log; reading the kernel's tables is
        // not seen by them.
        if (isListed(IPV4_SOCKETS, "(00000000|0100007F)", port)) {
            return Optional.of(ipv4);
        }
        if (Files.isReadable(IPV6_SOCKETS) && !isListed(IPV6_SOCKETS, "[0-9A-F]+", port)) {
            return Optional.empty();
        }
        return Stream.of(ipv4, ipv6).filter(PortOwner::accepts).findFirst();
    }

    /** Whether Linux lists a socket that listens on the port of one of the addresses, proc(5). */
    private static boolean isListed(Path table, String addresses, int port) {
        String local = String.format("%s:%04X", addresses, port);
        try (Stream<String> lines = Files.lines(table)) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .anyMatch(fields -> fields[3].equals(LISTEN) && fields[1].matches(local));
        } catch (IOException | UncheckedIOException e) {
            // Another system than Linux: connecting tells.
            return false;
        }
    }
}
