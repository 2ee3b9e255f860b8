package io.scflocal.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.Separation;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.port.PortOwner;
import io.scflocal.core.process.Household;
import io.scflocal.core.process.Leftovers;
import io.scflocal.core.process.LinuxProcess;
import io.scflocal.core.process.ProcessMeans;
import io.scflocal.core.process.RunId;
import io.scflocal.core.process.ScratchDirectory;
import io.scflocal.core.time.Await;
import io.scflocal.core.time.ManualTicker;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class ProcessLauncherTest {
    private FunctionFixture function;

    @BeforeEach
    void prepare(@TempDir Path directory) throws IOException {
        FunctionFixture.needs("bash");
        FunctionFixture.needs("python3");
        function = new FunctionFixture(directory);
    }

    @AfterEach
    void stop() {
        function.close();
        assertEquals(List.of(), function.leftovers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#!/bin/bash\npython3 server.py",
                "#!/usr/bin/env bash \npython3 server.py\n",
                "#!/bin/sh\nexec python3 server.py\n",
                "#!/usr/bin/env python3\nexec(open('server.py').read())\n"
            })
    void startsTheFileAsAnOperatingSystemDoes(String script) throws Exception {
        Instance instance = function.script(script).launch();
        assertTrue(instance.isAlive());
        assertEquals(function.port, instance.address().getPort());
        assertTrue(PortOwner.accepts(instance.address()));
        assertEquals(List.of(), instance.mappings());
        assertTrue(instance.readyAfter().compareTo(Duration.ofSeconds(20)) < 0);
        Await.until("memory", () -> instance.memoryBytes() > 1_000_000);
        Await.until("output", () -> function.lines.contains("listening"));
        instance.stop();
        assertEquals(143, instance.exited().get(1, TimeUnit.SECONDS));
        assertFalse(PortOwner.isTaken(function.port));
    }

    @Test
    void startsABinary() throws Exception {
        Files.copy(Path.of("/bin/sleep").toRealPath(), function.folder.resolve("scf_bootstrap"));
        Files.setPosixFilePermissions(
                function.folder.resolve("scf_bootstrap"), PosixFilePermissions.fromString("rwxr-xr-x"));
        StartFailure failure = function.failure(StartProblem.EXITED_BEFORE_READY);
        assertEquals("1", failure.details().get(0));
    }

    @Test
    void refusesAFileThatTheSystemWouldRefuse() throws Exception {
        function.failure(StartProblem.START_FILE_MISSING);
        function.script("python3 server.py\n").failure(StartProblem.NO_SHEBANG);
        function.script("#!/bin/bash\r\npython3 server.py\r\n").failure(StartProblem.WINDOWS_LINE_ENDINGS);
        function.script("\ufeff#!/bin/bash\npython3 server.py\n").failure(StartProblem.BYTE_ORDER_MARK);
        function.script("#!/bin/no-such-shell\n").failure(StartProblem.INTERPRETER_MISSING);
        Path file = function.script("#!/bin/bash\npython3 server.py\n").folder.resolve("scf_bootstrap");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals(
                List.of(file.toString()),
                function.failure(StartProblem.NOT_EXECUTABLE).details());
        Files.delete(file);
        Files.createDirectory(file);
        function.failure(StartProblem.START_FILE_UNREADABLE);
        assertEquals(List.of(), function.lines);
    }

    @Test
    void whatTheKernelRefusesIsNotStarted() throws Exception {
        Path interpreter = function.script("#!/bin/no-such-shell\n").folder.resolve("interpreter");
        Files.move(function.folder.resolve("scf_bootstrap"), interpreter);
        function.script("#!" + interpreter + "\n");
        StartFailure failure = function.failure(StartProblem.NOT_STARTED);
        assertTrue(failure.details().get(0).contains("No such file"), failure::getMessage);
        assertEquals(445, failure.status().code());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theFunctionSeesNoConnectionBeforeTheFirstClient() throws Exception {
        Path server = function.folder.resolve("server.py");
        Files.writeString(
                server,
                Files.readString(server).replace("s.accept()[0].close()", "s.accept(); print('client', flush=True)"));
        Instance instance = function.script("#!/bin/bash\npython3 server.py\n").launch();
        instance.stop();
        assertEquals(List.of("listening"), function.lines);
    }

    @Test
    void aServerOnTheIpv6LoopbackIsReachedThere() throws Exception {
        InetAddress loopback = InetAddress.getByName("::1");
        assumeTrue(NetworkInterface.getByInetAddress(loopback) != null, "this machine has no IPv6");
        Path server = function.folder.resolve("server.py");
        Files.writeString(
                server,
                Files.readString(server)
                        .replace("socket.socket()", "socket.socket(socket.AF_INET6)")
                        .replace("127.0.0.1", "::1"));
        assertEquals(
                loopback,
                function.script("#!/bin/bash\npython3 server.py\n")
                        .launch()
                        .address()
                        .getAddress());
    }

    @Test
    void aProcessThatEndsIsToldWithItsStatusAndItsLastLines() throws Exception {
        StartFailure failure = function.script("#!/bin/bash\nfor i in {1..60}; do echo $i; done\nno-such-program")
                .failure(StartProblem.EXITED_BEFORE_READY);
        assertEquals(List.of("127", "command not found"), failure.details());
        assertEquals(50, failure.lastOutput().size());
        assertTrue(failure.lastOutput().toString().contains("no-such-program"), failure.lastOutput()::toString);
        assertEquals(405, failure.status().code());
    }

    @Test
    void aLibraryThatIsNotThereIsToldWithItsName() throws Exception {
        StartFailure failure = function.script("#!/bin/bash\npython3 -c 'import no_such_library.part'\n")
                .failure(StartProblem.MODULE_MISSING);
        assertEquals(List.of("1", "no_such_library"), failure.details());
        assertEquals(405, failure.status().code());
        FunctionFixture.needs("node");
        Files.writeString(function.folder.resolve("a.js"), "require('@no/library')");
        function.script("#!/bin/bash\nnode a.js\n");
        assertEquals(
                "@no/library",
                function.failure(StartProblem.MODULE_MISSING).details().get(1));
        function.script("#!/bin/bash\nnode no-such-file.js\n").failure(StartProblem.EXITED_BEFORE_READY);
    }

    @Test
    void aScriptThatLeavesItsServerBehindHasEnded() throws Exception {
        StartFailure failure =
                function.script("#!/bin/bash\npython3 server.py &\n").failure(StartProblem.EXITED_BEFORE_READY);
        assertEquals(List.of("0", ""), failure.details());
        assertEquals(List.of(), function.leftovers());
    }

    @Test
    void aSilentProcessIsToldAfterTheTimeout() throws Exception {
        ManualTicker clock = new ManualTicker();
        function.launcher = ProcessLauncher.plain(clock, function.options(), false);
        StartFailure failure = function.script("#!/bin/bash\necho waiting\nsleep 100\n")
                .failureInTime(clock, StartProblem.NOTHING_LISTENS);
        assertEquals(List.of("20"), failure.details());
        assertEquals(List.of("waiting"), failure.lastOutput());
        // The clock is still moved by hand, so that the launcher does not wait until they are gone.
        Await.until("end of all", () -> function.leftovers().isEmpty());
    }

    @Test
    void aServerOnAnotherPortIsToldWithThatPort() throws Exception {
        ManualTicker clock = new ManualTicker();
        function.launcher = ProcessLauncher.plain(clock, function.options(), false);
        String script = "#!/bin/bash\npython3 -c 'import socket as s,time;a=s.create_server((\"\",0));"
                + "print(a.getsockname()[1],flush=True);time.sleep(99)'\n";
        StartFailure failure = function.script(script).failureInTime(clock, StartProblem.LISTENS_ELSEWHERE);
        assertEquals(List.of("20", function.lines.get(0)), failure.details());
    }

    @Test
    void aTakenPortIsToldWithItsHolder() throws Exception {
        try (ServerSocket holder = new ServerSocket(function.port, 1, InetAddress.getByName("127.0.0.1"))) {
            StartFailure failure =
                    function.script("#!/bin/bash\npython3 server.py").failure(StartProblem.FUNCTION_PORT_BUSY);
            String command = ProcessHandle.current().info().command().orElseThrow();
            assertEquals(
                    List.of(
                            Integer.toString(holder.getLocalPort()),
                            Long.toString(ProcessHandle.current().pid()),
                            command),
                    failure.details());
        }
        assertEquals(List.of(), function.lines);
    }

    @Test
    void anInterruptedStartLeavesNothing() throws Exception {
        function.script("#!/bin/bash\ntrap '' TERM\necho up\nsetsid sleep 100 &\nsleep 100\n");
        CompletableFuture<StartFailure> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> result.complete(function.failure(StartProblem.CANCELLED)));
        thread.start();
        Await.until("start", () -> function.lines.contains("up"));
        thread.interrupt();
        assertEquals(List.of("up"), result.get(10, TimeUnit.SECONDS).lastOutput());
        assertEquals(List.of(), function.leftovers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trap '' TERM\npython3 server.py",
                "python3 server.py &\nwhile true; do sleep 1000; done",
                "(setsid sleep 1000 &) \n exec python3 server.py",
                "setsid sleep 1000 & \n(env -i sleep 1000 &)\n(setsid setsid bash -c 'trap \"\" TERM; sleep 1000 & sleep 1000' &)\npython3 server.py",
                "while true; do python3 server.py; done"
            })
    @EnabledOnOs(OS.LINUX)
    void stopEndsEveryProcessHoweverItHides(String body) throws Exception {
        Instance instance = function.script("#!/bin/bash\n" + body + "\n").launch();
        assertFalse(function.leftovers().isEmpty());
        CompletableFuture<Void> other = CompletableFuture.runAsync(instance::stop);
        instance.stop();
        assertEquals(List.of(), function.leftovers());
        assertFalse(PortOwner.isTaken(function.port));
        other.get(1, TimeUnit.SECONDS);
        instance.exited().get(1, TimeUnit.SECONDS);
    }

    @Test
    void whatAChildSaysAfterTheRootHasEndedIsHeard() throws Exception {
        function.script(
                """
                #!/bin/bash
                bash -c 'trap "echo last words; exit" TERM; echo child; while true; do sleep 0.01; done' &
                python3 server.py &
                read -r line < fifo
                echo root ends
                exit 7
                """);
        new ProcessBuilder("mkfifo", function.folder.resolve("fifo").toString())
                .start()
                .waitFor();
        Instance instance = function.launch();
        Await.until("child", () -> function.lines.contains("child"));
        Files.writeString(function.folder.resolve("fifo"), "go\n");
        assertEquals(7, instance.exited().get(10, TimeUnit.SECONDS));
        assertEquals(List.of(), function.leftovers());
        assertTrue(function.lines.containsAll(List.of("root ends", "last words")), function.lines::toString);
        assertFalse(instance.isAlive());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theEnvironmentIsThePlatformsAndTheFunctionsOwn() throws Exception {
        function.settings = function.settings.withEnvironment(Map.of("GREETING", "你好 x", "TZ", "Asia/Shanghai"));
        function.script("#!/usr/bin/python3\nprint(ascii(open('/proc/self/environ','rb').read().decode()))\n");
        String printed =
                function.failure(StartProblem.EXITED_BEFORE_READY).lastOutput().get(0);
        Map<String, String> actual = new TreeMap<>();
        for (String entry : printed.substring(1, printed.length() - 1).split("\\\\x00")) {
            actual.put(entry.split("=", 2)[0], entry.split("=", 2)[1]);
        }
        assertFalse(RunId.isOrphaned(actual.put(RunId.VARIABLE, "id"), function.household));
        Map<String, String> expected = new TreeMap<>(function.variables());
        assertEquals("你好 x", expected.put("GREETING", "\\u4f60\\u597d x"));
        assertEquals("Asia/Shanghai", actual.get("TZ"));
        assertEquals("1", actual.get("PYTHONUNBUFFERED"));
        assertEquals(expected, actual);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void processesOfAKilledEmulatorAreEndedAtTheNextStart() throws Exception {
        Process server = orphan(function.household, "python3", "server.py");
        Await.until("orphan", () -> PortOwner.isTaken(function.port));
        function.script("#!/bin/bash\npython3 server.py\n").launch();
        assertFalse(server.isAlive());
        assertFalse(RunId.isOrphaned(new RunId(function.household).create(), function.household));
        assertFalse(RunId.isOrphaned("somebody else's", function.household));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whereSomebodyIsAskedTheyAreEndedAtOnceOnlyIfTheyAreInTheWay() throws Exception {
        function.keepsLeftovers = true;
        function.launcher = ProcessLauncher.plain(Ticker.system(), function.options(), false);
        Process idle = orphan(function.household, "sleep", "63.5");
        assertEquals(1, Leftovers.look(function.household).processes());
        function.script("#!/bin/bash\npython3 server.py\n").launch().stop();
        assertTrue(idle.isAlive());
        Process server = orphan(function.household, "python3", "server.py");
        Await.until("orphan", () -> PortOwner.isTaken(function.port));
        function.launch();
        assertFalse(server.isAlive());
        Process another = orphan(function.household, "sleep", "63.5");
        assertEquals(1, Leftovers.end(function.household).processes());
        assertFalse(another.isAlive());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatAnEmulatorWithAnotherDataDirectoryHasLeftIsLeftAlone() throws Exception {
        Household neighbours = Household.of(function.folder.resolve("elsewhere"));
        Process theirs = orphan(neighbours, "sleep", "63.5");
        Process ours = orphan(function.household, "sleep", "63.5");
        Path theirDirectory = scratchOfTheDead(neighbours);
        Path ourDirectory = scratchOfTheDead(function.household);
        function.script("#!/bin/bash\npython3 server.py\n").launch();
        assertEquals(List.of("1", "1"), function.leftoversFound);
        assertTrue(theirs.isAlive() && Files.exists(theirDirectory));
        assertFalse(ours.isAlive() || Files.exists(ourDirectory));
        assertEquals(new Leftovers(1, 1), Leftovers.end(neighbours));
    }

    private static Path scratchOfTheDead(Household household) throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        return Files.createTempDirectory(
                ScratchDirectory.parent(), ScratchDirectory.PREFIX + dead.pid() + "-" + household.name() + "-");
    }

    /** Belongs to an emulator that is no more. */
    private Process orphan(Household household, String... command) throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        List<String> words = new ArrayList<>(List.of("setsid"));
        words.addAll(List.of(command));
        ProcessBuilder orphan = new ProcessBuilder(words).directory(function.folder.toFile());
        orphan.environment()
                .put(RunId.VARIABLE, new RunId(household).create().replaceFirst("\\d+", Long.toString(dead.pid())));
        Process started = orphan.start();
        // A process has its own variables only when its program has replaced what starts it.
        Await.until("variables", () -> LinuxProcess.all().stream()
                .anyMatch(process -> process.pid() == started.pid() && RunId.isOrphaned(process.runId(), household)));
        return started;
    }

    @Test
    void aFloodOfOutputIsReadToItsEnd() throws Exception {
        AtomicLong bytes = new AtomicLong();
        function.script("#!/bin/bash\nyes $(printf 'x%.0s' {1..99}) | head -c 200000000\nexec python3 server.py\n");
        Instance instance =
                function.launcher.launch(function.request(), (s, line) -> bytes.addAndGet(line.length() + 1L));
        instance.stop();
        assertEquals(200_000_000L + "listening\n".length(), bytes.get());
    }

    @Test
    void aLineOfTwoHundredMegabytesArrivesInPiecesWithinBoundedMemory() throws Exception {
        AtomicLong characters = new AtomicLong();
        AtomicLong longest = new AtomicLong();
        AtomicLong most = new AtomicLong();
        function.script("#!/bin/bash\nhead -c 200000000 /dev/zero | tr '\\0' y\necho\nexec python3 server.py\n");
        long before = heap();
        Instance instance = function.launcher.launch(function.request(), (stream, line) -> {
            if (line.startsWith("y")) {
                characters.addAndGet(line.length());
                longest.accumulateAndGet(line.length(), Math::max);
            }
            if (characters.get() > 100_000_000 && most.get() == 0) {
                most.set(heap());
            }
        });
        instance.stop();
        assertEquals(200_000_000, characters.get());
        assertTrue(longest.get() <= 65_536);
        assertTrue(most.get() - before < 64L << 20, () -> most.get() - before + " bytes more in use");
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void aLastLineWithoutEndingArrives() throws Exception {
        StartFailure failure =
                function.script("#!/bin/bash\nprintf prompt\n").failure(StartProblem.EXITED_BEFORE_READY);
        assertEquals(List.of("prompt"), failure.lastOutput());
    }

    @Test
    void aServerThatReadsPortGetsOneOfItsOwn() throws Exception {
        function.launcher = ProcessLauncher.plain(Ticker.system(), function.options(), true);
        Path server = function.folder.resolve("server.py");
        Files.writeString(
                server,
                Files.readString(server)
                        .replace(String.valueOf(function.port), "int(__import__('os').environ['PORT'])"));
        function.script("#!/bin/bash\nexec python3 server.py\n");
        Instance one = function.launch();
        Instance two = function.launch();
        assertEquals(Separation.OWN_PORT, one.separation());
        assertNotEquals(one.address(), two.address());
        assertTrue(PortOwner.accepts(one.address()) && PortOwner.accepts(two.address()));
    }

    @Test
    void aServerThatDoesNotReadPortIsSharedByAll() throws Exception {
        function.launcher = ProcessLauncher.plain(Ticker.system(), function.options(), true);
        Instance instance =
                function.script("#!/bin/bash\nexec python3 server.py\n").launch();
        assertEquals(Separation.SHARED, instance.separation());
        assertEquals(function.port, instance.address().getPort());
        assertTrue(instance.loopbackOnly());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessSeesSigpipeAsItIsAlthoughAWindowIgnoresIt() throws Exception {
        Path script = function.script("#!/bin/bash\ngrep SigIgn /proc/self/status\n")
                .folder
                .resolve("scf_bootstrap");
        StartCommand command = new StartCommand(List.of(script.toString()), function.folder, Map.of(), false);
        List<String> words = new ArrayList<>(List.of("bash", "-c", "trap '' PIPE; exec \"$@\"", "bash"));
        words.addAll(command.commandLine(ProcessMeans.ofThisSystem(), true));
        Process process = new ProcessBuilder(words).start();
        String ignored = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(StartCommand.isRefusal("env: ‘" + script + "’: No such file or directory"));
        assertFalse(StartCommand.isRefusal("env: ‘node’: No such file or directory"));
        assertEquals(0, Long.parseLong(ignored.split("\\s+")[1], 16) & 0x1000, ignored);
    }

    @Test
    void linesArriveWhileTheProcessRuns() throws Exception {
        Instance instance = function.script(
                        "#!/bin/bash\npython3 server.py & while true; do date +%s%N; sleep 0.02; done\n")
                .launch();
        Await.until("lines", () -> function.lines.size() > 10);
        assertTrue(instance.isAlive());
    }
}
