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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
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

    private final Ticker ticker;
    private final InstanceLauncher launcher;
    private final Plan plan;
    private final InstanceListener listener;
    private final Executor executor;

    private final List<PooledInstance> instances = new ArrayList<>();
    private final Map<String, PooledInstance> served = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<Instance>> waiting = new LinkedHashMap<>();
    private final List<Runnable> outbox = new ArrayList<>();
    private int launches;
    private boolean known;
    private boolean stopped;
    private volatile long changes;

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
        this.ticker = ticker;
        this.launcher = launcher;
        this.plan = plan;
        this.listener = listener;
        this.executor = executor;
    }

    @Override
    public CompletionStage<Instance> acquire(String requestId) {
        CompletableFuture<Instance> result = new CompletableFuture<>();
        change(() -> {
            if (stopped) {
                outbox.add(() -> result.completeExceptionally(cancelled()));
            } else {
                waiting.put(requestId, result);
                dispatch();
            }
        });
        return result.minimalCompletionStage();
    }

    @Override
    public void release(String requestId, FunctionStatus status) {
        change(() -> {
            waiting.remove(requestId);
            PooledInstance serving = served.remove(requestId);
            if (serving == null) {
                return;
            }
            serving.connections.remove(requestId);
            boolean alone = serving.room(limits().concurrency()) == 1;
            if (status == FunctionStatus.TIME_LIMIT_REACHED && alone && serving.isUsable()) {
                end(serving, Instance::stop);
            } else if (serving.connections.isEmpty() && serving.state == InstanceState.SERVING) {
                become(serving, InstanceState.WARM);
            } else {
                told(serving);
            }
            dispatch();
        });
    }

    /** Starts an instance if there is none, so that the first connection finds it warm. */
    public CompletionStage<Instance> warmUp() {
        return acquire(NOBODY);
    }

    /** Those that are there, the oldest first. */
    public List<InstanceView> views() {
        synchronized (instances) {
            long now = ticker.nanos();
            return instances.stream().map(instance -> instance.view(now)).toList();
        }
    }

    /** Grows whenever an instance has another state or another number of connections. Cheap. */
    public long changes() {
        return changes;
    }

    /** The oldest instance that runs. */
    public Optional<Instance> oldest() {
        synchronized (instances) {
            return instances.stream()
                    .filter(PooledInstance::isUsable)
                    .flatMap(pooled -> Optional.ofNullable(pooled.instance).stream())
                    .findFirst();
        }
    }

    /** Whether the instance of that id is being started. */
    public boolean isStarting(String id) {
        synchronized (instances) {
            return instances.stream()
                    .anyMatch(pooled -> pooled.id.equals(id) && pooled.state == InstanceState.STARTING);
        }
    }

    /** Compares the memory of every instance with its limit; called about once a second. */
    public void checkMemory() {
        change(() -> {
            PoolLimits limits = limits();
            long limit = (long) limits.memoryMb() << 20;
            for (PooledInstance pooled : List.copyOf(instances)) {
                Instance instance = pooled.instance;
                if (instance != null && pooled.isUsable() && instance.memoryBytes() > limit) {
                    memoryExceeded(pooled, instance.memoryBytes(), limits);
                }
            }
        });
    }

    private void memoryExceeded(PooledInstance pooled, long bytes, PoolLimits limits) {
        if (!pooled.memoryTold) {
            pooled.memoryTold = true;
            notice(
                    InstanceNotice.Kind.MEMORY_EXCEEDED,
                    pooled.id,
                    List.of(Long.toString(bytes >> 20), Integer.toString(limits.memoryMb())));
        }
        if (limits.enforceMemory()) {
            end(pooled, instance -> instance.kill(EndCause.MEMORY_LIMIT));
        }
    }

    /** Gives up starts that are under way and ends all instances. Blocks until no process of them is left. */
    public void stop() {
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        change(() -> {
            stopped = true;
            waiting.values().forEach(waiter -> outbox.add(() -> waiter.completeExceptionally(cancelled())));
            waiting.clear();
            for (PooledInstance pooled : List.copyOf(instances)) {
                ends.add(pooled.gone);
                Thread starter = pooled.starter;
                if (starter != null) {
                    starter.interrupt();
                } else if (pooled.state == InstanceState.STARTING) {
                    remove(pooled);
                } else if (pooled.state != InstanceState.STOPPING) {
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

    /** Runs what changes the pool under its lock, and what it has put into the outbox after that. */
    private void change(Runnable decision) {
        List<Runnable> afterwards;
        synchronized (instances) {
            decision.run();
            afterwards = List.copyOf(outbox);
            outbox.clear();
        }
        afterwards.forEach(Runnable::run);
    }

    private void dispatch() {
        PoolLimits limits = limits();
        int expected = 0;
        for (String requestId : List.copyOf(waiting.keySet())) {
            Optional<PooledInstance> free = instances.stream()
                    .filter(pooled ->
                            pooled.isUsable() && pooled.connections.size() < pooled.room(limits.concurrency()))
                    .findFirst();
            if (free.isPresent()) {
                serve(requestId, free.get());
            } else if (++expected > roomOfStarts(limits) && !startOneMore(limits)) {
                refuse(requestId, limits);
            }
        }
    }

    private void serve(String requestId, PooledInstance pooled) {
        CompletableFuture<Instance> waiter = waiting.remove(requestId);
        Instance instance = pooled.instance;
        if (!requestId.equals(NOBODY)) {
            pooled.connections.add(requestId);
            served.put(requestId, pooled);
            become(pooled, InstanceState.SERVING);
        }
        outbox.add(() -> waiter.complete(instance));
    }

    private long roomOfStarts(PoolLimits limits) {
        long starting = instances.stream()
                .filter(pooled -> pooled.state == InstanceState.STARTING)
                .count();
        return starting > 0 && !known && !launcher.alwaysSeparates() ? Long.MAX_VALUE : starting * limits.concurrency();
    }

    private boolean startOneMore(PoolLimits limits) {
        boolean shared = instances.stream().anyMatch(pooled -> pooled.room(1) > 1);
        if (instances.size() >= (shared ? 1 : limits.maxInstances())) {
            // One that is dying makes room soon; its port may be the one that the next needs.
            return instances.stream().anyMatch(pooled -> !pooled.isUsable() && pooled.state != InstanceState.STARTING);
        }
        PooledInstance ordered = new PooledInstance(name(launches++), ticker.nanos());
        instances.add(ordered);
        told(ordered);
        outbox.add(() -> run(() -> start(ordered), () -> failed(ordered, cancelled())));
        return true;
    }

    private void refuse(String requestId, PoolLimits limits) {
        CompletableFuture<Instance> waiter = waiting.remove(requestId);
        StartFailure failure = new StartFailure(
                StartProblem.RESOURCE_LIMIT,
                "All " + limits.maxInstances() + " instances that may run are busy.",
                List.of(Integer.toString(limits.maxInstances()), Integer.toString(limits.concurrency())),
                List.of());
        outbox.add(() -> waiter.completeExceptionally(failure));
    }

    /** On the executor. */
    private void start(PooledInstance ordered) {
        synchronized (instances) {
            if (stopped) {
                // Removed by stop().
                return;
            }
            ordered.starter = Thread.currentThread();
        }
        try {
            Instance instance = launcher.launch(
                    plan.requests().apply(ordered.id), plan.output().apply(ordered.id));
            started(ordered, instance);
        } catch (StartFailure e) {
            failed(ordered, e);
        } catch (RuntimeException e) {
            failed(
                    ordered,
                    new StartFailure(
                            StartProblem.NOT_STARTED,
                            "The start file was not started: " + e,
                            List.of(e.toString()),
                            List.of()));
        }
    }

    private void started(PooledInstance ordered, Instance instance) {
        change(() -> {
            interruptNoMore(ordered);
            ordered.instance = instance;
            become(ordered, InstanceState.WARM);
            if (stopped) {
                end(ordered, Instance::stop);
                return;
            }
            notices(instance);
            known = true;
            dispatch();
        });
        instance.exited().thenRun(() -> change(() -> gone(ordered)));
    }

    private void notices(Instance instance) {
        if (instance.separation() == Separation.SHARED && !known) {
            notice(InstanceNotice.Kind.SHARED_PROCESS, instance.id(), List.of());
        }
        if (instance.loopbackOnly()) {
            String port = Integer.toString(instance.address().getPort());
            notice(InstanceNotice.Kind.LOOPBACK_ONLY, instance.id(), List.of(port));
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
        notice(
                InstanceNotice.Kind.INTERPRETER_VERSION,
                "",
                List.of(
                        platform.language().title(),
                        platform.release(),
                        mapping.localVersion(),
                        mapping.localPath(),
                        platform.directory()));
    }

    private void notice(InstanceNotice.Kind kind, String instance, List<String> details) {
        outbox.add(() -> listener.noticed(new InstanceNotice(kind, instance, details)));
    }

    private void failed(PooledInstance ordered, StartFailure failure) {
        change(() -> {
            interruptNoMore(ordered);
            remove(ordered);
            // As many as would have been served by it; the others wait for other starts.
            long stillExpected = roomOfStarts(limits());
            List<String> waiters = List.copyOf(waiting.keySet());
            waiters.stream().limit(Math.max(0, waiters.size() - stillExpected)).forEach(requestId -> {
                CompletableFuture<Instance> waiter = waiting.remove(requestId);
                outbox.add(() -> waiter.completeExceptionally(failure));
            });
        });
    }

    /** From here on {@link #stop()} interrupts this thread no more; an interrupt that came too late is taken back. */
    private static void interruptNoMore(PooledInstance ordered) {
        ordered.starter = null;
        Thread.interrupted();
    }

    private void end(PooledInstance pooled, Consumer<Instance> how) {
        Instance instance = pooled.instance;
        if (instance != null && pooled.state != InstanceState.STOPPING) {
            become(pooled, InstanceState.STOPPING);
            outbox.add(() -> run(() -> how.accept(instance), () -> how.accept(instance)));
        }
    }

    private void gone(PooledInstance pooled) {
        remove(pooled);
        if (!stopped) {
            dispatch();
        }
    }

    private void remove(PooledInstance pooled) {
        if (instances.remove(pooled)) {
            become(pooled, InstanceState.ENDED);
            outbox.add(() -> pooled.gone.complete(null));
        }
    }

    private void become(PooledInstance pooled, InstanceState next) {
        pooled.state = next;
        told(pooled);
    }

    private void told(PooledInstance pooled) {
        changes++;
        InstanceView view = pooled.view(ticker.nanos());
        outbox.add(() -> listener.instanceChanged(view));
    }

    private void run(Runnable task, Runnable otherwise) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            otherwise.run();
        }
    }

    /** A, B, … Z, A1, B1, … */
    private static String name(int index) {
        int letters = 26;
        String letter = String.valueOf((char) ('A' + index % letters));
        return index < letters ? letter : letter + index / letters;
    }

    private static StartFailure cancelled() {
        return new StartFailure(StartProblem.CANCELLED, "The start was given up.", List.of(), List.of());
    }
}
