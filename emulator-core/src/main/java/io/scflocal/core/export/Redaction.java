package io.scflocal.core.export;

import io.scflocal.core.capture.HandshakeRecord;
import io.scflocal.core.capture.HeaderRecord;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What of a handshake is kept from others: values of header fields and of query parameters that are secrets by their names. Payloads and the log are never changed. */
public enum Redaction {
    /** Secrets are replaced. */
    SECRETS,
    /** Everything is given away. */
    NOTHING;

    /** What stands in the place of a secret. */
    public static final String PLACEHOLDER = "redacted";

    private static final String SECRET_PREFIX = "x-scf-secret-";
    private static final Set<String> HEADERS = Set.of(
            "authorization",
            "proxy-authorization",
            "cookie",
            "set-cookie",
            "x-scf-session-token",
            "x-tc-token",
            "x-api-key",
            "x-auth-token",
            "x-access-token",
            "x-csrf-token");
    private static final Pattern PARAMETER = Pattern.compile(
            "([?&](?:[a-z]+[_-])?(?:token|secret|password|passwd|api[_-]?key|signature|sign|authorization)=)[^&#]*",
            Pattern.CASE_INSENSITIVE);

    /** A handshake as it may be given away. */
    public HandshakeRecord apply(HandshakeRecord handshake) {
        if (this == NOTHING) {
            return handshake;
        }
        return new HandshakeRecord(
                handshake.method(),
                target(handshake.requestTarget()),
                target(handshake.functionTarget()),
                headers(handshake.requestHeaders()),
                handshake.responseStatus(),
                headers(handshake.responseHeaders()));
    }

    private static String target(String target) {
        return PARAMETER.matcher(target).replaceAll("$1" + PLACEHOLDER);
    }

    private static List<HeaderRecord> headers(List<HeaderRecord> headers) {
        return headers.stream()
                .map(header -> isSecret(header.name())
                        ? new HeaderRecord(header.name(), PLACEHOLDER, header.origin())
                        : header)
                .toList();
    }

    /** Whether the value of a header field of that name is a secret. */
    public static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return HEADERS.contains(lower) || lower.startsWith(SECRET_PREFIX);
    }
}
