package io.scflocal.app.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.fx.Threads;
import io.scflocal.core.function.FunctionFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real tools: an npm of a chosen Node.js, and pip without a network. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the tools of these tests are shell scripts")
class InstallViewModelTest {
    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final ChecksViewModel checks =
            new ChecksViewModel(new Threads(task -> new Thread(task).start(), screen::add));
    private final InstallViewModel model = checks.installation();

    @TempDir
    Path directory;

    private Path folder;

    @BeforeEach
    void aFunctionWithoutItsDependencies() throws IOException {
        folder = Files.createDirectory(directory.resolve("function"));
        program("scf_bootstrap", "/var/lang/node18/bin/node app.js");
        Files.writeString(folder.resolve("app.js"), "");
        Files.writeString(folder.resolve("package.json"), "{\"dependencies\": {\"ws\": \"8\"}}");
        Files.createDirectory(folder.resolve("bin"));
        program("bin/node", "");
        Files.writeString(folder.resolve("scf-local.json"), "{\"interpreters\": {\"node\": \"bin/node\"}}");
    }

    @AfterEach
    void close() {
        checks.show(Optional.empty());
        checks.closeNow();
    }

    @Test
    void whatIsMissingIsInstalledAndTheFolderLookedAtAgain() throws Exception {
        program("bin/npm", "echo fetching ws; mkdir -p node_modules/ws; echo '{}' > node_modules/ws/package.json");
        open();
        awaitScreen(() -> checks.rows().stream().anyMatch(ProblemRow::installable));
        checks.install();
        awaitScreen(() -> !model.isRunning());
        assertEquals("checks.install.done", model.storyProperty().get().textKey());
        assertEquals(List.of("fetching ws"), model.lines());
        awaitScreen(() -> checks.rows().stream().noneMatch(ProblemRow::installable));
        model.dismiss();
        assertEquals(InstallViewModel.State.NONE, model.storyProperty().get().state());
    }

    @Test
    void aToolThatFailsIsToldWithItsStatus() throws Exception {
        program("bin/npm", "yes npm ERR | head -5000; exit 7");
        open();
        checks.install();
        awaitScreen(() -> !model.isRunning());
        assertEquals(
                List.of("npm install --no-fund --no-audit", "7"),
                model.storyProperty().get().arguments());
        assertEquals(500, model.lines().size());
    }

    @Test
    void anIndexThatIsNotReachedIsToldAsThat() throws Exception {
        program("bin/npm", "echo 'npm error code ECONNREFUSED'; exit 1");
        open();
        checks.install();
        awaitScreen(() -> !model.isRunning());
        assertEquals("config.install.unreachable", model.storyProperty().get().textKey());
    }

    @Test
    void cancellingEndsEverythingThatItHasStarted() throws Exception {
        program("bin/npm", "trap '' TERM; echo $$; (setsid sleep 62.5 &); sleep 62.5 & wait");
        open();
        checks.install();
        awaitScreen(() -> !model.lines().isEmpty());
        ProcessHandle tool =
                ProcessHandle.of(Long.parseLong(model.lines().get(0))).orElseThrow();
        checks.install();
        model.cancel();
        awaitScreen(() -> !model.isRunning());
        assertEquals("checks.install.cancelled", model.storyProperty().get().textKey());
        assertFalse(tool.isAlive());
        assertEquals(
                0,
                ProcessHandle.allProcesses()
                        .filter(left -> left.info().commandLine().orElse("").endsWith("sleep 62.5"))
                        .count());
    }

    @Test
    void whatIsCancelledIsTheInstallationOfThatMomentAndNoLaterOne() throws Exception {
        program("bin/npm", "echo begun; until [ -e go ]; do sleep 0.02; done");
        BlockingQueue<Runnable> background = new LinkedBlockingQueue<>();
        InstallViewModel held = new InstallViewModel(new Threads(background::add, screen::add), () -> {});
        held.cancel();
        held.start(new FunctionFolder(folder));
        Runnable late = background.remove();
        Thread installing = new Thread(background.remove());
        installing.start();
        while (held.lines().isEmpty()) {
            screen.poll(10, TimeUnit.MILLISECONDS);
            held.refresh();
        }
        late.run();
        Files.createFile(folder.resolve("go"));
        installing.join();
        screen.remove().run();
        assertEquals("checks.install.done", held.storyProperty().get().textKey());
    }

    @Test
    void anInstallationCanBeCancelledBeforeItHasBegun() {
        BlockingQueue<Runnable> background = new LinkedBlockingQueue<>();
        InstallViewModel held = new InstallViewModel(new Threads(background::add, Runnable::run), () -> {});
        held.start(new FunctionFolder(folder));
        Runnable installing = background.remove();
        held.cancel();
        background.remove().run();
        installing.run();
        assertEquals("checks.install.cancelled", held.storyProperty().get().textKey());
        assertEquals(List.of(), held.lines());
    }

    @Test
    void pipInstallsIntoTheFolderWithoutANetwork() throws Exception {
        Files.delete(folder.resolve("package.json"));
        Files.delete(folder.resolve("scf-local.json"));
        Path wheel = directory.resolve("greeting-1-py3-none-any.whl");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            entry(zip, "greeting.py", "");
            entry(zip, "greeting-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: greeting\nVersion: 1\n");
            entry(zip, "greeting-1.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
            entry(zip, "greeting-1.dist-info/RECORD", "greeting.py,,\n");
        }
        Files.writeString(folder.resolve("requirements.txt"), "--no-index\n" + wheel + "\n");
        program("scf_bootstrap", "export PYTHONPATH=./packages\n/var/lang/python311/bin/python3.11 app.py");
        open();
        checks.install();
        awaitScreen(() -> !model.isRunning());
        assertEquals("checks.install.done", model.storyProperty().get().textKey(), () -> model.lines()
                .toString());
        assertTrue(Files.exists(folder.resolve("packages/greeting.py")), () -> model.lines()
                .toString());
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void open() {
        checks.show(Optional.of(new FunctionFolder(folder)));
    }

    private void program(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/bash\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void awaitScreen(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 2000 && !condition.getAsBoolean(); i++) {
            Runnable task = screen.poll(10, TimeUnit.MILLISECONDS);
            if (task != null) {
                task.run();
            }
            model.refresh();
        }
        assertTrue(condition.getAsBoolean(), () -> "not within 20 s; " + model.lines());
    }
}
