package io.scflocal.core;

import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.function.ReloadMode;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An emulator's starts, reloads and stops. Thread-safe; starts and stops block and exclude each other, except that a stop interrupts a
 * start that is under way.
 */
final class Lifecycle {
    private final Supplier<EmulatorRun> runs;
    private final CaptureStore capture;
    private final InstanceNotes notes;
    private final Listeners listeners;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile EmulatorState state = EmulatorState.STOPPED;
    private volatile Optional<StartFailure> failure = Optional.empty();
    private volatile GatewayPorts ports;
    private volatile @Nullable EmulatorRun run;
    private volatile long reloads;

    /**
     * @param runs makes what is run between a start and a stop
     * @param ports the ports before the first start
     */
    Lifecycle(
            Supplier<EmulatorRun> runs,
            CaptureStore capture,
            InstanceNotes notes,
            Listeners listeners,
            GatewayPorts ports) {
        this.runs = runs;
        this.capture = capture;
        this.notes = notes;
        this.listeners = listeners;
        this.ports = ports;
    }

    EmulatorState state() {
        return state;
    }

    Optional<StartFailure> failure() {
        return failure;
    }

    /** The ports of the last start. */
    GatewayPorts ports() {
        return ports;
    }

    /** What runs or is being started; empty if nothing is. */
    Optional<EmulatorRun> run() {
        return Optional.ofNullable(run);
    }

    void start() throws StartFailure {
        lock.lock();
        try {
            if (run != null) {
                return;
            }
            failure = Optional.empty();
            notes.clear();
            capture.waitForRoom(true);
            EmulatorRun starting = runs.get();
            run = starting;
            become(EmulatorState.STARTING);
            ports = starting.start();
            become(EmulatorState.RUNNING);
        } catch (StartFailure e) {
            run = null;
            failure = Optional.of(e);
            become(EmulatorState.FAILED);
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /** Gives a running function its code anew; does nothing if none runs. Returns before the first new instance is there. */
    void reload(List<String> changed, ReloadMode wanted) {
        lock.lock();
        try {
            EmulatorRun running = run;
            if (running != null) {
                boolean refused = wanted == ReloadMode.DRAIN && !running.canDrain();
                Reload reload =
                        new Reload(changed, refused ? ReloadMode.CUT : wanted, refused, running.servedConnections());
                listeners.reloading(reload);
                long number = ++reloads;
                running.reload(reload.mode()).whenComplete((first, error) -> reloaded(running, number, error));
            }
        } finally {
            lock.unlock();
        }
    }

    private void reloaded(EmulatorRun reloaded, long number, @Nullable Throwable error) {
        Optional<StartFailure> why = Optional.ofNullable(error).map(StartFailure::from);
        boolean superseded = number != reloads || run != reloaded;
        if (!superseded
                && why.filter(known -> known.problem() == StartProblem.CANCELLED)
                        .isEmpty()) {
            failure = why;
            listeners.reloaded(why);
            listeners.stateChanged(state);
        }
    }

    /** A start that failed after a reload is made good by one that did not. */
    void started() {
        if (failure.isPresent() && state == EmulatorState.RUNNING) {
            failure = Optional.empty();
            listeners.stateChanged(state);
        }
    }

    void stop() {
        // A writer that waits for room on the disk would keep the gateway from stopping.
        capture.waitForRoom(false);
        EmulatorRun starting = run;
        if (starting != null && state == EmulatorState.STARTING) {
            starting.cancelStart();
        }
        lock.lock();
        try {
            EmulatorRun stopping = run;
            if (stopping != null) {
                become(EmulatorState.STOPPING);
                stopping.stop();
                run = null;
                failure = Optional.empty();
                become(EmulatorState.STOPPED);
            }
        } finally {
            lock.unlock();
        }
    }

    private void become(EmulatorState next) {
        state = next;
        listeners.stateChanged(next);
    }
}
