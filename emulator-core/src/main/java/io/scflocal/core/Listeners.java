package io.scflocal.core;

import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.LogLine;
import io.scflocal.core.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes every event on to all who asked for it. Thread-safe. */
final class Listeners implements EmulatorListener {
    private final List<EmulatorListener> all = new CopyOnWriteArrayList<>();

    Subscription add(EmulatorListener listener) {
        all.add(listener);
        return () -> all.remove(listener);
    }

    @Override
    public void stateChanged(EmulatorState state) {
        all.forEach(listener -> listener.stateChanged(state));
    }

    @Override
    public void reloading(Reload reload) {
        all.forEach(listener -> listener.reloading(reload));
    }

    @Override
    public void reloaded(Optional<StartFailure> failure) {
        all.forEach(listener -> listener.reloaded(failure));
    }

    @Override
    public void changed(Invocation invocation) {
        all.forEach(listener -> listener.changed(invocation));
    }

    @Override
    public void opened(Invocation invocation) {
        all.forEach(listener -> listener.opened(invocation));
    }

    @Override
    public void ended(Invocation invocation) {
        all.forEach(listener -> listener.ended(invocation));
    }

    @Override
    public void logged(LogLine line) {
        all.forEach(listener -> listener.logged(line));
    }

    @Override
    public void instanceChanged(InstanceView instance) {
        all.forEach(listener -> listener.instanceChanged(instance));
    }

    @Override
    public void noticed(InstanceNotice notice) {
        all.forEach(listener -> listener.noticed(notice));
    }

    @Override
    public void problem(Problem first) {
        all.forEach(listener -> listener.problem(first));
    }
}
