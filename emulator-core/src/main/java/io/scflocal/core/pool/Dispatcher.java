package io.scflocal.core.pool;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InstanceLauncher;
import io.scflocal.core.instance.InstanceState;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who of those that wait is served by which instance, and when another one is started. Everything but the {@link InstanceWork.Outcome} is
 * part of a decision of the pool, and guarded by its lock.
 */
final class Dispatcher implements InstanceWork.Outcome {
    /** In the place of a request id when an instance is started ahead of the first connection. */
    static final String NOBODY = "";

    private final InstanceLauncher launcher;
    private final Supplier<PoolLimits> limits;
    private final Decisions decisions;
    private final Roster roster;
    private final InstanceWork work;
    private final WaitingLine waiting;
    private final StartNotices notices;
    private final Map<String, PooledInstance> served = new LinkedHashMap<>();
    private boolean known;
    private boolean stopped;

    Dispatcher(
            InstanceLauncher launcher,
            Supplier<PoolLimits> limits,
            Decisions decisions,
            Roster roster,
            InstanceWork work) {
        this.launcher = launcher;
        this.limits = limits;
        this.decisions = decisions;
        this.roster = roster;
        this.work = work;
        waiting = new WaitingLine(decisions);
        notices = new StartNotices(roster);
    }

    /** Somebody wants to be served. */
    void join(String requestId, CompletableFuture<Instance> result) {
        waiting.join(requestId, result);
        if (stopped) {
            waiting.refuse(requestId, StartFailure.cancelled(List.of()));
        } else {
            dispatch();
        }
    }

    /** Somebody is not to be served any more; who has served it is told, if anybody has. */
    Optional<PooledInstance> leave(String requestId) {
        waiting.leave(requestId);
        return Optional.ofNullable(served.remove(requestId));
    }

    /** From now on nobody is served any more. */
    void stop() {
        stopped = true;
        waiting.refuseAllBut(0, StartFailure.cancelled(List.of()));
    }

    /** Something has changed: serves whom it can, starts what is needed, and refuses the others. */
    void dispatch() {
        PoolLimits now = limits.get();
        int expected = 0;
        for (String requestId : waiting.requestIds()) {
            Optional<PooledInstance> free = roster.free(now.concurrency());
            if (free.isPresent()) {
                serve(requestId, free.get(), free.get().instance);
            } else if (++expected > roomOfStarts(now) && !startOneMore(now)) {
                refuse(requestId, now);
            }
        }
    }

    private void serve(String requestId, PooledInstance pooled, @Nullable Instance instance) {
        if (instance == null) {
            throw new IllegalStateException("an instance that takes connections runs");
        }
        if (!requestId.equals(NOBODY)) {
            pooled.connections.add(requestId);
            served.put(requestId, pooled);
            roster.become(pooled, InstanceState.SERVING);
        }
        waiting.serve(requestId, instance);
    }

    private long roomOfStarts(PoolLimits now) {
        long starting = roster.starting();
        return starting > 0 && !known && !launcher.alwaysSeparates() ? Long.MAX_VALUE : starting * now.concurrency();
    }

    private boolean startOneMore(PoolLimits now) {
        if (!roster.hasRoom(now.maxInstances())) {
            return roster.isOneLeaving();
        }
        work.start(roster.order(), this);
        return true;
    }

    private void refuse(String requestId, PoolLimits now) {
        waiting.refuse(
                requestId,
                new StartFailure(
                        StartProblem.RESOURCE_LIMIT,
                        now.maxInstances() == 1
                                ? "The one instance that may run is busy."
                                : "All " + now.maxInstances() + " instances that may run are busy.",
                        List.of(Integer.toString(now.maxInstances()), Integer.toString(now.concurrency())),
                        List.of()));
    }

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
                work.end(ordered, Instance::stop);
            } else {
                notices.tell(instance, !known, limits.get().debug());
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
                waiting.refuseAllBut(roomOfStarts(limits.get()), failure);
            }
        });
    }

    /** From here on nobody interrupts this thread any more; an interrupt that came too late is taken back. */
    private static void interruptNoMore(PooledInstance ordered) {
        ordered.starter = null;
        Thread.interrupted();
    }

    private void gone(PooledInstance pooled) {
        roster.remove(pooled);
        if (!stopped) {
            dispatch();
        }
    }
}
