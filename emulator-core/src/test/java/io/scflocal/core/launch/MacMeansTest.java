package io.scflocal.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.platform.HostSystem;
import io.scflocal.core.process.ProcessMeans;
import io.scflocal.core.process.ProcessTree;
import io.scflocal.core.process.Watchdog;
import io.scflocal.core.time.Await;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The means of macOS, tried on Linux, which has the same programs; never tried on macOS itself. */
@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class MacMeansTest {
    private final ProcessMeans means = ProcessMeans.of(HostSystem.MAC);
    private FunctionFixture function;

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        FunctionFixture.needs("bash");
        FunctionFixture.needs("python3");
        FunctionFixture.needs("perl");
        FunctionFixture.needs("ps");
        function = new FunctionFixture(folder);
        function.launcher = ProcessLauncher.plain(Ticker.system(), function.options(), false, HostSystem.MAC, means);
    }

    @AfterEach
    void stop() {
        function.close();
        assertEquals(List.of(), function.leftovers());
    }

    @Test
    void stopEndsTheWholeGroup() throws Exception {
        Instance instance = function.script(
                        """
                        #!/bin/bash
                        trap '' TERM
                        (bash -c 'trap "" TERM; sleep 1000 & sleep 1000' &)
                        sleep 1000 &
                        exec python3 server.py
                        """)
                .launch();
        assertTrue(function.leftovers().size() >= 4, () -> function.leftovers().toString());
        instance.stop();
        assertEquals(List.of(), function.leftovers());
    }

    @Test
    void whatTheKernelRefusesIsNotStarted() throws Exception {
        Path interpreter = function.script("#!/bin/no-such-shell\n").folder.resolve("interpreter");
        Files.move(function.folder.resolve("scf_bootstrap"), interpreter);
        StartFailure failure = function.script("#!" + interpreter + "\n").failure(StartProblem.NOT_STARTED);
        assertTrue(failure.details().get(0).contains("No such file"), failure::getMessage);
    }

    @Test
    void theWatchdogEndsTheGroupsThatItWasToldOf() throws Exception {
        Process running = group();
        Process forgotten = group();
        Watchdog watchdog = new Watchdog(means, "unused");
        watchdog.start();
        watchdog.begun(running.pid());
        watchdog.begun(forgotten.pid());
        watchdog.ended(forgotten.pid());
        watchdog.close();
        assertEquals(128 + 9, running.waitFor());
        Await.until("end of the children", () -> function.leftovers().size() == 2);
        assertTrue(forgotten.isAlive());
        try (ProcessTree group = means.tree(forgotten.toHandle(), "", true)) {
            assertEquals(2, group.members().size());
            group.kill();
        }
        assertEquals(128 + 9, forgotten.waitFor());
        Await.until("end of all", () -> function.leftovers().isEmpty());
    }

    @Test
    void withoutAGroupItIsWhatTheLibraryShows() throws Exception {
        Process parent = group();
        try (ProcessTree tree = means.tree(parent.toHandle(), "", false)) {
            assertEquals(2, tree.members().size());
            tree.kill();
            parent.waitFor();
            Await.until("end of all", () -> tree.members().isEmpty());
        }
        assertFalse(parent.isAlive());
    }

    /** Two processes. */
    private Process group() throws Exception {
        List<String> command = new ArrayList<>(means.heading());
        command.addAll(List.of("bash", "-c", "sleep 1000 & wait"));
        Process started =
                new ProcessBuilder(command).directory(function.folder.toFile()).start();
        Await.until("child", () -> started.descendants().count() == 1);
        return started;
    }
}
