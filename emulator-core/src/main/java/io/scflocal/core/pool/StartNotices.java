package io.scflocal.core.pool;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.Separation;
import io.scflocal.core.interpreter.InterpreterMapping;
import io.scflocal.core.platform.Interpreter;

/** Tells what about a new instance is not as in the cloud, or not as it was wanted. Guarded by the pool's lock. */
final class StartNotices {
    private final Roster roster;

    StartNotices(Roster roster) {
        this.roster = roster;
    }

    /**
     * Tells it after the instance has started.
     *
     * @param first whether it is the first of the pool
     * @param debug whether it was to wait for a debugger
     */
    void tell(Instance instance, boolean first, boolean debug) {
        if (instance.separation() == Separation.SHARED && first) {
            roster.notice(InstanceNotice.Kind.SHARED_PROCESS, instance.id());
        }
        if (instance.debugPort().isEmpty() && debug) {
            roster.notice(InstanceNotice.Kind.NOT_DEBUGGABLE, instance.id());
        }
        if (instance.loopbackOnly()) {
            String port = Integer.toString(instance.address().getPort());
            roster.notice(InstanceNotice.Kind.LOOPBACK_ONLY, instance.id(), port);
        }
        if (first) {
            instance.mappings().stream()
                    .filter(InterpreterMapping::isOtherVersion)
                    .findFirst()
                    .ifPresent(this::otherVersion);
        }
    }

    private void otherVersion(InterpreterMapping mapping) {
        Interpreter platform = mapping.platform().orElseThrow();
        roster.notice(
                InstanceNotice.Kind.INTERPRETER_VERSION,
                "",
                platform.language().title(),
                platform.release(),
                mapping.localVersion(),
                mapping.localPath(),
                platform.directory());
    }
}
