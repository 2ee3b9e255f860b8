package io.scflocal.core.pool;

import io.scflocal.core.instance.DebuggerWatch;
import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InstanceLauncher;
import io.scflocal.core.instance.InstanceState;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartWatch;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Starts and ends a pool's instances, as it has decided: after the decision, and on an executor, since both block. */
final class InstanceWork {
    private final InstanceLauncher launcher;
    private final InstancePool.Plan plan;
    private final Executor executor;
    private final Decisions decisions;
    private final Roster roster;

    /** What comes of a start; called on the executor. */
    interface Outcome {

        /** The start begins, on this thread, which may be interrupted from now on; false if it is not wanted any more. */
        boolean begins(PooledInstance ordered);

        void started(PooledInstance ordered, Instance instance);

        void failed(PooledInstance ordered, StartFailure failure);
    }

    InstanceWork(
            InstanceLauncher launcher, InstancePool.Plan plan, Executor executor, Decisions decisions, Roster roster) {
        this.launcher = launcher;
        this.plan = plan;
        this.executor = executor;
        this.decisions = decisions;
        this.roster = roster;
    }

    /** Part of a decision: it is started. */
    void start(PooledInstance ordered, Outcome outcome) {
        decisions.cause(() ->
                run(() -> launch(ordered, outcome), () -> outcome.failed(ordered, StartFailure.cancelled(List.of()))));
    }

    /** Part of a decision: it is ended; does nothing if it has not started yet or is being ended already. */
    void end(PooledInstance pooled, Consumer<Instance> how) {
        Instance instance = pooled.instance;
        if (instance != null && pooled.state != InstanceState.STOPPING) {
            roster.become(pooled, InstanceState.STOPPING);
            Runnable ending = () -> how.accept(instance);
            decisions.cause(() -> run(ending, ending));
        }
    }

    private void launch(PooledInstance ordered, Outcome outcome) {
        if (!outcome.begins(ordered)) {
            return;
        }
        try {
            Instance instance = launcher.launch(
                    plan.requests().apply(ordered.id), plan.output().apply(ordered.id), new Debugging(ordered));
            outcome.started(ordered, instance);
        } catch (StartFailure e) {
            outcome.failed(ordered, e);
        } catch (RuntimeException e) {
            outcome.failed(ordered, StartFailure.from(e));
        }
    }

    /** Shows the port for debuggers in the pool during the start; who is attached is seen by the {@link DebuggerWatch}. */
    private final class Debugging implements StartWatch {
        private final PooledInstance starting;

        private Debugging(PooledInstance starting) {
            this.starting = starting;
        }

        @Override
        public void debuggable(int port) {
            decisions.make(() -> {
                starting.debugPort = OptionalInt.of(port);
                roster.tell(starting);
            });
        }

        @Override
        public boolean isDebugged() {
            return decisions.look(() -> starting.debugged);
        }
    }

    private void run(Runnable task, Runnable otherwise) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            otherwise.run();
        }
    }
}
