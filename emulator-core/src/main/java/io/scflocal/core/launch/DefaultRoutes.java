package io.scflocal.core.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether this machine has a way out, by address family.
 *
 * @param ipv4 whether there is a default route for IPv4
 * @param ipv6 the same for IPv6
 */
record DefaultRoutes(boolean ipv4, boolean ipv6) {
    private static final Path IPV4 = Path.of("/proc/net/route");
    private static final Path IPV6 = Path.of("/proc/net/ipv6_route");
    private static final String ANY_IPV6 = "0".repeat(32);

    /** Read from the kernel, which takes less than a millisecond. */
    static DefaultRoutes ofThisMachine() {
        return of(lines(IPV4), lines(IPV6));
    }

    /** From the lines of {@code /proc/net/route} and {@code /proc/net/ipv6_route}. */
    static DefaultRoutes of(List<String> ipv4, List<String> ipv6) {
        return new DefaultRoutes(
                ipv4.stream().map(DefaultRoutes::fields).anyMatch(DefaultRoutes::isIpv4Default),
                ipv6.stream().map(DefaultRoutes::fields).anyMatch(DefaultRoutes::isIpv6Default));
    }

    boolean isOffline() {
        return !ipv4 && !ipv6;
    }

    /** Option of pasta for the only family there is. Without it pasta complains about the other one on the function's standard error. */
    Optional<String> onlyFamily() {
        return ipv4 == ipv6 ? Optional.empty() : Optional.of(ipv4 ? "-4" : "-6");
    }

    private static boolean isIpv4Default(String[] fields) {
        return fields.length > 7 && fields[1].equals("00000000") && fields[7].equals("00000000");
    }

    /** The kernel keeps an unreachable default route of its own on the loopback interface. */
    private static boolean isIpv6Default(String[] fields) {
        return fields.length > 9 && fields[0].equals(ANY_IPV6) && fields[1].equals("00") && !fields[9].equals("lo");
    }

    private static String[] fields(String line) {
        return line.strip().split("\\s+");
    }

    /** None where the family is switched off, which leaves no such file. */
    private static List<String> lines(Path table) {
        try (Stream<String> lines = Files.lines(table, StandardCharsets.ISO_8859_1)) {
            return lines.toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
