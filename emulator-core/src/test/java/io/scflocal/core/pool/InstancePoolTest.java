package io.scflocal.core.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InstanceListener;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.InstanceState;
import io.scflocal.core.instance.LaunchRequest;
import io.scflocal.core.instance.Separation;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.instance.StartWatch;
import io.scflocal.core.instance.StubInstance;
import io.scflocal.core.output.OutputListener;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.time.Await;
import io.scflocal.core.time.Ticker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InstancePoolTest implements InstanceListener {
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<StubInstance> launched = new CopyOnWriteArrayList<>();
    private final List<InstanceNotice> notices = new CopyOnWriteArrayList<>();
    private volatile PoolLimits limits = new PoolLimits(3, 1, 128, false, false);
    private volatile Separation separation = Separation.SANDBOX;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean broken;
    private volatile boolean waitsAtTheGate;
    private final InstancePool pool = new InstancePool(
            Ticker.system(),
            this::launch,
            new InstancePool.Plan(() -> limits, InstancePoolTest::request, id -> (stream, line) -> {}),
            this,
            executor);

    @AfterEach
    void stop() {
        gate.countDown();
        pool.stop();
        executor.shutdownNow();
        assertEquals(List.of(), pool.views());
        launched.forEach(instance -> assertFalse(instance.isAlive()));
    }

    @Test
    void everyConnectionHasAnInstanceOfItsOwn() throws Exception {
        Instance first = get("1");
        assertNotSame(first, get("2"));
        assertEquals(
                List.of("A serving 1", "B serving 1"),
                pool.views().stream()
                        .map(view -> view.id() + " " + view.state().id() + " " + view.connections())
                        .toList());
    }

    @Test
    void aLaterConnectionTakesOverAWarmInstance() throws Exception {
        Instance first = get("1");
        get("2");
        pool.release("1", FunctionStatus.SUCCESS);
        assertEquals(InstanceState.WARM, pool.views().get(0).state());
        assertSame(first, get("3"));
    }

    @Test
    void theInstanceThatWasWarmedUpServesTheFirst() throws Exception {
        Instance warm = pool.warmUp().toCompletableFuture().get();
        assertEquals(0, pool.views().get(0).connections());
        assertSame(warm, get("1"));
        assertNotSame(warm, get("2"));
    }

    @Test
    void anInstanceTakesAsManyConnectionsAsIsSet() throws Exception {
        limits = new PoolLimits(3, 2, 128, false, false);
        Instance first = get("1");
        assertSame(first, get("2"));
        assertNotSame(first, get("3"));
    }

    @Test
    void connectionsThatWaitForAStartShareIt() throws Exception {
        limits = new PoolLimits(3, 2, 128, false, false);
        get("0");
        get("0'");
        gate = new CountDownLatch(1);
        CompletionStage<Instance> one = pool.acquire("1");
        CompletionStage<Instance> two = pool.acquire("2");
        gate.countDown();
        assertSame(one.toCompletableFuture().get(), two.toCompletableFuture().get());
    }

    @Test
    void moreThanMayRunIsRefusedWith432() throws Exception {
        limits = new PoolLimits(2, 1, 128, false, false);
        get("1");
        get("2");
        StartFailure failure = failureOf(pool.acquire("3"));
        assertEquals(StartProblem.RESOURCE_LIMIT, failure.problem());
        assertEquals(432, failure.status().code());
        assertEquals(List.of("2", "1"), failure.details());
        pool.release("1", FunctionStatus.SUCCESS);
        get("4");
    }

    @Test
    void whoeverWaitsTakesAnInstanceThatBecomesFree() throws Exception {
        Instance first = get("1");
        gate = new CountDownLatch(1);
        CompletionStage<Instance> waiting = pool.acquire("2");
        pool.release("1", FunctionStatus.SUCCESS);
        assertSame(first, waiting.toCompletableFuture().get(5, TimeUnit.SECONDS));
    }

    @Test
    void aClientThatLeavesWhileItWaitsHoldsNothing() throws Exception {
        gate = new CountDownLatch(1);
        CompletionStage<Instance> left = pool.acquire("1");
        pool.release("1", FunctionStatus.REQUEST_CANCELED);
        gate.countDown();
        Await.until("warm", () -> pool.views().get(0).state() == InstanceState.WARM);
        assertFalse(left.toCompletableFuture().isDone());
        assertEquals("A", get("2").id());
    }

    @Test
    void anInstanceThatDiesLeavesThePool() throws Exception {
        Instance first = get("1");
        first.stop();
        Await.until("end", () -> pool.views().isEmpty());
        assertNotSame(first, get("2"));
        pool.release("1", FunctionStatus.USER_PROCESS_EXIT);
        assertEquals(1, pool.views().size());
    }

    @Test
    void theExecutionTimeoutRecyclesAnInstanceThatServesOneConnection() throws Exception {
        Instance first = get("1");
        pool.release("1", FunctionStatus.TIME_LIMIT_REACHED);
        Await.until("end", () -> !first.isAlive());
        limits = new PoolLimits(3, 2, 128, false, false);
        Instance second = get("2");
        pool.release("2", FunctionStatus.TIME_LIMIT_REACHED);
        assertSame(second, get("3"));
    }

    @Test
    void tooMuchMemoryIsToldOnceAndEndsTheInstanceWhenEnforced() throws Exception {
        StubInstance instance = (StubInstance) get("1");
        instance.memoryBytes = 200L << 20;
        pool.checkMemory();
        pool.checkMemory();
        assertEquals(
                List.of(new InstanceNotice(InstanceNotice.Kind.MEMORY_EXCEEDED, "A", List.of("200", "128"))), notices);
        limits = new PoolLimits(3, 1, 128, false, true);
        pool.checkMemory();
        Await.until("end", () -> !instance.isAlive());
        assertEquals(EndCause.MEMORY_LIMIT, instance.endCause());
    }

    @Test
    void aFailedStartFailsItsConnectionAndIsTriedAgain() throws Exception {
        broken = true;
        assertEquals(
                StartProblem.EXITED_BEFORE_READY, failureOf(pool.acquire("1")).problem());
        assertEquals(List.of(), pool.views());
        broken = false;
        assertEquals("B", get("2").id());
    }

    @Test
    void aSharedInstanceTakesAllConnections() throws Exception {
        separation = Separation.SHARED;
        gate = new CountDownLatch(1);
        CompletionStage<Instance> first = pool.acquire("1");
        CompletionStage<Instance> second = pool.acquire("2");
        gate.countDown();
        assertSame(
                first.toCompletableFuture().get(), second.toCompletableFuture().get());
        for (int i = 3; i < 50; i++) {
            assertSame(first.toCompletableFuture().get(), get(Integer.toString(i)));
        }
        assertEquals(
                List.of(InstanceNotice.Kind.SHARED_PROCESS),
                notices.stream().map(InstanceNotice::kind).toList());
    }

    @Test
    void anInstanceOfBeforeAReloadServesWhomItServesAndNobodyElse() throws Exception {
        limits = new PoolLimits(1, 1, 128, false, false);
        Instance old = get("1");
        assertEquals(List.of(old), pool.retire());
        assertEquals(InstanceState.RETIRED, pool.views().get(0).state());
        assertNotSame(old, get("2"));
        pool.release("1", FunctionStatus.SUCCESS);
        Await.until("end", () -> !old.isAlive() && pool.views().size() == 1);
        pool.release("2", FunctionStatus.SUCCESS);
        assertEquals(1, pool.retire().size());
        Await.until("end of a warm one", () -> pool.views().isEmpty());
    }

    @Test
    void aSharedInstanceOfBeforeAReloadGoesBeforeTheNextIsStarted() throws Exception {
        separation = Separation.SHARED;
        Instance old = get("1");
        pool.retire();
        CompletionStage<Instance> waiting = pool.acquire("2");
        assertEquals(1, pool.views().size());
        pool.release("1", FunctionStatus.SUCCESS);
        assertNotSame(old, waiting.toCompletableFuture().get(10, TimeUnit.SECONDS));
        assertFalse(old.isAlive());
    }

    @Test
    void aReloadBeginsStartsAnewThatAreUnderWay() throws Exception {
        gate = new CountDownLatch(1);
        CompletionStage<Instance> waiting = pool.acquire("1");
        CompletionStage<Instance> warmUp = pool.warmUp();
        Await.until("start", () -> waitsAtTheGate);
        CountDownLatch afterReload = new CountDownLatch(1);
        gate = afterReload;
        pool.retire();
        CompletionStage<Instance> nextWarmUp = pool.warmUp();
        afterReload.countDown();
        assertEquals(StartProblem.CANCELLED, failureOf(warmUp).problem());
        assertEquals(
                "B", waiting.toCompletableFuture().get(10, TimeUnit.SECONDS).id());
        nextWarmUp.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void stopGivesUpAStartThatIsUnderWay() throws Exception {
        gate = new CountDownLatch(1);
        CompletionStage<Instance> start = pool.acquire("1");
        pool.stop();
        assertEquals(StartProblem.CANCELLED, failureOf(start).problem());
        assertEquals(StartProblem.CANCELLED, failureOf(pool.acquire("2")).problem());
    }

    @Override
    public void noticed(InstanceNotice notice) {
        notices.add(notice);
    }

    private Instance launch(LaunchRequest request, OutputListener output, StartWatch watch) throws StartFailure {
        try {
            CountDownLatch opening = gate;
            waitsAtTheGate = opening.getCount() > 0;
            opening.await();
        } catch (InterruptedException e) {
            throw new StartFailure(StartProblem.CANCELLED, "", List.of(), List.of());
        }
        if (broken) {
            throw new StartFailure(StartProblem.EXITED_BEFORE_READY, "", List.of("1", ""), List.of());
        }
        StubInstance instance = new StubInstance(request.id(), separation);
        launched.add(instance);
        return instance;
    }

    private Instance get(String requestId) throws Exception {
        return pool.acquire(requestId).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static StartFailure failureOf(CompletionStage<Instance> start) {
        ExecutionException e = assertThrows(
                ExecutionException.class, () -> start.toCompletableFuture().get(10, TimeUnit.SECONDS));
        return (StartFailure) e.getCause();
    }

    private static LaunchRequest request(String id) {
        return new LaunchRequest(
                id,
                new FunctionFolder(Path.of("/")),
                FunctionSettings.defaults("x"),
                Duration.ofSeconds(1),
                9000,
                OptionalInt.empty());
    }
}
