package io.scflocal.app.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWindowsTest {
    private static final int LONG_ENOUGH = 20;

    @TempDir
    Path directory;

    private final Semaphore shown = new Semaphore(0);
    private Path folder;
    private FolderWindows windows;

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createDirectory(directory.resolve("function"));
        windows = new FolderWindows(directory.resolve("run"));
    }

    /** A window in a process of its own, which stays until its input ends. */
    public static final class OtherWindow {
        private OtherWindow() {}

        public static void main(String[] arguments) throws IOException {
            FolderWindows windows = new FolderWindows(Path.of(arguments[0]));
            FolderClaim claim = windows.claim(Path.of(arguments[1]), () -> System.out.println("shown"))
                    .orElseThrow();
            System.out.println("holds " + claim.held().size());
            System.in.read();
        }
    }

    private boolean isShown() throws InterruptedException {
        return shown.tryAcquire(LONG_ENOUGH, TimeUnit.SECONDS);
    }

    @Test
    void aSecondWindowShowsTheFirst() throws Exception {
        FolderClaim first = windows.claim(folder, shown::release).orElseThrow();
        assertTrue(windows.claim(folder, () -> {}).isEmpty());
        assertTrue(isShown());
        assertTrue(windows.show(folder));
        assertTrue(isShown());
        first.close();
        assertFalse(windows.show(folder));
        windows.claim(folder, () -> {}).orElseThrow().close();
    }

    @Test
    void anotherWayToTheSameFolderLeadsToTheSameWindow() throws Exception {
        FolderClaim first = windows.claim(folder, shown::release).orElseThrow();
        assertTrue(windows.show(folder.resolve("../function/.")));
        assertFalse(windows.show(directory));
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"), "no links here");
        assertTrue(windows.show(Files.createSymbolicLink(directory.resolve("link"), folder)));
        first.close();
    }

    @Test
    void anotherProcessIsShownAndAKilledOneLeavesNothingInTheWay() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherWindow.class.getName(),
                        windows.directory().toString(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = other.inputReader()) {
            assertEquals("holds 3", said.readLine());
            assertTrue(windows.claim(folder, () -> {}).isEmpty());
            assertEquals("shown", said.readLine());
        } finally {
            other.destroyForcibly();
            assertTrue(other.waitFor(LONG_ENOUGH, TimeUnit.SECONDS));
        }
        assertFalse(windows.show(folder));
        FolderClaim claim = windows.claim(folder, shown::release).orElseThrow();
        assertTrue(windows.show(folder));
        assertTrue(isShown());
        claim.close();
    }

    @Test
    void nobodyElseMayEnterTheDirectory() throws IOException {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"), "no permissions here");
        windows.claim(folder, () -> {}).orElseThrow().close();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(windows.directory())));
    }

    @Test
    void whereNoFilesCanBeMadeEveryWindowStandsAlone() throws IOException {
        FolderWindows nowhere =
                new FolderWindows(Files.createFile(directory.resolve("file")).resolve("run"));
        assertTrue(nowhere.claim(folder, () -> {}).isPresent());
        assertTrue(nowhere.claim(folder, () -> {}).isPresent());
        assertFalse(nowhere.show(folder));
    }
}
