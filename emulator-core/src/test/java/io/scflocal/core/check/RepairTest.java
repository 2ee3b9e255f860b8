package io.scflocal.core.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairTest {
    @TempDir
    Path directory;

    @Test
    void everythingThatCanBeRepairedIsGoneAfterwards() throws IOException {
        Path start = directory.resolve("scf_bootstrap");
        Files.writeString(start, "\ufeff#!/bin/bash \r\n# é\r\nexec ./run\r\nexit", StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(start, PosixFilePermissions.fromString("rw-r-----"));
        Files.writeString(directory.resolve("run"), "");
        Files.writeString(directory.resolve("app.js"), "server.listen(9000,\n  '127.0.0.1');\n");
        FunctionFolder folder = new FunctionFolder(directory);
        for (Finding finding : findings(folder)) {
            new Repair(folder).apply(finding.fix().orElseThrow());
        }
        assertEquals(List.of(), findings(folder));
        assertEquals("#!/bin/bash\n# é\nexec ./run\nexit\n", Files.readString(start));
        assertEquals("server.listen(9000,\n  '0.0.0.0');\n", Files.readString(directory.resolve("app.js")));
        assertTrue(Files.isExecutable(start));
    }

    @Test
    void bytesThatAreNoTextStay() throws IOException {
        Path start = directory.resolve("scf_bootstrap");
        byte[] before = {'#', '!', '/', 'b', '\r', '\n', (byte) 0xff, (byte) 0x80, '\r', 'x', '\r', '\n'};
        Files.write(start, before);
        Files.setPosixFilePermissions(start, PosixFilePermissions.fromString("rwxr-x---"));
        new Repair(new FunctionFolder(directory)).apply(new Fix(Fix.Kind.UNIX_LINE_ENDINGS, "scf_bootstrap", 1));
        assertArrayEquals(
                new byte[] {'#', '!', '/', 'b', '\n', (byte) 0xff, (byte) 0x80, '\r', 'x', '\n'},
                Files.readAllBytes(start));
        assertEquals("rwxr-x---", PosixFilePermissions.toString(Files.getPosixFilePermissions(start)));
        try (var files = Files.list(directory)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aPreviewShowsTheChangedLinesAndChangesNothing() throws IOException {
        Path app = directory.resolve("app.js");
        Files.writeString(app, "a\nlisten(9000, 'localhost')\nb\n");
        Preview preview =
                new Repair(new FunctionFolder(directory)).preview(new Fix(Fix.Kind.LISTEN_EVERYWHERE, "app.js", 2));
        assertEquals(
                List.of(
                        new LineChange(false, "listen(9000, 'localhost')\n"),
                        new LineChange(true, "listen(9000, '0.0.0.0')\n")),
                preview.changes());
        assertEquals("a\nlisten(9000, 'localhost')\nb\n", Files.readString(app));
    }

    private static List<Finding> findings(FunctionFolder folder) throws IOException {
        return FolderCheck.run(folder, FunctionSettings.defaults("f"), () -> false)
                .findings();
    }
}
