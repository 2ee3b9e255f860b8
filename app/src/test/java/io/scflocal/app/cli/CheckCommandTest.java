package io.scflocal.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.text.Language;
import io.scflocal.app.text.Messages;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class CheckCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void aStartFileThatTheCloudDoesNotStart() throws IOException {
        Path start = folder.resolve("scf_bootstrap");
        Files.writeString(start, "#!/bin/bash\r\n./run\r\n");
        Files.writeString(folder.resolve("run"), "");
        for (Path file : new Path[] {start, folder.resolve("run")}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void findingsAreSaidAndNothingIsChanged() throws IOException {
        assertEquals(1, check(false, true, false));
        assertTrue(out().contains("error  scf_bootstrap:1  2 lines end in CR LF"), out());
        assertTrue(out().contains("    - #!/bin/bash<CR>\n"), out());
        assertEquals("#!/bin/bash\r\n./run\r\n", Files.readString(folder.resolve("scf_bootstrap")));
    }

    @Test
    void jsonHoldsTheSame() throws IOException {
        assertEquals(1, check(true, false, false));
        JsonNode finding = new ObjectMapper().readTree(out());
        assertEquals("windows-line-endings", finding.path("id").asString());
        assertEquals("error", finding.path("severity").asString());
        assertEquals("scf_bootstrap", finding.path("file").asString());
        assertEquals(1, finding.path("line").asInt());
        assertEquals("unix-line-endings", finding.path("fix").asString());
        assertEquals("-#!/bin/bash\r\n", finding.path("changes").path(0).asString());
    }

    @Test
    void whatIsSafeToRepairIsRepaired() throws IOException {
        assertEquals(0, check(false, false, true));
        assertTrue(out().contains("Nothing was found"), out());
        assertEquals("#!/bin/bash\n./run\n", Files.readString(folder.resolve("scf_bootstrap")));
    }

    private int check(boolean json, boolean preview, boolean fix) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new CheckCommand(
                        new CheckCommand.Options(
                                new FunctionFolder(folder), FunctionSettings.defaults("f"), json, preview, fix),
                        new Terminal(stream, stream, false),
                        Messages.in(Language.ENGLISH))
                .execute();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
