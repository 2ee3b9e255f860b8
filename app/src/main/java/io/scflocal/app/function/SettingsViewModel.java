package io.scflocal.app.function;

import io.scflocal.app.session.EmulatorSession;
import io.scflocal.core.EmulatorState;
import io.scflocal.core.config.Origin;
import io.scflocal.core.config.ResolvedSettings;
import io.scflocal.core.config.Setting;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;

/**
 * What can be set for the open function. What the user sets is kept in the function's folder.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
public final class SettingsViewModel {
    /** They act on a running function. */
    private static final Set<Setting> LIVE = EnumSet.of(
            Setting.IDLE_TIMEOUT,
            Setting.TIMEOUT,
            Setting.ON_CUT,
            Setting.PINGS_COUNT,
            Setting.UNCLEAR_ENDS,
            Setting.LIMITS,
            Setting.PACKET_SIZE,
            Setting.PRICE_GB_SECOND,
            Setting.PRICE_CALLS,
            Setting.MAX_INSTANCES,
            Setting.RELOAD);

    private final EmulatorSession session;
    private final Map<Setting, SettingEntry> entries = new EnumMap<>(Setting.class);
    private final ReadOnlyBooleanWrapper restartNeeded = new ReadOnlyBooleanWrapper(this, "restartNeeded");

    /** Shows and changes the settings of {@code session}. */
    public SettingsViewModel(EmulatorSession session) {
        this.session = session;
        for (Setting setting : Setting.values()) {
            entries.put(setting, new SettingEntry(setting, text -> session.settings()
                    .set(setting, text)));
        }
        session.settings().currentProperty().addListener((property, before, now) -> show());
        session.settings().startedProperty().addListener((property, before, now) -> show());
        session.stateProperty().addListener((property, before, now) -> show());
        show();
    }

    /** One setting. */
    SettingEntry entry(Setting setting) {
        return entries.get(setting);
    }

    /** Whether the function runs without something that has been set since its start. */
    public ReadOnlyBooleanProperty restartNeededProperty() {
        return restartNeeded.getReadOnlyProperty();
    }

    /** How many variables of its own the function has. */
    public ObservableValue<Integer> variableCount() {
        return session.settings().currentProperty().map(now -> now.variables().size());
    }

    /** Takes back what was typed and is not allowed. */
    void forgetFaults() {
        entries.values().stream().filter(entry -> !entry.validProperty().get()).forEach(SettingEntry::revert);
    }

    /** Restarts the function, so that everything that is set holds. */
    public void restart() {
        session.restart();
    }

    /** Takes back what was set by hand; does nothing if it was not. */
    public void reset(Setting setting) {
        entries.get(setting).revert();
        if (entries.get(setting).originProperty().get().source() == Origin.Source.OWN_FILE) {
            session.settings().reset(setting);
        }
    }

    private void show() {
        ResolvedSettings now = session.settings().current();
        ResolvedSettings started = session.settings().startedProperty().get();
        EmulatorState state = session.stateProperty().get();
        boolean running = state == EmulatorState.STARTING || state == EmulatorState.RUNNING;
        boolean anyWaits = running
                && (!now.variables().equals(started.variables())
                        || !now.interpreterChoices().equals(started.interpreterChoices()));
        for (SettingEntry entry : entries.values()) {
            Setting setting = entry.setting();
            boolean waits =
                    running && !LIVE.contains(setting) && !now.text(setting).equals(started.text(setting));
            entry.show(now.value(setting), waits);
            anyWaits |= waits;
        }
        restartNeeded.set(anyWaits);
    }
}
