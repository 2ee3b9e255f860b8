package io.scflocal.core.query;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/** The values of the fields of a connection. */
final class ConnectionValues {
    private ConnectionValues() {}

    /** Whether the value is the same for all frames of a connection. */
    static boolean isOfConnection(Operand operand) {
        if (operand instanceof Operand.Call call) {
            return isOfConnection(call.argument());
        }
        return operand instanceof Operand.Keyed
                || operand instanceof Operand.Plain plain
                        && plain.field().tier() == Tier.CONNECTION
                        && !Headers.isLong(plain.field());
    }

    /** The value of a field without a key; empty where the connection has none. */
    static Optional<String> of(ConnectionFact fact, Field field) {
        String value =
                switch (field) {
                    case CONN_PATH -> fact.target().split("\\?", 2)[0];
                    case CONN_SUBPROTOCOL -> fact.subprotocol();
                    case CONN_STATE -> fact.state();
                    case CONN_CLOSECAUSE -> fact.closeCause();
                    case INV -> fact.requestId();
                    default -> "";
                };
        return Optional.of(value).filter(text -> !text.isEmpty());
    }

    /** All values of a header field, joined by commas (RFC 9110 section 5.3). */
    static Optional<String> header(ConnectionFact fact, String name) {
        String joined = fact.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(ConnectionFact.HeaderField::value)
                .collect(Collectors.joining(", "));
        boolean there = fact.headers().stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
        return there ? Optional.of(joined) : Optional.empty();
    }

    /** The first parameter of that name in the query. */
    static Optional<String> parameter(ConnectionFact fact, String name) {
        int mark = fact.target().indexOf('?');
        if (mark < 0) {
            return Optional.empty();
        }
        for (String pair : fact.target().substring(mark + 1).split("&")) {
            String[] parts = pair.split("=", 2);
            if (decoded(parts[0]).equals(name)) {
                return Optional.of(parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return Optional.empty();
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            // A percent sign that escapes nothing is taken as it is.
            return part;
        }
    }
}
