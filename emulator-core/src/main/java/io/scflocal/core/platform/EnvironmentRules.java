package io.scflocal.core.platform;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the platform demands of a function's own variables. Source: vendor documentation 583/30228. */
public final class EnvironmentRules {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]*");
    private static final List<String> RESERVED_PREFIXES = List.of("SCF_", "QCLOUD_", "TENCENTCLOUD_");

    private EnvironmentRules() {}

    /** Whether a variable may have that name: letters, digits and underscores, a letter first. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The prefix of {@code name} that the platform keeps for itself, if it has one. */
    public static Optional<String> reservedPrefix(String name) {
        return RESERVED_PREFIXES.stream().filter(name::startsWith).findFirst();
    }

    /** Whether the platform takes a variable of that name. */
    public static boolean isAllowed(String name) {
        return isName(name) && reservedPrefix(name).isEmpty();
    }

    /** Bytes of all names and values together; see {@link PlatformLimits#MAX_ENVIRONMENT_BYTES}. */
    public static int bytes(Map<String, String> variables) {
        return variables.entrySet().stream()
                .mapToInt(variable -> bytes(variable.getKey()) + bytes(variable.getValue()))
                .sum();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
