package io.scflocal.core.client;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a client asks for.
 *
 * @param address where to, with scheme {@code ws}
 * @param headers further header fields, in their order
 * @param subprotocols wanted sub-protocols, the most wanted first; often none
 */
public record ClientHandshake(URI address, List<HeaderField> headers, List<String> subprotocols) {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /**
     * One header field.
     *
     * @param name a token (RFC 9110 section 5.1)
     * @param value without line ends
     */
    public record HeaderField(String name, String value) {

        /**
         * @throws IllegalArgumentException if the name is no token or the value has a line end, which would let it write further fields
         */
        public HeaderField {
            if (!isToken(name)) {
                throw new IllegalArgumentException("\"" + name + "\" is no name of a header field.");
            }
            if (value.chars().anyMatch(character -> character == '\r' || character == '\n' || character == 0)) {
                throw new IllegalArgumentException("The value of " + name + " has a line end.");
            }
        }
    }

    /**
     * @throws IllegalArgumentException if the scheme is not {@code ws}, or a sub-protocol is no token
     */
    public ClientHandshake {
        if (!"ws".equalsIgnoreCase(address.getScheme()) || address.getHost() == null) {
            throw new IllegalArgumentException(address + " is no ws:// address.");
        }
        headers = List.copyOf(headers);
        subprotocols = List.copyOf(subprotocols);
        subprotocols.stream().filter(wanted -> !isToken(wanted)).findFirst().ifPresent(wrong -> {
            throw new IllegalArgumentException("\"" + wrong + "\" is no name of a sub-protocol.");
        });
    }

    /** Whether {@code text} can be a header field's name or a sub-protocol: a token in the words of RFC 9110 section 5.6.2. */
    public static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }
}
