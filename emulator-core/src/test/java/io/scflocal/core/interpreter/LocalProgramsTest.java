package io.scflocal.core.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.function.InterpreterChoices;
import io.scflocal.core.platform.Interpreter;
import io.scflocal.core.platform.Interpreter.Language;
import io.scflocal.core.platform.Interpreters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class LocalProgramsTest {
    @TempDir
    Path home;

    @Test
    void theNearestVersionIsTakenAndAnotherOneIsToldApart() throws Exception {
        for (String version : List.of("16.20.2", "18.14.0", "22.4.1", "broken")) {
            Path bin = Files.createDirectories(home.resolve(".nvm/versions/node/v" + version + "/bin"));
            Files.writeString(bin.resolve("node"), "#!/bin/sh\necho v" + version + "\n");
            Files.setPosixFilePermissions(bin.resolve("node"), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        LocalPrograms programs = new LocalPrograms(Map.of("HOME", home.toString()), InterpreterChoices.NONE);
        assertEquals("18.14.0 same", nearest(programs, "node18"));
        assertEquals("16.20.2 other", nearest(programs, "node8"));
        assertTrue(programs.installed(Language.NODE).stream()
                .map(LocalPrograms.Installed::version)
                .toList()
                .containsAll(List.of("16.20.2", "18.14.0", "22.4.1")));
        assertEquals("18.15", Interpreters.inDirectory("node18").orElseThrow().release());
    }

    private static String nearest(LocalPrograms programs, String directory) {
        Interpreter interpreter = Interpreters.inDirectory(directory).orElseThrow();
        InterpreterMapping mapping = programs.mapping(
                interpreter, "node", programs.find(interpreter, "node").orElseThrow());
        return mapping.localVersion() + (mapping.isOtherVersion() ? " other" : " same");
    }
}
