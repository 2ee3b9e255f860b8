package io.scflocal.core.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.core.platform.HostSystem;
import io.scflocal.core.platform.Interpreter.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where programs are looked for on Windows. */
@EnabledOnOs(OS.LINUX)
class ProgramPlacesTest {
    @TempDir
    Path programs;

    @Test
    void bashIsFoundBesideGitOnTheSearchPathAndInTheUsualPlaces() throws IOException {
        Path git = install("tools/git/cmd/git.exe").getParent();
        Path other = install("msys/bash.exe");
        Map<String, String> variables = new TreeMap<>(Map.of("Path", git + ";" + other.getParent()));
        assertEquals(Optional.of(other), new GitBash(variables).find());
        Path beside = install("tools/git/bin/bash.exe");
        assertEquals(Optional.of(beside), new GitBash(variables).find());
        variables.put("LOCALAPPDATA", programs.toString());
        Path usual = install("Programs/Git/bin/bash.exe");
        assertEquals(Optional.of(usual), new GitBash(variables).find());
        assertEquals("/c/Users/me and you/n", GitBash.path(Path.of("C:\\Users\\me and you\\n")));
    }

    @Test
    void programsAreFoundAsWindowsNamesThem() throws IOException {
        Path node = install("nodejs/node.exe");
        install("nodejs/node.cmd");
        Path managed = install("nvm/v18.20.4/node.exe");
        Map<String, String> variables =
                Map.of("Path", node.getParent() + ";", "AppData", programs.toString(), "ProgramFiles", "/none");
        ProgramPlaces places = new ProgramPlaces(variables, "/none", HostSystem.WINDOWS);
        Collection<Path> found = places.interpreters(Language.NODE);
        assertEquals(List.of(node, managed), List.copyOf(found));
        assertEquals(Optional.of(node), places.named("node"));
    }

    private Path install(String name) throws IOException {
        Path program = programs.resolve(name);
        Files.createDirectories(program.getParent());
        Files.writeString(program, name);
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
