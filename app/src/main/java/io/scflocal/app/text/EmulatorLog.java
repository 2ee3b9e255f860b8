package io.scflocal.app.text;

import io.scflocal.core.EmulatorListener;
import io.scflocal.core.Reload;
import io.scflocal.core.function.ReloadMode;
import io.scflocal.core.instance.InstanceState;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.LogSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Writes into the log of a function what is done with its instances that the cloud would not do: reloads, and debuggers. */
public final class EmulatorLog implements EmulatorListener {
    private final InvocationLog log;
    private final Supplier<Messages> messages;
    /** What was written last of each instance that can be debugged. */
    private final Map<String, InstanceView.Debugging> debugging = new ConcurrentHashMap<>();

    /** @param messages the texts in the language of the moment; asked on any thread */
    public EmulatorLog(InvocationLog log, Supplier<Messages> messages) {
        this.log = log;
        this.messages = messages;
    }

    @Override
    public void reloading(Reload reload) {
        write(line(reload, messages.get()));
    }

    @Override
    public void instanceChanged(InstanceView instance) {
        if (instance.state() == InstanceState.ENDED) {
            debugging.remove(instance.id());
        } else {
            instance.debugging().ifPresent(now -> debugging(instance.id(), now));
        }
    }

    private void debugging(String id, InstanceView.Debugging now) {
        InstanceView.Debugging before = debugging.put(id, now);
        if (!now.equals(before)) {
            boolean detached = before != null && before.attached();
            String what = now.attached() ? "attached" : detached ? "detached" : "waits";
            write(messages.get().get("instances.debug." + what, id, Integer.toString(now.port())));
        }
    }

    private void write(String line) {
        log.append(LogSource.PLATFORM, "", line);
    }

    /** What is going on: one line. */
    static String line(Reload reload, Messages messages) {
        boolean refused = reload.drainRefused() && reload.connections() > 0;
        String fate = refused ? "refused" : reload.mode() == ReloadMode.DRAIN ? "drain" : "cut";
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
