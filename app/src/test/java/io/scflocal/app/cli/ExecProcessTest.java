package io.scflocal.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code scf-local exec} in a process of its own: what it starts, what it ends, and with which status. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "starts shell scripts and sends signals")
class ExecProcessTest {
    private static final String SAMPLE = "../samples/ws_java";
    private static final String UPGRADE =
            """
            exec 3<>"/dev/tcp/127.0.0.1/$(echo "$SCF_LOCAL_HTTP" | sed 's/.*:\\([0-9]*\\).*/\\1/')"
            printf 'GET /release/chat HTTP/1.1\\r\\nHost: x\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Version: 13\\r\\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\\r\\n\\r\\n' >&3
            head -1 <&3
            """;

    @TempDir
    Path folder;

    @TempDir
    Path user;

    @RegisterExtension
    final ProgramProcess running = new ProgramProcess();

    private Process program;

    @Test
    void givesTheCommandTheAddressesAndEndsWithItsStatus() throws Exception {
        exec(SAMPLE, "--", "bash", "-c", UPGRADE + "echo $SCF_LOCAL_WS; exit 5");
        List<String> out = lines(program.inputReader(StandardCharsets.UTF_8));
        assertEquals("HTTP/1.1 101 Switching Protocols", out.get(0));
        assertTrue(out.get(1).matches("ws://127\\.0\\.0\\.1:[0-9]+/release/"), out.toString());
        assertEquals(2, out.size(), out.toString());
        String err = String.join("\n", lines(program.errorReader(StandardCharsets.UTF_8)));
        assertTrue(err.contains("scf-local: 1 connection: "), err);
        assertTrue(err.contains("scf-local: #1 /release/chat ended with "), err);
        assertEquals(5, running.status());
    }

    @Test
    void passesTheCommandsOwnOptionsOn() throws Exception {
        exec(SAMPLE, "--idle-timeout", "30", "--", "printf", "%s|", "--lang", "zh", "--port");
        assertEquals(List.of("--lang|zh|--port|"), lines(program.inputReader(StandardCharsets.UTF_8)));
        assertEquals(0, running.status());
    }

    @Test
    void saysAsShellsDoThatACommandCantBeStarted() throws Exception {
        exec(SAMPLE, "--", "no-such-command");
        assertEquals(127, running.status());
        exec(SAMPLE, "--", Files.createFile(folder.resolve("plain")).toString());
        assertEquals(126, running.status());
    }

    @Test
    void endsWith128AndTheSignalThatKilledTheCommand() throws Exception {
        exec(SAMPLE, "--", "sh", "-c", "kill -9 $$");
        assertEquals(137, running.status());
    }

    @Test
    void endsTheCommandsWholeTreeOnSigterm() throws Exception {
        exec(SAMPLE, "--", "sh", "-c", "setsid sleep 300 & echo $!; sleep 300");
        long detached =
                Long.parseLong(program.inputReader(StandardCharsets.UTF_8).readLine());
        program.destroy();
        assertEquals(143, running.status());
        assertEnded(detached);
        assertFalse(program.descendants().findAny().isPresent());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere nothing tells the command's processes apart")
    void nothingOfTheCommandOutlivesAKilledProgram() throws Exception {
        exec(SAMPLE, "--", "sh", "-c", "setsid sleep 300 & echo $!; sleep 300");
        long detached =
                Long.parseLong(program.inputReader(StandardCharsets.UTF_8).readLine());
        program.destroyForcibly();
        assertEquals(137, running.status());
        assertEnded(detached);
    }

    @Test
    void endsWhatTheCommandLeftRunning() throws Exception {
        exec(SAMPLE, "--", "sh", "-c", "setsid sleep 300 >/dev/null 2>&1 & echo $!");
        long left = Long.parseLong(program.inputReader(StandardCharsets.UTF_8).readLine());
        assertEquals(0, running.status());
        assertEnded(left);
    }

    @Test
    void startsNoCommandWhenTheFunctionDoesNotStart() throws Exception {
        Path file = Files.writeString(folder.resolve("scf_bootstrap"), "#!/bin/bash\necho last words\nexit 7\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        exec(folder.toString(), "--", "echo", "started");
        assertEquals(List.of(), lines(program.inputReader(StandardCharsets.UTF_8)));
        String err = String.join("\n", lines(program.errorReader(StandardCharsets.UTF_8)));
        assertTrue(err.contains("last words"), err);
        assertEquals(3, running.status());
    }

    @Test
    void asksForACommand() throws Exception {
        exec(SAMPLE);
        assertEquals(2, running.status());
    }

    /** Nobody waits for it but the system's first process, which may take its time to say that it is gone. */
    private static void assertEnded(long pid) throws Exception {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(20, TimeUnit.SECONDS);
        }
    }

    private static List<String> lines(BufferedReader reader) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    private void exec(String... arguments) throws IOException {
        program = running.start(
                user, Stream.concat(Stream.of("exec"), Stream.of(arguments)).toArray(String[]::new));
    }
}
