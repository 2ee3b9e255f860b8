package io.scflocal.core.export;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Which header fields and parameters are secrets, as far as their names tell. */
final class SecretNames {
    private static final Set<String> WORDS = Set.of(
            "token",
            "secret",
            "password",
            "passwd",
            "passphrase",
            "pwd",
            "auth",
            "authorization",
            "bearer",
            "cookie",
            "jwt",
            "key",
            "apikey",
            "accesskey",
            "sig",
            "sign",
            "signature",
            "session",
            "sessionid",
            "sid",
            "credential",
            "credentials",
            "ticket");
    /** Names of what a login gives in exchange for a token, RFC 6749 sections 4.1.2 and 10.5; as a word of a longer name, "code" is harmless. */
    private static final Set<String> LOGIN_CODES =
            Set.of("code", "jscode", "authcode", "authorizationcode", "devicecode", "codeverifier", "otp");

    private SecretNames() {}

    /** Whether a word of {@code name} speaks of a secret; words are parted by other characters or begin with a capital. */
    static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("sec-websocket-")) {
            return false;
        }
        for (String word : decoded(name).replaceAll("([a-z])([A-Z])", "$1-$2").split("[^A-Za-z]+")) {
            if (WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        String letters = decoded(name).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return WORDS.contains(letters) || LOGIN_CODES.contains(letters);
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            return name;
        }
    }
}
