package io.scflocal.app.text;

import io.scflocal.core.EmulatorListener;
import io.scflocal.core.Reload;
import io.scflocal.core.function.ReloadMode;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.LogSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes into the log of a function why it is reloaded and what becomes of its connections.
 *
 * @param log the log
 * @param messages the texts in the language of the moment; asked on any thread
 */
public record ReloadLog(InvocationLog log, Supplier<Messages> messages) implements EmulatorListener {

    @Override
    public void reloading(Reload reload) {
        log.append(LogSource.PLATFORM, "", line(reload, messages.get()));
    }

    /** What is going on: one line. */
    static String line(Reload reload, Messages messages) {
        String fate = reload.drainRefused() && reload.connections() > 0
                ? "refused"
                : reload.mode() == ReloadMode.DRAIN ? "drain" : "cut";
        return messages.get("instances.reload." + fate, cause(reload.changed(), messages), reload.connections());
    }

    private static String cause(List<String> changed, Messages messages) {
        return switch (changed.size()) {
            case 0 -> messages.get("instances.reload.asked");
            case 1 -> messages.get("instances.reload.changed", changed.get(0));
            default -> messages.get("instances.reload.changed.more", changed.get(0), changed.size() - 1);
        };
    }
}
