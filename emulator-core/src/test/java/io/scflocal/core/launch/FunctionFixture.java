package io.scflocal.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.function.InterpreterChoices;
import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.LaunchRequest;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.process.Household;
import io.scflocal.core.time.ManualTicker;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A function in a folder of its own, on a free port, and what came of starting it. */
final class FunctionFixture implements AutoCloseable {
    static final Duration GRACE = Duration.ofMillis(300);

    final Path folder;
    int port;
    OptionalInt debugPort = OptionalInt.empty();
    final List<String> lines = new CopyOnWriteArrayList<>();
    final List<String> leftoversFound = new CopyOnWriteArrayList<>();
    InterpreterChoices interpreters = InterpreterChoices.NONE;
    /** Of its own, so that tests which run at the same time do not clean up after each other. */
    final Household household;

    boolean keepsLeftovers;
    ProcessLauncher launcher;
    FunctionSettings settings = FunctionSettings.defaults("test");
    Duration initTimeout = Duration.ofSeconds(20);
    private final List<Instance> instances = new ArrayList<>();

    FunctionFixture(Path folder) throws IOException {
        this.folder = folder;
        household = Household.of(folder);
        launcher = ProcessLauncher.plain(Ticker.system(), options(), false);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.writeString(
                folder.resolve("server.py"),
                """
                import socket, sys
                s = socket.socket()
                s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                s.bind(('127.0.0.1', %d))
                s.listen()
                print('listening', flush=True)
                while True:
                    s.accept()[0].close()
                """
                        .formatted(port));
        Files.writeString(
                folder.resolve("server.js"),
                "require('net').createServer(c => c.destroy()).listen(%d, () => console.log(process.argv.length))"
                        .formatted(port));
    }

    ProcessLauncher.Options options() {
        return new ProcessLauncher.Options(
                GRACE, System.getenv(), interpreters, household, keepsLeftovers, leftoversFound::addAll);
    }

    static void needs(String program) {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":")).anyMatch(dir -> Files.isExecutable(Path.of(dir, program))),
                program + " is not installed");
    }

    FunctionFixture script(String script) throws IOException {
        Path file = folder.resolve(FunctionFolder.START_FILE);
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    LaunchRequest request() {
        return new LaunchRequest("A", new FunctionFolder(folder), settings, initTimeout, port, debugPort);
    }

    Instance launch() throws StartFailure {
        Instance instance = launcher.launch(request(), (stream, line) -> lines.add(line));
        instances.add(instance);
        return instance;
    }

    StartFailure failure(StartProblem problem) {
        StartFailure failure = assertThrows(StartFailure.class, this::launch);
        assertEquals(problem, failure.problem(), failure.getMessage());
        return failure;
    }

    /** As {@link #failure}, of a start whose timeout passes, by {@code clock}, as soon as the function has printed a line. */
    StartFailure failureInTime(ManualTicker clock, StartProblem problem) {
        // Again and again, because the function may print before the launcher has begun to measure the time.
        ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();
        hand.scheduleWithFixedDelay(() -> passIfPrinted(clock), 0, 20, TimeUnit.MILLISECONDS);
        try {
            return failure(problem);
        } finally {
            hand.shutdownNow();
        }
    }

    private void passIfPrinted(ManualTicker clock) {
        if (!lines.isEmpty()) {
            clock.advance(initTimeout);
        }
    }

    /** Ids of the processes on this machine whose environment or working directory shows that they belong to this function. */
    List<Long> leftovers() {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .filter(this::isOurs)
                .toList();
    }

    private boolean isOurs(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).equals(folder.toRealPath())
                    && !stat.contains(") Z ");
        } catch (IOException e) {
            return false;
        }
    }

    Map<String, String> variables() {
        return InstanceEnvironment.of(request(), System.getenv(), "id");
    }

    @Override
    public void close() {
        instances.forEach(Instance::stop);
    }
}
