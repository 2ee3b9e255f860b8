package io.scflocal.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.app.Main;
import io.scflocal.app.settings.UserDirectories;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The program in a process of its own, which ends with the test; the test is skipped where the function's port is taken. */
final class ProgramProcess implements BeforeEachCallback, AfterEachCallback {
    private Process process;

    @Override
    public void beforeEach(ExtensionContext test) {
        try (ServerSocket port = new ServerSocket(9000)) {
            assertEquals(9000, port.getLocalPort());
        } catch (IOException e) {
            assumeTrue(false, "port 9000 is taken by another program");
        }
    }

    /**
     * Starts it in English.
     *
     * @param user directory that stands for all of the user's
     */
    Process start(Path user, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=en",
                "-D" + UserDirectories.OVERRIDE + "=" + user,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command).start();
        return process;
    }

    /** Waits for its end. */
    int status() throws InterruptedException {
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        return process.exitValue();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
