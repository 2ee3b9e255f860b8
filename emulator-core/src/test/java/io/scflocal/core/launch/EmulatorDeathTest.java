package io.scflocal.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.process.Household;
import io.scflocal.core.process.LinuxProcess;
import io.scflocal.core.process.ScratchDirectory;
import io.scflocal.core.time.Await;
import io.scflocal.core.time.Ticker;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is left when the emulator is killed with SIGKILL: nothing. */
@Timeout(180)
@EnabledOnOs(OS.LINUX)
class EmulatorDeathTest {
    private static final int SANDBOXES = 20;
    private static final Duration LIMIT = Duration.ofSeconds(2);
    /** Children that ignore TERM, detach themselves, and hide from their parent. */
    private static final String SCRIPT =
            """
            #!/bin/bash
            trap '' TERM
            (setsid setsid sleep 1000 &)
            exec /var/lang/python311/bin/python3 -m http.server $LISTEN
            """;

    @Test
    void noProcessIsLeftAndNoFile(@TempDir Path folder) throws Exception {
        FunctionFixture.needs("python3");
        FunctionFixture function = new FunctionFixture(folder).script(SCRIPT);
        boolean sandboxes = SandboxProbe.look(Household.NONE).isEmpty();
        Process emulator = new ProcessBuilder(emulator(folder, sandboxes ? SANDBOXES : 0, function))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = emulator.inputReader()) {
            String first = output.readLine();
            assertEquals("up", first, () -> output.lines().collect(Collectors.joining("\n")));
            long pid = emulator.pid();
            assertTrue(marked(pid).size() >= (sandboxes ? SANDBOXES : 1), () -> marked(pid)
                    .toString());
            Ticker clock = Ticker.system();
            long killed = clock.nanos();
            emulator.destroyForcibly().waitFor();
            Await.until("end of all", () -> marked(pid).isEmpty());
            Await.until("end of housings", () -> housings(folder, pid).isEmpty());
            Duration took = Duration.ofNanos(clock.nanos() - killed);
            assertTrue(took.compareTo(LIMIT) < 0, () -> "processes were left for " + took);
            Await.until("no files", () -> scratch(pid).isEmpty());
            Await.until("end of the watchdog", () -> commands()
                    .noneMatch(command -> command.contains("\0scf-local-watchdog\0" + pid + "_")));
        }
    }

    @Test
    void anEmulatorForWhichItsParentHasNotWaitedIsDeadToo(@TempDir Path folder) throws Exception {
        FunctionFixture.needs("python3");
        List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" & exec sleep 1000", "sh"));
        command.addAll(emulator(folder, 0, new FunctionFixture(folder).script(SCRIPT)));
        Process parent = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader output = parent.inputReader()) {
            String first = output.readLine();
            assertEquals("up", first, () -> output.lines().collect(Collectors.joining("\n")));
            ProcessHandle emulator = parent.children().findFirst().orElseThrow();
            assertEquals(1, scratch(emulator.pid()).size());
            emulator.destroyForcibly();
            Await.until("no files", () -> scratch(emulator.pid()).isEmpty());
            assertTrue(
                    LinuxProcess.all().stream().anyMatch(process -> process.pid() == emulator.pid() && process.ended()),
                    "its parent has waited for it");
        } finally {
            parent.destroyForcibly();
        }
    }

    private static List<String> emulator(Path folder, int sandboxes, FunctionFixture function) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LaunchAndHang.class.getName(),
                folder.toString(),
                Integer.toString(sandboxes),
                Integer.toString(function.port));
    }

    private static List<LinuxProcess> marked(long pid) {
        return LinuxProcess.all().stream()
                .filter(process -> !process.ended() && process.runId().startsWith(pid + "_"))
                .toList();
    }

    /** Programs that hide their environment are known by their arguments, in which the folder stands, or the directory of the sandbox. */
    private static List<String> housings(Path folder, long emulator) {
        String scratch = ScratchDirectory.PREFIX + emulator + "-";
        return commands()
                .filter(command -> command.contains(folder.toString()) || command.contains(scratch))
                // The watchdog deletes what nobody uses any more.
                .filter(command -> !command.startsWith("rm\0"))
                .toList();
    }

    /** The arguments of all other processes, each followed by a zero. */
    private static Stream<String> commands() {
        return LinuxProcess.all().stream()
                .filter(process -> !process.ended())
                .map(LinuxProcess::pid)
                .filter(id -> id != ProcessHandle.current().pid())
                .map(id -> {
                    try {
                        return Files.readString(Path.of("/proc/" + id + "/cmdline"), StandardCharsets.ISO_8859_1);
                    } catch (IOException e) {
                        return "";
                    }
                });
    }

    private static List<Path> scratch(long pid) {
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(ScratchDirectory.parent(), ScratchDirectory.PREFIX + pid + "-*")) {
            List<Path> all = new ArrayList<>();
            found.forEach(all::add);
            return all;
        } catch (IOException e) {
            return List.of();
        }
    }
}
