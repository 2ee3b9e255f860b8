package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.core.platform.EnvironmentRules;
import io.scflocal.core.platform.PlatformLimits;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The {@code --env K=V} options, under the platform's rules for variables of a function. */
final class EnvironmentOption {
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
        int bytes = EnvironmentRules.bytes(variables);
        if (bytes > PlatformLimits.MAX_ENVIRONMENT_BYTES) {
            throw new UsageException(messages.get(
                    "cli.error.envTooLarge",
                    Integer.toString(bytes),
                    Integer.toString(PlatformLimits.MAX_ENVIRONMENT_BYTES)));
        }
        return variables;
    }

    private static String checkedName(String name, Messages messages) throws UsageException {
        if (!EnvironmentRules.isName(name)) {
            throw new UsageException(messages.get("cli.error.envName", name));
        }
        Optional<String> reserved = EnvironmentRules.reservedPrefix(name);
        if (reserved.isPresent()) {
            throw new UsageException(messages.get("cli.error.envReserved", name, reserved.get()));
        }
        return name;
    }
}
