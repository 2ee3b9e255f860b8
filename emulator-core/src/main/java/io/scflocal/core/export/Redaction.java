package io.scflocal.core.export;

import io.scflocal.core.capture.HandshakeRecord;
import io.scflocal.core.capture.HeaderRecord;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a handshake is kept from others: values of header fields and of query parameters that are secrets by their names. Payloads and
 * the log are never changed.
 */
public enum Redaction {
    /** Secrets are replaced. */
    SECRETS,
    /** Everything is given away. */
    NOTHING;

    /** What stands in the place of a secret. */
    public static final String PLACEHOLDER = "redacted";

    private static final String PROTOCOLS = "sec-websocket-protocol";
    private static final Set<String> ADDRESSES = Set.of("referer", "origin", "location");
    private static final Pattern PARAMETER = Pattern.compile("([?&;])([^=&;#?]*)=([^&#]*)");
    private static final Pattern USER = Pattern.compile("://[^/?#@]*@");
    private static final Pattern TOKEN = Pattern.compile("(?i).*(bearer|auth|authorization|token|jwt)[._-].+|.{32,}");

    /** A handshake as it may be given away. */
    public HandshakeRecord apply(HandshakeRecord handshake) {
        if (this == NOTHING) {
            return handshake;
        }
        return new HandshakeRecord(
                handshake.method(),
                covered(handshake.requestTarget()),
                covered(handshake.functionTarget()),
                headers(handshake.requestHeaders()),
                handshake.responseStatus(),
                headers(handshake.responseHeaders()));
    }

    /** A path with its query as it may be given away. */
    public String target(String target) {
        return this == NOTHING ? target : covered(target);
    }

    private static String covered(String target) {
        return PARAMETER
                .matcher(target)
                .replaceAll(found -> Matcher.quoteReplacement(
                        SecretNames.isSecret(found.group(2))
                                ? found.group(1) + found.group(2) + "=" + PLACEHOLDER
                                : found.group()));
    }

    private static List<HeaderRecord> headers(List<HeaderRecord> headers) {
        return headers.stream()
                .map(header -> new HeaderRecord(header.name(), value(header.name(), header.value()), header.origin()))
                .toList();
    }

    private static String value(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (isSecret(name)) {
            return PLACEHOLDER;
        }
        if (lower.equals(PROTOCOLS)) {
            return protocols(value);
        }
        return ADDRESSES.contains(lower) ? covered(USER.matcher(value).replaceAll("://" + PLACEHOLDER + "@")) : value;
    }

    /** Clients that can't set header fields send their token as a subprotocol: joined to its kind, or after it. */
    private static String protocols(String value) {
        StringJoiner joined = new StringJoiner(", ");
        boolean follows = false;
        for (String protocol : value.split(",")) {
            String one = protocol.strip();
            boolean secret = follows || TOKEN.matcher(one).matches();
            joined.add(secret ? PLACEHOLDER : one);
            follows = !secret && SecretNames.isSecret(one);
        }
        return joined.toString();
    }

    /** Whether the value of a header field of that name is a secret. */
    public static boolean isSecret(String name) {
        return SecretNames.isSecret(name);
    }
}
