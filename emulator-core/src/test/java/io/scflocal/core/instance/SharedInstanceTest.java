package io.scflocal.core.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class SharedInstanceTest {
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private FunctionFixture function;
    private SharedInstance shared;

    @BeforeEach
    void prepare(@TempDir Path directory) throws IOException {
        FunctionFixture.needs("bash");
        FunctionFixture.needs("python3");
        function = new FunctionFixture(directory).script("#!/bin/bash\npython3 server.py\n");
        shared = new SharedInstance(
                function.launcher, function::request, (stream, line) -> function.lines.add(line), executor);
    }

    @AfterEach
    void stop() {
        shared.stop();
        executor.shutdownNow();
        assertEquals(List.of(), function.leftovers());
    }

    @Test
    void connectionsShareOneStartAndOneInstance() throws Exception {
        List<CompletableFuture<Instance>> acquired = Stream.generate(shared::acquire)
                .limit(20)
                .map(CompletionStage::toCompletableFuture)
                .toList();
        Instance instance = acquired.get(0).get();
        for (CompletableFuture<Instance> other : acquired) {
            assertSame(instance, other.get());
        }
        assertEquals(Optional.of(instance), shared.current());
        assertSame(instance, shared.acquire().toCompletableFuture().get());
        FunctionFixture.awaitTrue("output", () -> !function.lines.isEmpty());
        assertEquals(List.of("listening"), function.lines);
    }

    @Test
    void aDeadInstanceIsReplacedForTheNextConnection() throws Exception {
        Instance first = shared.acquire().toCompletableFuture().get();
        ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
        assertEquals(137, first.exited().get(5, TimeUnit.SECONDS));
        assertEquals(Optional.empty(), shared.current());
        Instance second = shared.acquire().toCompletableFuture().get();
        assertNotSame(first, second);
        assertTrue(second.isAlive());
    }

    @Test
    void aFailedStartIsTriedAgain() throws Exception {
        function.script("#!/bin/bash\nexit 3\n");
        assertEquals(
                StartProblem.EXITED_BEFORE_READY, failureOf(shared.acquire()).problem());
        function.script("#!/bin/bash\npython3 server.py\n");
        assertTrue(shared.acquire().toCompletableFuture().get().isAlive());
    }

    @Test
    void stopGivesUpAStartThatIsUnderWay() throws Exception {
        function.script("#!/bin/bash\necho up\nsleep 1000\n");
        CompletionStage<Instance> start = shared.acquire();
        FunctionFixture.awaitTrue("start", () -> function.lines.contains("up"));
        shared.stop();
        assertEquals(List.of(), function.leftovers());
        assertEquals(StartProblem.CANCELLED, failureOf(start).problem());
        assertEquals(StartProblem.CANCELLED, failureOf(shared.acquire()).problem());
    }

    @Test
    void stopDoesNotWaitForAStartThatNeverBegins() throws Exception {
        SharedInstance never = new SharedInstance(function.launcher, function::request, (s, line) -> {}, task -> {});
        CompletionStage<Instance> start = never.acquire();
        never.stop();
        assertEquals(StartProblem.CANCELLED, failureOf(start).problem());
    }

    private static StartFailure failureOf(CompletionStage<Instance> start) {
        ExecutionException e = assertThrows(
                ExecutionException.class, () -> start.toCompletableFuture().get(10, TimeUnit.SECONDS));
        return (StartFailure) e.getCause();
    }
}
