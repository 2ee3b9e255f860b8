package io.scflocal.app.function;

import io.scflocal.app.session.EmulatorSession;
import io.scflocal.app.session.Engine;
import io.scflocal.core.InstanceOptions;
import io.scflocal.core.config.EnvironmentRow;
import io.scflocal.core.config.EnvironmentTable;
import io.scflocal.core.config.Origin;
import io.scflocal.core.config.ResolvedSettings;
import io.scflocal.core.instance.Isolation;
import io.scflocal.core.instance.Separation;
import io.scflocal.core.platform.EnvironmentRules;
import io.scflocal.core.platform.HostSystem;
import io.scflocal.core.platform.PlatformLimits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.value.ObservableValue;

/**
 * The function's own variables. What the user adds or changes is kept in the function's folder; what stands in other files stays there.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
public final class EnvironmentViewModel {
    private static final boolean LINUX = HostSystem.current() == HostSystem.LINUX;

    private final EmulatorSession session;

    /** Shows and changes the variables of {@code session}. */
    public EnvironmentViewModel(EmulatorSession session) {
        this.session = session;
    }

    /** What is wrong with a variable that the user wants. */
    public enum Fault {
        NAME,
        RESERVED,
        SIZE
    }

    /** The variables in the order of their names. */
    public ObservableValue<List<EnvironmentRow>> rows() {
        return session.settings().currentProperty().map(EnvironmentViewModel::rows);
    }

    /** All variables of the function's process, its own first. */
    public ObservableValue<List<EnvironmentRow>> all() {
        return session.settings().currentProperty().map(settings -> session.folderProperty()
                .get()
                .map(folder -> isSandboxed()
                        ? EnvironmentTable.sandboxed(folder, settings)
                        : EnvironmentTable.plain(folder, settings, System.getenv()))
                .map(EnvironmentTable::rows)
                .orElse(List.of()));
    }

    /** Whether the function runs in a sandbox, or would as far as that is known. */
    public boolean isSandboxed() {
        boolean wanted =
                LINUX && InstanceOptions.from(session.settings().current()).isolation() != Isolation.NONE;
        return session.engineProperty()
                .get()
                .flatMap(Engine::instance)
                .map(instance -> instance.separation() == Separation.SANDBOX)
                .orElse(wanted);
    }

    /** What the platform would refuse in this variable; empty if nothing. */
    public Optional<Fault> fault(String name, String value) {
        if (!EnvironmentRules.isName(name)) {
            return Optional.of(Fault.NAME);
        }
        if (EnvironmentRules.reservedPrefix(name).isPresent()) {
            return Optional.of(Fault.RESERVED);
        }
        Map<String, String> all =
                new TreeMap<>(session.settings().current().functionSettings().environment());
        all.put(name, value);
        return EnvironmentRules.bytes(all) > PlatformLimits.MAX_ENVIRONMENT_BYTES
                ? Optional.of(Fault.SIZE)
                : Optional.empty();
    }

    /** Adds or changes a variable that is without fault; does nothing otherwise. */
    public void put(String name, String value) {
        if (fault(name, value).isEmpty()) {
            Map<String, String> own = byHand();
            own.put(name, value);
            session.settings().setVariables(own);
        }
    }

    /** Whether the variable was set by hand, so that it can be taken away here. */
    public boolean isByHand(EnvironmentRow row) {
        return row.origin()
                .filter(origin -> origin.source() == Origin.Source.OWN_FILE)
                .isPresent();
    }

    /** Takes away a variable that was set by hand; one of the same name in another file shows again. */
    public void remove(String name) {
        Map<String, String> own = byHand();
        if (own.remove(name) != null) {
            session.settings().setVariables(own);
        }
    }

    private Map<String, String> byHand() {
        Map<String, String> own = new TreeMap<>();
        session.settings().current().variables().forEach((name, value) -> {
            if (value.origin().source() == Origin.Source.OWN_FILE) {
                own.put(name, value.text());
            }
        });
        return own;
    }

    private static List<EnvironmentRow> rows(ResolvedSettings settings) {
        return settings.variables().entrySet().stream()
                .map(variable -> EnvironmentRow.own(variable.getKey(), variable.getValue(), Optional.empty()))
                .toList();
    }
}
