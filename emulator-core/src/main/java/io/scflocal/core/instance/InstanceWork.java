package io.scflocal.core.instance;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Starts and ends a pool's instances, several at the same time.
 *
 * @param launcher starts them
 * @param plan says with what
 * @param executor where it is done, since it blocks
 */
record InstanceWork(InstanceLauncher launcher, InstancePool.Plan plan, Executor executor) {

    /** What comes of a start; called on the executor. */
    interface Outcome {

        /** The start begins, on this thread, which may be interrupted from now on; false if it is not wanted any more. */
        boolean begins(PooledInstance ordered);

        void started(PooledInstance ordered, Instance instance);

        void failed(PooledInstance ordered, StartFailure failure);
    }

    void start(PooledInstance ordered, Outcome outcome) {
        run(() -> launch(ordered, outcome), () -> outcome.failed(ordered, StartFailure.cancelled(List.of())));
    }

    void end(Instance instance, Consumer<Instance> how) {
        run(() -> how.accept(instance), () -> how.accept(instance));
    }

    private void launch(PooledInstance ordered, Outcome outcome) {
        if (!outcome.begins(ordered)) {
            return;
        }
        try {
            Instance instance = launcher.launch(
                    plan.requests().apply(ordered.id), plan.output().apply(ordered.id));
            outcome.started(ordered, instance);
        } catch (StartFailure e) {
            outcome.failed(ordered, e);
        } catch (RuntimeException e) {
            outcome.failed(ordered, StartFailure.from(e));
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
