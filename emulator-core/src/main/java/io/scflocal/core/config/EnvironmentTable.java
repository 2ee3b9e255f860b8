package io.scflocal.core.config;

import io.scflocal.core.config.EnvironmentRow.Giver;
import io.scflocal.core.function.FunctionEnvironment;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.platform.PlatformEnvironment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The variables of a function's process, with who gives each. Immutable. */
public final class EnvironmentTable {
    private final ResolvedSettings settings;
    private final Map<String, String> all;
    /** Those that are there whatever the function's own configuration says. */
    private final Map<String, String> given;

    private final boolean fromHost;

    private EnvironmentTable(
            ResolvedSettings settings, boolean fromHost, Function<FunctionSettings, Map<String, String>> variables) {
        this.settings = settings;
        this.fromHost = fromHost;
        all = variables.apply(settings.functionSettings());
        given = variables.apply(settings.functionSettings().withEnvironment(Map.of()));
    }

    /**
     * That of a plain process.
     *
     * @param host the environment of the emulator
     */
    public static EnvironmentTable plain(FunctionFolder folder, ResolvedSettings settings, Map<String, String> host) {
        return new EnvironmentTable(
                settings, true, configured -> FunctionEnvironment.of(configured, folder.path(), host));
    }

    /** That of a process in a sandbox. Reads the start file. */
    public static EnvironmentTable sandboxed(FunctionFolder folder, ResolvedSettings settings) {
        return new EnvironmentTable(settings, false, configured -> FunctionEnvironment.sandboxed(configured, folder));
    }

    /** The rows in the order of their names, the function's own first. */
    public List<EnvironmentRow> rows() {
        return all.entrySet().stream()
                .map(variable -> row(variable.getKey(), variable.getValue()))
                .sorted(Comparator.comparing((EnvironmentRow row) -> row.giver() != Giver.FUNCTION)
                        .thenComparing(EnvironmentRow::name))
                .toList();
    }

    private EnvironmentRow row(String name, String value) {
        Optional<Giver> giver = given.containsKey(name) ? Optional.of(giver(name)) : Optional.empty();
        Value own = settings.variables().get(name);
        return own != null
                ? EnvironmentRow.own(name, own, giver)
                : new EnvironmentRow(name, value, giver.orElseThrow(), Optional.empty(), List.of(), Optional.empty());
    }

    private Giver giver(String name) {
        if (name.equals(FunctionEnvironment.UNBUFFERED_PYTHON)) {
            return Giver.EMULATOR;
        }
        return fromHost && PlatformEnvironment.isFromHost(name) ? Giver.HOST : Giver.PLATFORM;
    }
}
