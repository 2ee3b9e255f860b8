package io.scflocal.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.core.function.InterpreterChoices;
import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.Separation;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.port.FreePorts;
import io.scflocal.core.port.PortOwner;
import io.scflocal.core.process.Household;
import io.scflocal.core.process.LinuxProcess;
import io.scflocal.core.time.Await;
import io.scflocal.core.time.ManualTicker;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real sandboxes; skipped with the reason where they can't run. */
@Timeout(120)
class SandboxTest {
    private static final String SERVER =
            """
            import os, socket
            s = socket.create_server((HOST, 9000))
            print('listening', flush=True)
            n = 0
            while True:
                c, _ = s.accept()
                n += 1
                c.sendall(b'%d' % n)
                c.close()
            """;

    private FunctionFixture function;

    @BeforeAll
    static void needsSandboxes() throws InterruptedException {
        Optional<SandboxProbe.Obstacle> obstacle = SandboxProbe.look(Household.NONE);
        assumeTrue(
                obstacle.isEmpty(),
                () -> "no sandbox here: " + obstacle.orElseThrow().details());
    }

    @BeforeEach
    void prepare(@TempDir Path directory) throws IOException {
        FunctionFixture.needs("python3");
        function = new FunctionFixture(directory);
        function.port = 9000;
        function.launcher = ProcessLauncher.sandboxed(Ticker.system(), function.options());
        server("'0.0.0.0'");
    }

    @AfterEach
    void nothingIsLeft() {
        function.close();
        assertEquals(List.of(), processes());
    }

    /** As the toolkit of a window does, for all processes that it starts. */
    @Test
    void aSandboxStartsWhereSigpipeIsIgnored(@TempDir Path scratch) throws Exception {
        Files.createDirectory(scratch.resolve(SandboxCommand.LANGUAGES));
        Path folder = Files.createDirectory(scratch.resolve("user"));
        int port = new FreePorts().find();
        List<String> command = new ArrayList<>(List.of("bash", "-c", "trap '' PIPE; exec \"$@\"", "bash"));
        command.addAll(
                new SandboxCommand(folder, scratch, port, port, List.of(), OptionalInt.empty()).running("/bin/true"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    @Test
    void everyInstanceHasAPort9000AndAMemoryOfItsOwn() throws Exception {
        function.script("#!/bin/bash\nexec /var/lang/python311/bin/python3 server.py\n");
        Instance one = function.launch();
        Instance two = function.launch();
        assertNotEquals(one.address(), two.address());
        assertTrue(one.address().getAddress().isLoopbackAddress());
        assertEquals(Separation.SANDBOX, one.separation());
        assertEquals("1 2", ask(one) + " " + ask(one));
        assertEquals("1", ask(two));
        assertFalse(PortOwner.isTaken(9000) && one.address().getPort() == 9000);
        Await.until("memory", () -> one.memoryBytes() > 1_000_000);
        assertTrue(one.memoryBytes() < 60L << 20, () -> "what houses it counts too: " + one.memoryBytes());
        one.stop();
        assertEquals("2", ask(two));
    }

    @Test
    void aChosenInterpreterIsSeenWhereverItIs(@TempDir Path elsewhere) throws Exception {
        Path program = elsewhere.resolve("bin/python");
        Files.createDirectory(program.getParent());
        Files.writeString(program, "#!/bin/sh\necho chosen\nexec python3 \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        function.interpreters = new InterpreterChoices(Map.of("python", program));
        function.launcher = ProcessLauncher.sandboxed(Ticker.system(), function.options());
        Instance instance = function.script("#!/bin/bash\nexec /var/lang/python311/bin/python3.11 server.py\n")
                .launch();
        assertEquals(program.toString(), instance.mappings().get(0).localPath());
        Await.until("output", () -> function.lines.contains("chosen"));
    }

    @Test
    void theFolderIsReadOnlyAndTmpIsFresh() throws Exception {
        function.script(
                """
                #!/bin/bash
                echo cwd $(pwd) $HOME $(id -un)
                touch /var/user/x && echo wrote /var/user
                touch /opt/x && echo wrote /opt
                touch ~/x && echo wrote home
                ls -A /tmp | wc -l
                echo y > /tmp/x && echo tmp $(cat /tmp/x)
                ls /var/lang
                exit 5
                """);
        StartFailure failure = function.failure(StartProblem.EXITED_BEFORE_READY);
        assertEquals("5", failure.details().get(0));
        List<String> said = failure.lastOutput();
        assertTrue(said.contains("cwd /var/user /home/qcloud qcloud"), said::toString);
        assertTrue(said.contains("0") && said.contains("tmp y"), said::toString);
        assertTrue(said.stream().anyMatch(line -> line.contains("Read-only file system")), said::toString);
        assertTrue(said.stream().noneMatch(line -> line.startsWith("wrote")), said::toString);
        assertTrue(said.contains("python3"), said::toString);
        assertFalse(Files.exists(function.folder.resolve("x")));
    }

    @Test
    void theWayOutIsOpen() throws Exception {
        try (ServerSocket host = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            host.setSoTimeout(20_000);
            // The gateway of the sandbox leads to this machine, so the test needs no other one.
            function.script("#!/bin/bash\ngateway=$(awk '$2==\"00000000\"{print $3}' /proc/net/route | head -1)\n"
                    + "exec 3<>/dev/tcp/$((16#${gateway:6:2})).$((16#${gateway:4:2})).$((16#${gateway:2:2})).$((16#${gateway:0:2}))/"
                    + host.getLocalPort() + "\necho hello >&3\nsleep 100\n");
            Thread start = new Thread(() -> assertThrows(StartFailure.class, function::launch));
            start.start();
            try (Socket reached = host.accept()) {
                assertEquals("hello\n", new String(reached.getInputStream().readNBytes(6), StandardCharsets.UTF_8));
            } finally {
                start.interrupt();
                start.join();
            }
        }
    }

    @Test
    void aSandboxThatIsNotThereInTimeIsNoFaultOfTheFunction() throws Exception {
        function.initTimeout = Duration.ofMillis(1);
        StartFailure failure =
                function.script("#!/bin/bash\nexec python3 server.py\n").failure(StartProblem.NOT_BEGUN);
        assertEquals(450, failure.status().code());
    }

    @Test
    void aServerOnTheLoopbackAddressIsOutOfReachAsInTheCloud() throws Exception {
        server("'127.0.0.1'");
        function.script("#!/bin/bash\nexec python3 server.py\n");
        StartFailure failure = function.failure(StartProblem.LOOPBACK_ONLY);
        assertEquals(446, failure.status().code());
        assertEquals(List.of("9000"), failure.details());
    }

    @Test
    void aServerOnAnotherPortIsToldWithThatPort() throws Exception {
        ManualTicker clock = new ManualTicker();
        function.launcher = ProcessLauncher.sandboxed(clock, function.options());
        function.script("#!/bin/bash\nexec python3 -u -m http.server 3000\n");
        assertEquals(
                List.of("20", "3000"),
                function.failureInTime(clock, StartProblem.LISTENS_ELSEWHERE).details());
    }

    @Test
    void theProcessIsAskedToEndAndSaysItsLastWords() throws Exception {
        function.script(
                """
                #!/bin/bash
                trap 'echo last words; exit 0' TERM
                python3 server.py & wait
                """);
        Instance instance = function.launch();
        instance.stop();
        assertEquals(0, instance.exited().get(1, TimeUnit.SECONDS));
        assertTrue(function.lines.contains("last words"), function.lines::toString);
    }

    @Test
    void whateverHidesIsEndedToo() throws Exception {
        function.script(
                """
                #!/bin/bash
                trap '' TERM
                (setsid env -i /bin/sleep 1000 &)
                setsid setsid bash -c 'trap "" TERM; sleep 1000' &
                python3 server.py
                """);
        Instance instance = function.launch();
        instance.stop();
        instance.exited().get(1, TimeUnit.SECONDS);
    }

    @Test
    void aProcessThatDiesTakesItsSandboxAlong() throws Exception {
        Instance instance =
                function.script("#!/bin/bash\nexec python3 server.py\n").launch();
        ProcessHandle.of(instance.pid()).orElseThrow().destroyForcibly();
        assertEquals(137, instance.exited().get(5, TimeUnit.SECONDS));
    }

    private void server(String host) throws IOException {
        Files.writeString(function.folder.resolve("server.py"), SERVER.replace("HOST", host));
    }

    private static String ask(Instance instance) throws IOException {
        try (Socket socket =
                new Socket(instance.address().getAddress(), instance.address().getPort())) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<LinuxProcess> processes() {
        String ours = ProcessHandle.current().pid() + "_";
        return LinuxProcess.all().stream()
                .filter(process -> !process.ended() && process.runId().startsWith(ours))
                .toList();
    }
}
