package io.scflocal.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.core.check.InstallStep;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.InstallTool;
import io.scflocal.core.function.InterpreterChoices;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.process.Household;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DependencyInstallTest {
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

    @TempDir
    Path folder;

    @BeforeEach
    void aPackageThatNeedsNoNetwork() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/npm")), "npm is not installed");
        Files.createDirectory(folder.resolve("greeting"));
        Files.writeString(folder.resolve("greeting/package.json"), "{\"name\": \"greeting\", \"version\": \"1.0.0\"}");
        Files.writeString(
                folder.resolve("package.json"),
                "{\"name\": \"f\", \"dependencies\": {\"greeting\": \"file:greeting\"}}");
    }

    @Test
    void whatFitsTheFolderIsRunAndItsOutputShown() throws Exception {
        List<InstallStep> steps = InstallStep.of(new FunctionFolder(folder));
        assertEquals(List.of("install", "--no-fund", "--no-audit"), steps.get(0).arguments());
        assertEquals(0, start(steps.get(0).arguments(), line -> {}).await());
        assertTrue(Files.exists(folder.resolve("node_modules/greeting/package.json")));
        assertTrue(lines.stream().anyMatch(line -> line.contains("added 1 package")), lines::toString);
        assertEquals(
                "ci",
                InstallStep.of(new FunctionFolder(folder)).get(0).arguments().get(0));
    }

    @Test
    void aFailureHasTheToolsOwnStatus() throws Exception {
        assertNotEquals(0, start(List.of("no-such-command"), line -> {}).await());
    }

    @Test
    void whatWasStartedEndsWhenItIsGivenUp() throws Exception {
        Files.writeString(
                folder.resolve("package.json"),
                "{\"name\": \"f\", \"scripts\": {\"wait\": \"echo waiting for you; exec sleep 61.5\"}}");
        CountDownLatch waiting = new CountDownLatch(1);
        DependencyInstall install = start(List.of("run", "wait"), line -> {
            if (line.equals("waiting for you")) {
                waiting.countDown();
            }
        });
        assertTrue(waiting.await(30, TimeUnit.SECONDS), lines::toString);
        install.cancel();
        assertNotEquals(0, install.await());
        assertEquals(
                0,
                ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").endsWith("sleep 61.5"))
                        .count());
    }

    private DependencyInstall start(List<String> arguments, java.util.function.Consumer<String> more)
            throws IOException, StartFailure {
        return DependencyInstall.start(
                new FunctionFolder(folder),
                InstallTool.NPM,
                arguments,
                new DependencyInstall.Options(System.getenv(), InterpreterChoices.NONE, Household.NONE),
                (stream, line) -> {
                    lines.add(line);
                    more.accept(line);
                });
    }
}
