package io.scflocal.core.instance;

import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.platform.Interpreter;
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
import java.util.function.Consumer;
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
    /** In the place of a request id when an instance is started ahead of the first connection. */
    private static final String NOBODY = "";

    private final InstanceLauncher launcher;
    private final Plan plan;
    private final InstanceWork work;
    private final Decisions decisions = new Decisions();
    private final Roster roster;
    private final WaitingLine waiting = new WaitingLine(decisions);
    private final Map<String, PooledInstance> served = new LinkedHashMap<>();
    private boolean known;
    private boolean stopped;

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
        this.plan = plan;
        work = new InstanceWork(launcher, plan, executor);
        roster = new Roster(ticker, decisions, listener);
    }

    @Override
    public CompletionStage<Instance> acquire(String requestId) {
        CompletableFuture<Instance> result = new CompletableFuture<>();
        decisions.make(() -> {
            waiting.join(requestId, result);
            if (stopped) {
                waiting.refuse(requestId, StartFailure.cancelled(List.of()));
            } else {
                dispatch();
            }
        });
        return result.minimalCompletionStage();
    }

    @Override
    public void release(String requestId, FunctionStatus status) {
        decisions.make(() -> {
            waiting.leave(requestId);
            PooledInstance serving = served.remove(requestId);
            if (serving != null) {
                released(serving, requestId, status);
                dispatch();
            }
        });
    }

    private void released(PooledInstance serving, String requestId, FunctionStatus status) {
        serving.connections.remove(requestId);
        boolean alone = serving.room(limits().concurrency()) == 1;
        boolean outOfTime = status == FunctionStatus.TIME_LIMIT_REACHED && alone && serving.isUsable();
        boolean drained = serving.state == InstanceState.RETIRED && serving.connections.isEmpty();
        if (outOfTime || drained) {
            end(serving, Instance::stop);
        } else if (serving.connections.isEmpty() && serving.state == InstanceState.SERVING) {
            roster.become(serving, InstanceState.WARM);
        } else {
            roster.tell(serving);
        }
    }

    /** Starts an instance if there is none, so that the first connection finds it warm; a warm-up that still waits is given up for it. */
    public CompletionStage<Instance> warmUp() {
        return acquire(NOBODY);
    }

    /**
     * From now on connections get instances that are started from now on: starts that are under way begin again, instances that serve
     * nobody end, and the others when their last connection has ended.
     *
     * @return those others
     */
    public List<Instance> retire() {
        List<Instance> serving = new ArrayList<>();
        decisions.make(() -> {
            for (PooledInstance pooled : roster.all()) {
                Instance instance = pooled.instance;
                if (pooled.starter != null) {
                    pooled.outdated = true;
                    pooled.starter.interrupt();
                } else if (instance != null && pooled.connections.isEmpty()) {
                    end(pooled, Instance::stop);
                } else if (instance != null && pooled.isRunning()) {
                    roster.become(pooled, InstanceState.RETIRED);
                    serving.add(instance);
                }
            }
            dispatch();
        });
        return serving;
    }

    /** Those that are there, the oldest first. */
    public List<InstanceView> views() {
        return decisions.look(roster::views);
    }

    /** Grows whenever an instance has another state or another number of connections. Cheap. */
    public long changes() {
        return roster.changes();
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
    Map<String, Integer> debugPorts() {
        return decisions.look(() -> {
            Map<String, Integer> ports = new LinkedHashMap<>();
            roster.views()
                    .forEach(view -> view.debugging().ifPresent(debugging -> ports.put(view.id(), debugging.port())));
            return ports;
        });
    }

    /** Debuggers are attached to these instances and to no others. */
    void debugged(Set<String> ids) {
        decisions.make(() -> roster.all().stream()
                .filter(pooled -> pooled.debugged != ids.contains(pooled.id))
                .forEach(pooled -> {
                    pooled.debugged = ids.contains(pooled.id);
                    roster.tell(pooled);
                }));
    }

    /** Compares the memory of every instance with its limit; called about once a second. */
    public void checkMemory() {
        decisions.make(() -> {
            PoolLimits limits = limits();
            long limit = (long) limits.memoryMb() << 20;
            for (PooledInstance pooled : roster.all()) {
                Instance instance = pooled.instance;
                if (instance != null && pooled.isRunning() && instance.memoryBytes() > limit) {
                    memoryExceeded(pooled, instance.memoryBytes(), limits);
                }
            }
        });
    }

    private void memoryExceeded(PooledInstance pooled, long bytes, PoolLimits limits) {
        if (!pooled.memoryTold) {
            pooled.memoryTold = true;
            roster.notice(
                    InstanceNotice.Kind.MEMORY_EXCEEDED,
                    pooled.id,
                    Long.toString(bytes >> 20),
                    Integer.toString(limits.memoryMb()));
        }
        if (limits.enforceMemory()) {
            end(pooled, instance -> instance.kill(EndCause.MEMORY_LIMIT));
        }
    }

    /** Gives up starts that are under way and ends all instances. Blocks until no process of them is left. */
    public void stop() {
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        decisions.make(() -> {
            stopped = true;
            waiting.refuseAllBut(0, StartFailure.cancelled(List.of()));
            for (PooledInstance pooled : roster.all()) {
                ends.add(pooled.gone);
                Thread starter = pooled.starter;
                if (starter != null) {
                    starter.interrupt();
                } else if (pooled.state == InstanceState.STARTING) {
                    roster.remove(pooled);
                } else {
                    end(pooled, Instance::stop);
                }
            }
        });
        ends.forEach(CompletableFuture::join);
        launcher.close();
    }

    private PoolLimits limits() {
        return plan.limits().get();
    }

    private void dispatch() {
        PoolLimits limits = limits();
        int expected = 0;
        for (String requestId : waiting.requestIds()) {
            Optional<PooledInstance> free = roster.free(limits.concurrency());
            if (free.isPresent()) {
                serve(requestId, free.get());
            } else if (++expected > roomOfStarts(limits) && !startOneMore(limits)) {
                refuse(requestId, limits);
            }
        }
    }

    private void serve(String requestId, PooledInstance pooled) {
        Instance instance = pooled.instance;
        if (instance == null) {
            return;
        }
        if (!requestId.equals(NOBODY)) {
            pooled.connections.add(requestId);
            served.put(requestId, pooled);
            roster.become(pooled, InstanceState.SERVING);
        }
        waiting.serve(requestId, instance);
    }

    private long roomOfStarts(PoolLimits limits) {
        long starting = roster.starting();
        return starting > 0 && !known && !launcher.alwaysSeparates() ? Long.MAX_VALUE : starting * limits.concurrency();
    }

    private boolean startOneMore(PoolLimits limits) {
        if (!roster.hasRoom(limits.maxInstances())) {
            return roster.isOneLeaving();
        }
        PooledInstance ordered = roster.order();
        decisions.cause(() -> work.start(ordered, new Starts()));
        return true;
    }

    private void refuse(String requestId, PoolLimits limits) {
        waiting.refuse(
                requestId,
                new StartFailure(
                        StartProblem.RESOURCE_LIMIT,
                        "All " + limits.maxInstances() + " instances that may run are busy.",
                        List.of(Integer.toString(limits.maxInstances()), Integer.toString(limits.concurrency())),
                        List.of()));
    }

    private void end(PooledInstance pooled, Consumer<Instance> how) {
        Instance instance = pooled.instance;
        if (instance != null && pooled.state != InstanceState.STOPPING) {
            roster.become(pooled, InstanceState.STOPPING);
            decisions.cause(() -> work.end(instance, how));
        }
    }

    /** What comes of starts, on the executor. */
    private final class Starts implements InstanceWork.Outcome {

        @Override
        public boolean begins(PooledInstance ordered) {
            return decisions.look(() -> {
                if (!stopped) {
                    ordered.starter = Thread.currentThread();
                }
                return !stopped;
            });
        }

        @Override
        public void started(PooledInstance ordered, Instance instance) {
            decisions.make(() -> {
                interruptNoMore(ordered);
                ordered.instance = instance;
                roster.become(ordered, InstanceState.WARM);
                if (stopped || ordered.outdated) {
                    end(ordered, Instance::stop);
                } else {
                    notices(instance);
                    known = true;
                }
                dispatch();
            });
            instance.exited().thenRun(() -> decisions.make(() -> gone(ordered)));
        }

        @Override
        public void failed(PooledInstance ordered, StartFailure failure) {
            decisions.make(() -> {
                interruptNoMore(ordered);
                roster.remove(ordered);
                if (ordered.outdated && !stopped) {
                    dispatch();
                } else {
                    // As many as would have been served by it; the others wait for other starts.
                    waiting.refuseAllBut(roomOfStarts(limits()), failure);
                }
            });
        }

        /** From here on nobody interrupts this thread any more; an interrupt that came too late is taken back. */
        private void interruptNoMore(PooledInstance ordered) {
            ordered.starter = null;
            Thread.interrupted();
        }

        private void notices(Instance instance) {
            if (instance.separation() == Separation.SHARED && !known) {
                roster.notice(InstanceNotice.Kind.SHARED_PROCESS, instance.id());
            }
            if (instance.debugPort().isEmpty() && limits().debug()) {
                roster.notice(InstanceNotice.Kind.NOT_DEBUGGABLE, instance.id());
            }
            if (instance.loopbackOnly()) {
                String port = Integer.toString(instance.address().getPort());
                roster.notice(InstanceNotice.Kind.LOOPBACK_ONLY, instance.id(), port);
            }
            if (!known) {
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

        private void gone(PooledInstance pooled) {
            roster.remove(pooled);
            if (!stopped) {
                dispatch();
            }
        }
    }
}
