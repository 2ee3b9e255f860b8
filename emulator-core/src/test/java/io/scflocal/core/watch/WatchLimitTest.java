package io.scflocal.core.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process whose user may watch little, which only a user namespace has without changing the whole machine. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class WatchLimitTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "max_inotify_watches,2,User limit of inotify watches",
        "max_inotify_instances,0,User limit of inotify instances"
    })
    void whatCanNotBeWatchedIsToldAndLookedThrough(String limit, int most, String reason) throws Exception {
        Path deep = Files.createDirectories(folder.resolve("a/b/c"));
        Files.writeString(deep.resolve("x.js"), "1");
        String command = "echo " + most + " > /proc/sys/user/" + limit + " && exec \"$@\"";
        Process process = new ProcessBuilder(
                        "unshare",
                        "--user",
                        "--map-root-user",
                        "sh",
                        "-c",
                        command,
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WatchAndTell.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = process.inputReader()) {
            String first = output.readLine();
            assumeTrue(first != null, "this machine makes no user namespace");
            assertTrue(first.startsWith("incomplete " + reason), first);
            assertEquals("watching", output.readLine());
            Files.writeString(deep.resolve("x.js"), "22");
            assertEquals("changed [a/b/c/x.js]", output.readLine());
            Files.move(deep.resolve("x.js"), deep.resolve("new.js"));
            assertEquals("changed [a/b/c/new.js, a/b/c/x.js]", output.readLine());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void aLookSeesWhatIsOtherAndNothingElse() throws Exception {
        Files.writeString(folder.resolve("a.js"), "1");
        Files.writeString(folder.resolve("a.log"), "1");
        FolderLook before = FolderLook.at(folder);
        Files.writeString(folder.resolve("a.log"), "22");
        assertEquals(0, FolderLook.at(folder).changesSince(before).size());
        assertEquals(
                1, FolderLook.at(folder.resolve("gone")).changesSince(before).size());
    }
}
