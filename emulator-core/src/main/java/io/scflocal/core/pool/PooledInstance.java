package io.scflocal.core.pool;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InstanceState;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.Separation;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An instance in its pool, from the order to start it to its end. Guarded by the pool's lock. */
final class PooledInstance {
    final String id;
    final long orderedNanos;
    final Set<String> connections = new HashSet<>();
    /** Completes when nothing of it is left. */
    final CompletableFuture<Void> gone = new CompletableFuture<>();

    InstanceState state = InstanceState.STARTING;
    boolean memoryTold;
    /** The port for debuggers, from when it is open; once the instance runs, its own word counts. */
    OptionalInt debugPort = OptionalInt.empty();
    /** Whether a debugger is attached to it. */
    boolean debugged;
    /** Whether what is being started is older than a reload. */
    boolean outdated;

    @Nullable
    Instance instance;

    @Nullable
    Thread starter;

    PooledInstance(String id, long orderedNanos) {
        this.id = id;
        this.orderedNanos = orderedNanos;
    }

    /** Whether it runs and takes connections. */
    boolean isUsable() {
        return isRunning() && state != InstanceState.RETIRED;
    }

    /** Whether it runs and is to go on. */
    boolean isRunning() {
        Instance running = instance;
        return running != null && running.isAlive() && state != InstanceState.STOPPING;
    }

    boolean isShared() {
        Instance running = instance;
        return running != null && running.separation() == Separation.SHARED;
    }

    /** How many connections it takes at most. */
    int room(int concurrency) {
        return isShared() ? Integer.MAX_VALUE : concurrency;
    }

    InstanceView view(long nowNanos) {
        Optional<Instance> running = Optional.ofNullable(instance);
        return new InstanceView(
                id,
                running.map(Instance::pid).orElse(0L),
                state,
                connections.size(),
                running.map(Instance::memoryBytes).orElse(0L),
                Duration.ofNanos(nowNanos - orderedNanos),
                running.map(Instance::coldStart),
                running.map(Instance::separation),
                running.map(Instance::debugPort)
                        .or(() -> Optional.of(debugPort))
                        .filter(OptionalInt::isPresent)
                        .map(port -> new InstanceView.Debugging(port.getAsInt(), debugged)));
    }
}
