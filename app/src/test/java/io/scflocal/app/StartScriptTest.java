package io.scflocal.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/scf-local} in a path with a space, called through a link, with a Java that only prints its arguments. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell script")
class StartScriptTest {
    private static final Path SCRIPT = Path.of("src", "main", "dist", "bin", "scf-local");

    @TempDir
    Path directory;

    private Path home;
    private Path link;
    private Path java;
    private String locale = "C.UTF-8";

    @BeforeEach
    void install() throws IOException {
        home = directory.toRealPath().resolve("my programs").resolve("scf-local");
        Files.createDirectories(home.resolve("bin"));
        Files.copy(SCRIPT, home.resolve("bin").resolve("scf-local"));
        link = Files.createSymbolicLink(
                directory.resolve("link"), home.resolve("bin").resolve("scf-local"));
        java = directory.resolve("a jdk");
        Files.createDirectories(java.resolve("bin"));
        Path program = Files.writeString(
                java.resolve("bin").resolve("java"), "#!/bin/sh\nprintf '%s\\n' LC_ALL=$LC_ALL \"$@\"\nexit 3\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void runsHeadlessWithoutJavaFxAndPassesArgumentsAndStatusOn() throws Exception {
        List<String> arguments = start("17.0.15", 3, "run", "my folder", "--env", "A=b c");
        assertTrue(arguments.contains(home.resolve("lib") + "/*"), arguments.toString());
        assertTrue(arguments.contains("-Dscflocal.home=" + home), arguments.toString());
        assertFalse(arguments.contains("--module-path"), arguments.toString());
        assertFalse(arguments.contains("--sun-misc-unsafe-memory-access=allow"), arguments.toString());
        assertEquals(
                List.of("io.scflocal.app.Main", "run", "my folder", "--env", "A=b c"),
                arguments.subList(arguments.size() - 5, arguments.size()));
    }

    @Test
    void opensTheWindowWithJavaFxOnTheModulePath() throws Exception {
        List<String> arguments = start("17.0.15", 3, "my folder");
        int modulePath = arguments.indexOf("--module-path");
        assertEquals(home.resolve("lib").resolve("javafx").toString(), arguments.get(modulePath + 1));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have no /proc")
    void aPackagesArchiveOfClassesFindsTheClassPathThatItWasMadeFor() throws Exception {
        Path bundled = home.resolve("lib").resolve("runtime").resolve("bin");
        Files.createDirectories(bundled);
        Files.copy(java.resolve("bin").resolve("java"), bundled.resolve("java"), StandardCopyOption.COPY_ATTRIBUTES);
        Path jars = Files.createDirectories(home.resolve("lib").resolve("app"));
        Files.writeString(jars.resolve("class-path"), "/proc/self/fd/9/a.jar:/proc/self/fd/9/b.jar\n");
        List<String> arguments = start("17.0.15", 3, "my folder");
        assertTrue(arguments.contains("/proc/self/fd/9/a.jar:/proc/self/fd/9/b.jar"), arguments.toString());
        assertTrue(arguments.contains("-XX:SharedArchiveFile=/proc/self/fd/9/classes.jsa"), arguments.toString());
    }

    @Test
    void silencesWhatNewerJavaWarnsOf() throws Exception {
        assertTrue(start("25.0.3", 3, "run", "x").contains("--sun-misc-unsafe-memory-access=allow"));
    }

    @Test
    void aLocaleThatIsNotInstalledStillGivesUtf8AndItsLanguage() throws Exception {
        locale = "zh_XX.UTF-8";
        List<String> arguments = start("17.0.15", 3, "run", "x");
        assertTrue(arguments.contains("-Duser.language=zh"), arguments.toString());
        assertTrue(arguments.contains("LC_ALL=C.UTF-8"), arguments.toString());
    }

    private List<String> start(String version, int status, String... arguments) throws Exception {
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        List<String> command = new ArrayList<>(List.of(link.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment().put("LC_ALL", locale);
        Process process = builder.start();
        List<String> lines = process.inputReader().lines().toList();
        assertEquals(status, process.waitFor(), lines.toString());
        return lines;
    }
}
