package io.scflocal.core;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.LogLine;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What an emulator has told, one queue for each kind. */
final class Events implements EmulatorListener {
    private static final long PATIENCE_SECONDS = 20;

    final BlockingQueue<EmulatorState> states = new LinkedBlockingQueue<>();
    final BlockingQueue<Reload> reloads = new LinkedBlockingQueue<>();
    final BlockingQueue<Optional<StartFailure>> reloaded = new LinkedBlockingQueue<>();
    final BlockingQueue<Invocation> opened = new LinkedBlockingQueue<>();
    final BlockingQueue<Invocation> ended = new LinkedBlockingQueue<>();
    final BlockingQueue<LogLine> logged = new LinkedBlockingQueue<>();
    final BlockingQueue<InstanceView> instances = new LinkedBlockingQueue<>();
    final BlockingQueue<InstanceNotice> notices = new LinkedBlockingQueue<>();

    /** Takes the oldest event of a queue; waits for it, but not for ever. */
    static <T> T next(BlockingQueue<T> events) throws InterruptedException {
        T event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(event, () -> "nothing within " + PATIENCE_SECONDS + " s");
        return event;
    }

    /** As {@link #next(BlockingQueue)}, leaving out those that are not meant. */
    static <T> T next(BlockingQueue<T> events, Predicate<T> meant) throws InterruptedException {
        T event = next(events);
        while (!meant.test(event)) {
            event = next(events);
        }
        return event;
    }

    @Override
    public void stateChanged(EmulatorState state) {
        states.add(state);
    }

    @Override
    public void reloading(Reload reload) {
        reloads.add(reload);
    }

    @Override
    public void reloaded(Optional<StartFailure> failure) {
        reloaded.add(failure);
    }

    @Override
    public void opened(Invocation invocation) {
        opened.add(invocation);
    }

    @Override
    public void ended(Invocation invocation) {
        ended.add(invocation);
    }

    @Override
    public void logged(LogLine line) {
        logged.add(line);
    }

    @Override
    public void instanceChanged(InstanceView instance) {
        instances.add(instance);
    }

    @Override
    public void noticed(InstanceNotice notice) {
        notices.add(notice);
    }
}
