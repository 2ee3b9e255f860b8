package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.core.platform.PlatformLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The {@code --env K=V} options, under the platform's rules for variables of a function. */
final class EnvironmentOption {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]*");
    private static final List<String> RESERVED_PREFIXES = List.of("SCF_", "QCLOUD_", "TENCENTCLOUD_");

    private EnvironmentOption() {}

    /** The variables that the definitions name; the last one of a name wins. */
    static Map<String, String> read(String[] definitions, Messages messages) throws UsageException {
        Map<String, String> variables = new TreeMap<>();
        for (String definition : definitions) {
            int equals = definition.indexOf('=');
            if (equals < 0) {
                throw new UsageException(messages.get("cli.error.envNoValue", definition));
            }
            variables.put(checkedName(definition.substring(0, equals), messages), definition.substring(equals + 1));
        }
        int bytes = variables.entrySet().stream()
                .mapToInt(variable -> bytes(variable.getKey()) + bytes(variable.getValue()))
                .sum();
        if (bytes > PlatformLimits.MAX_ENVIRONMENT_BYTES) {
            throw new UsageException(messages.get(
                    "cli.error.envTooLarge",
                    Integer.toString(bytes),
                    Integer.toString(PlatformLimits.MAX_ENVIRONMENT_BYTES)));
        }
        return variables;
    }

    private static String checkedName(String name, Messages messages) throws UsageException {
        if (!NAME.matcher(name).matches()) {
            throw new UsageException(messages.get("cli.error.envName", name));
        }
        for (String prefix : RESERVED_PREFIXES) {
            if (name.startsWith(prefix)) {
                throw new UsageException(messages.get("cli.error.envReserved", name, prefix));
            }
        }
        return name;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
