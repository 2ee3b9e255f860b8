package io.scflocal.core.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.core.platform.HostSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class CommandNameTest {

    @Test
    void aCommandIsFoundByTheEndingsThatWindowsTries(@TempDir Path programs) throws IOException {
        Path npm = Files.createFile(programs.resolve("npm.cmd"));
        Files.createFile(programs.resolve("npm"));
        Map<String, String> variables = Map.of("Path", "/none;" + programs, "PathExt", ".exe;.cmd");
        List<String> test = List.of("npm", "test");
        assertEquals(List.of(npm.toString(), "test"), CommandName.found(test, variables, HostSystem.WINDOWS));
        assertEquals(test, CommandName.found(test, variables, HostSystem.LINUX));
        assertEquals(List.of("gone"), CommandName.found(List.of("gone"), variables, HostSystem.WINDOWS));
    }
}
