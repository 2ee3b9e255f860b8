package io.scflocal.core.config;

import io.scflocal.core.config.EnvironmentRow.Giver;
import io.scflocal.core.function.FunctionEnvironment;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.platform.PlatformEnvironment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The variables that a plain process of the function gets, with who gives each. Stateless. */
public final class EnvironmentTable {

    private EnvironmentTable() {}

    /**
     * The rows in the order of their names, the function's own first.
     *
     * @param host the environment of the emulator
     */
    public static List<EnvironmentRow> of(FunctionFolder folder, ResolvedSettings settings, Map<String, String> host) {
        Map<String, String> all = FunctionEnvironment.of(settings.functionSettings(), folder.path(), host);
        return all.entrySet().stream()
                .map(variable -> row(variable.getKey(), variable.getValue(), settings))
                .sorted(Comparator.comparing((EnvironmentRow row) -> row.giver() != Giver.FUNCTION)
                        .thenComparing(EnvironmentRow::name))
                .toList();
    }

    private static EnvironmentRow row(String name, String value, ResolvedSettings settings) {
        Value own = settings.variables().get(name);
        if (own != null) {
            return new EnvironmentRow(name, value, Giver.FUNCTION, Optional.of(own.origin()));
        }
        Giver giver = name.equals(FunctionEnvironment.UNBUFFERED_PYTHON)
                ? Giver.EMULATOR
                : PlatformEnvironment.FROM_HOST.contains(name) ? Giver.HOST : Giver.PLATFORM;
        return new EnvironmentRow(name, value, giver, Optional.empty());
    }
}
