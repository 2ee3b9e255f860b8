package io.scflocal.core.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
        boolean sandboxes = SandboxProbe.look().isEmpty();
        Process emulator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LaunchAndHang.class.getName(),
                        folder.toString(),
                        Integer.toString(sandboxes ? SANDBOXES : 0),
                        Integer.toString(function.port))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = emulator.inputReader()) {
            String first = output.readLine();
            assertEquals("up", first, () -> output.lines().collect(Collectors.joining("\n")));
            long pid = emulator.pid();
            assertTrue(marked(pid).size() >= (sandboxes ? SANDBOXES : 1), () -> marked(pid)
                    .toString());
            emulator.destroyForcibly().waitFor();
            FunctionFixture.awaitTrue("end of all", () -> marked(pid).isEmpty());
            FunctionFixture.awaitTrue("end of housings", () -> housings(folder).isEmpty());
            FunctionFixture.awaitTrue("no files", () -> scratch(pid).isEmpty());
        }
    }

    private static List<LinuxProcess> marked(long pid) {
        return LinuxProcess.all().stream()
                .filter(process -> !process.ended() && process.runId().startsWith(pid + "_"))
                .toList();
    }

    /** Programs that hide their environment are known by their arguments, in which the folder stands. */
    private static List<Long> housings(Path folder) {
        return LinuxProcess.all().stream()
                .filter(process -> !process.ended())
                .map(LinuxProcess::pid)
                .filter(id -> id != ProcessHandle.current().pid())
                .filter(id -> {
                    try {
                        return Files.readString(Path.of("/proc/" + id + "/cmdline"), StandardCharsets.ISO_8859_1)
                                .contains(folder.toString());
                    } catch (IOException e) {
                        return false;
                    }
                })
                .toList();
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
