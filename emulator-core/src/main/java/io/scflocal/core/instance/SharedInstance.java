package io.scflocal.core.instance;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One instance for all connections, started for the first of them and again for the next one after it has died. Once stopped it stays
 * stopped.
 *
 * <p>Thread-safe.
 */
public final class SharedInstance implements InstanceProvider {
    private final InstanceLauncher launcher;
    private final Supplier<LaunchRequest> requests;
    private final OutputListener output;
    private final Executor executor;

    private @Nullable CompletableFuture<Instance> latest;
    private @Nullable Thread starter;
    private boolean queued;
    private boolean stopped;

    /**
     * @param launcher starts the instance
     * @param requests asked before every start, on the executor
     * @param output receives what the instance prints
     * @param executor runs starts, one at a time; they block
     */
    public SharedInstance(
            InstanceLauncher launcher, Supplier<LaunchRequest> requests, OutputListener output, Executor executor) {
        this.launcher = launcher;
        this.requests = requests;
        this.output = output;
        this.executor = executor;
    }

    /** {@inheritDoc} Calls during a start share that start; after {@link #stop()} it fails with {@link StartProblem#CANCELLED}. */
    @Override
    public CompletionStage<Instance> acquire() {
        CompletableFuture<Instance> start = new CompletableFuture<>();
        Optional<Instance> previous;
        synchronized (this) {
            if (stopped) {
                return CompletableFuture.failedStage(cancelled());
            }
            if (latest != null && isUsable(latest)) {
                return latest.minimalCompletionStage();
            }
            previous = Optional.ofNullable(latest).flatMap(SharedInstance::startedBy);
            latest = start;
            queued = true;
        }
        try {
            executor.execute(() -> run(start, previous));
        } catch (RejectedExecutionException e) {
            start.completeExceptionally(cancelled());
        }
        return start.minimalCompletionStage();
    }

    /** The instance that is running; empty during a start. */
    public synchronized Optional<Instance> current() {
        return Optional.ofNullable(latest).flatMap(SharedInstance::startedBy).filter(Instance::isAlive);
    }

    /** Gives up a start that is under way and ends the instance. Blocks until no process of it is left. */
    public void stop() {
        CompletableFuture<Instance> start;
        boolean neverBegins;
        synchronized (this) {
            stopped = true;
            start = latest;
            neverBegins = queued;
            queued = false;
            if (starter != null) {
                starter.interrupt();
            }
        }
        if (start != null && neverBegins) {
            start.completeExceptionally(cancelled());
        }
        if (start != null) {
            start.handle((instance, failure) -> Optional.ofNullable(instance))
                    .join()
                    .ifPresent(Instance::stop);
        }
    }

    private void run(CompletableFuture<Instance> start, Optional<Instance> previous) {
        synchronized (this) {
            if (stopped) {
                // Completed by stop().
                return;
            }
            queued = false;
            starter = Thread.currentThread();
        }
        try {
            // Children of a dead root may still hold the port.
            previous.ifPresent(Instance::stop);
            Instance instance = launcher.launch(requests.get(), output);
            release();
            start.complete(instance);
        } catch (StartFailure | RuntimeException e) {
            release();
            start.completeExceptionally(asFailure(e));
        }
    }

    /** From here on {@link #stop()} interrupts this thread no more; an interrupt that came too late is taken back. */
    private synchronized void release() {
        starter = null;
        Thread.interrupted();
    }

    private static boolean isUsable(CompletableFuture<Instance> start) {
        return !start.isDone() || startedBy(start).filter(Instance::isAlive).isPresent();
    }

    private static Optional<Instance> startedBy(CompletableFuture<Instance> start) {
        return start.isDone() && !start.isCompletedExceptionally() ? Optional.of(start.join()) : Optional.empty();
    }

    private static StartFailure asFailure(Exception e) {
        return e instanceof StartFailure failure
                ? failure
                : new StartFailure(
                        StartProblem.NOT_STARTED,
                        "The start file was not started: " + e,
                        List.of(e.toString()),
                        List.of());
    }

    private static StartFailure cancelled() {
        return new StartFailure(StartProblem.CANCELLED, "The start was given up.", List.of(), List.of());
    }
}
