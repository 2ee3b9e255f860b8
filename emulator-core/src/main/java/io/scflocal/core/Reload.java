package io.scflocal.core;

import io.scflocal.core.function.ReloadMode;
import java.util.List;

/**
 * A running function gets its code anew.
 *
 * @param changed names of the files that have changed, relative to the folder; empty if the user asked for it
 * @param mode what happens to connections, {@link ReloadMode#CUT} or {@link ReloadMode#DRAIN}
 * @param drainRefused whether connections were to drain and can't, because the function has one port for one process
 * @param connections how many connections it happens to
 */
public record Reload(List<String> changed, ReloadMode mode, boolean drainRefused, int connections) {

    public Reload {
        changed = List.copyOf(changed);
    }
}
