package io.scflocal.core.pool;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InstanceLauncher;
import io.scflocal.core.instance.InstanceListener;
import io.scflocal.core.instance.InstanceProvider;
import io.scflocal.core.instance.InstanceState;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.LaunchRequest;
import io.scflocal.core.output.OutputListener;
import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.time.Ticker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The instances of a function and who is served by which. A connection takes over a free instance; if there is none, another one is
 * started up to the limit, and the connection waits for it. Once stopped it stays stopped.
 *
 * <p>Until the first start has shown whether instances can be kept apart, there is one at a time.
 *
 * <p>Thread-safe.
 */
public final class InstancePool implements InstanceProvider {
    private final InstanceLauncher launcher;
    private final Supplier<PoolLimits> limits;
    private final Decisions decisions = new Decisions();
    private final Roster roster;
    private final InstanceWork work;
    private final Dispatcher dispatcher;
    private final MemoryLimit memory;

    /**
     * How instances come to be.
     *
     * @param limits asked at every decision
     * @param requests makes the request for an instance of the given id; asked on the executor
     * @param output gives what receives the output of the instance of the given id
     */
    public record Plan(
            Supplier<PoolLimits> limits,
            Function<String, LaunchRequest> requests,
            Function<String, OutputListener> output) {}

    /**
     * An empty pool.
     *
     * @param launcher starts instances
     * @param executor runs starts and ends, several at the same time; they block
     */
    public InstancePool(
            Ticker ticker, InstanceLauncher launcher, Plan plan, InstanceListener listener, Executor executor) {
        this.launcher = launcher;
        limits = plan.limits();
        roster = new Roster(ticker, decisions, listener);
        work = new InstanceWork(launcher, plan, executor, decisions, roster);
        dispatcher = new Dispatcher(launcher, limits, decisions, roster, work);
        memory = new MemoryLimit(roster, work);
    }

    @Override
    public CompletionStage<Instance> acquire(String requestId) {
        CompletableFuture<Instance> result = new CompletableFuture<>();
        decisions.make(() -> dispatcher.join(requestId, result));
        return result.minimalCompletionStage();
    }

    @Override
    public void release(String requestId, FunctionStatus status) {
        decisions.make(() -> dispatcher.leave(requestId).ifPresent(serving -> {
            released(serving, requestId, status);
            dispatcher.dispatch();
        }));
    }

    private void released(PooledInstance serving, String requestId, FunctionStatus status) {
        serving.connections.remove(requestId);
        boolean alone = serving.room(limits.get().concurrency()) == 1;
        boolean outOfTime = status == FunctionStatus.TIME_LIMIT_REACHED && alone && serving.isUsable();
        boolean drained = serving.state == InstanceState.RETIRED && serving.connections.isEmpty();
        if (outOfTime || drained) {
            work.end(serving, Instance::stop);
        } else if (serving.connections.isEmpty() && serving.state == InstanceState.SERVING) {
            roster.become(serving, InstanceState.WARM);
        } else {
            roster.tell(serving);
        }
    }

    /** Starts an instance if there is none, so that the first connection finds it warm; a warm-up that still waits is given up for it. */
    public CompletionStage<Instance> warmUp() {
        return acquire(Dispatcher.NOBODY);
    }

    /**
     * From now on connections get instances that are started from now on: starts that are under way begin again, instances that serve
     * nobody end, and the others when their last connection has ended.
     *
     * @return all that have run until now
     */
    public List<Instance> retire() {
        List<Instance> old = new ArrayList<>();
        decisions.make(() -> {
            for (PooledInstance pooled : roster.all()) {
                if (pooled.starter != null) {
                    pooled.outdated = true;
                    pooled.starter.interrupt();
                } else if (pooled.instance != null) {
                    old.add(pooled.instance);
                    retire(pooled);
                }
            }
            dispatcher.dispatch();
        });
        return old;
    }

    private void retire(PooledInstance pooled) {
        if (pooled.connections.isEmpty()) {
            work.end(pooled, Instance::stop);
        } else if (pooled.isRunning()) {
            roster.become(pooled, InstanceState.RETIRED);
        }
    }

    /** Those that are there, the oldest first. */
    public List<InstanceView> views() {
        return decisions.look(roster::views);
    }

    /** The oldest instance that takes connections. */
    public Optional<Instance> oldest() {
        return decisions.look(() -> roster.all().stream()
                .filter(PooledInstance::isUsable)
                .flatMap(pooled -> Optional.ofNullable(pooled.instance).stream())
                .findFirst());
    }

    /** Whether the instance of that id is being started. */
    public boolean isStarting(String id) {
        return decisions.look(() -> roster.all().stream()
                .anyMatch(pooled -> pooled.id.equals(id) && pooled.state == InstanceState.STARTING));
    }

    /** The ports on which instances wait for debuggers, by the instances' ids. */
    public Map<String, Integer> debugPorts() {
        return decisions.look(() -> {
            Map<String, Integer> ports = new LinkedHashMap<>();
            roster.views()
                    .forEach(view -> view.debugging().ifPresent(debugging -> ports.put(view.id(), debugging.port())));
            return ports;
        });
    }

    /** Debuggers are attached to these instances and to no others. */
    public void debugged(Set<String> ids) {
        decisions.make(() -> roster.all().stream()
                .filter(pooled -> pooled.debugged != ids.contains(pooled.id))
                .forEach(pooled -> {
                    pooled.debugged = ids.contains(pooled.id);
                    roster.tell(pooled);
                }));
    }

    /** Compares the memory of every instance with its limit; called about once a second. */
    public void checkMemory() {
        decisions.make(() -> memory.check(limits.get()));
    }

    /** Gives up starts that are under way and ends all instances. Blocks until no process of them is left. */
    public void stop() {
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        decisions.make(() -> {
            dispatcher.stop();
            for (PooledInstance pooled : roster.all()) {
                ends.add(pooled.gone);
                Thread starter = pooled.starter;
                if (starter != null) {
                    starter.interrupt();
                } else if (pooled.state == InstanceState.STARTING) {
                    roster.remove(pooled);
                } else {
                    work.end(pooled, Instance::stop);
                }
            }
        });
        ends.forEach(CompletableFuture::join);
        launcher.close();
    }
}
