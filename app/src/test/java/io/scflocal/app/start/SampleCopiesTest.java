package io.scflocal.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.function.FunctionFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no execute bits")
class SampleCopiesTest {
    @TempDir
    Path directory;

    private Sample sample;

    @BeforeEach
    void install() throws IOException {
        Path installed = Files.createDirectories(directory.resolve("opt/ws_java"));
        Path start = Files.writeString(installed.resolve(FunctionFolder.START_FILE), "#!/bin/bash\n");
        Files.setPosixFilePermissions(start, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(Files.createDirectories(installed.resolve("src")).resolve("a.js"), "1");
        sample = new Sample("ws_java", installed);
    }

    @Test
    void copiesWithExecuteBitsAndNeverTouchesACopyAgain() throws IOException {
        SampleCopies copies = new SampleCopies(directory.resolve("data"));
        Path copy = copies.of(sample).path();
        assertEquals(directory.resolve("data/ws_java"), copy);
        assertTrue(Files.isExecutable(copy.resolve(FunctionFolder.START_FILE)));
        Files.writeString(copy.resolve("src/a.js"), "changed");
        copies.of(sample);
        assertEquals("changed", Files.readString(copy.resolve("src/a.js")));
    }

    @Test
    void showsTheOriginalWhereNothingCanBeCopied() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertEquals(sample, new SampleCopies(file.resolve("data")).of(sample));
    }
}
