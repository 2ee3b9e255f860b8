package io.scflocal.core.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.scflocal.core.function.StartFile.Finding;
import io.scflocal.core.function.StartFile.Problem;
import io.scflocal.core.platform.HostSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartFileTest {
    @TempDir
    Path directory;

    @Test
    void aFolderWithoutStartFileIsTold() {
        assertEquals(
                Optional.of(new Finding(Problem.MISSING, startFile().toString())),
                examine().finding());
    }

    @Test
    void aDirectoryOfThatNameIsUnreadable() throws IOException {
        Files.createDirectory(startFile());
        assertEquals(Problem.UNREADABLE, problem());
    }

    @Test
    void aFileThatMayNotBeReadIsUnreadable() throws IOException {
        write("#!/bin/bash\n", "-wx------");
        assumeFalse(Files.isReadable(startFile()), "this user may read everything");
        assertEquals(Problem.UNREADABLE, problem());
    }

    @Test
    void theExecuteBitIsNeeded() throws IOException {
        write("#!/bin/bash\nnode app.js", "rw-r--r--");
        assertEquals(Problem.NOT_EXECUTABLE, problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#!/bin/bash\nnode app.js",
                "#!/usr/bin/env bash \nnode app.js\n",
                "#! /bin/sh\t\nexec ./server\n",
                "#!/bin/bash -e",
                "#!/var/lang/node12/bin/node\nrequire('http')\r\n"
            })
    void whatAnOperatingSystemStartsIsAccepted(String script) throws IOException {
        write(script, "rwxr-xr-x");
        assertEquals(Optional.empty(), examine().finding());
        assertEquals(script, examine().script());
    }

    @Test
    void windowsLineEndingsAreToldWithTheirFirstLine() throws IOException {
        write("#!/bin/bash\r\nnode app.js\r\n", "rwxr-xr-x");
        assertEquals(
                Optional.of(new Finding(Problem.WINDOWS_LINE_ENDINGS, "1")),
                examine().finding());
        write("#!/usr/bin/env bash\n\nnode app.js\r\n", "rwxr-xr-x");
        assertEquals(
                Optional.of(new Finding(Problem.WINDOWS_LINE_ENDINGS, "3")),
                examine().finding());
    }

    @Test
    void aByteOrderMarkIsTold() throws IOException {
        write("\ufeff#!/bin/bash\nnode app.js\n", "rwxr-xr-x");
        assertEquals(Problem.BYTE_ORDER_MARK, problem());
    }

    @ParameterizedTest
    @ValueSource(strings = {"node app.js\n", "", "#!\n", "#!   \nx", "# !/bin/bash\n"})
    void aFirstLineWithoutInterpreterIsTold(String script) throws IOException {
        write(script, "rwxr-xr-x");
        assertEquals(
                Optional.of(new Finding(
                        Problem.NO_SHEBANG, script.lines().findFirst().orElse(""))),
                examine().finding());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/no-such-shell", "/var/lang/node99/bin/node", "bash", "/bin"})
    void anInterpreterThatNobodyHasIsTold(String interpreter) throws IOException {
        write("#!" + interpreter + "\n", "rwxr-xr-x");
        assertEquals(
                Optional.of(new Finding(Problem.INTERPRETER_MISSING, interpreter)),
                examine().finding());
    }

    /** There, other programs than those of these paths run it. */
    @Test
    void onWindowsTheInterpretersPathIsNotLookedFor() throws IOException {
        write("#!/bin/no-such-shell\n", "rwxr-xr-x");
        assertTrue(StartFile.examine(new FunctionFolder(directory), HostSystem.WINDOWS)
                .finding()
                .isEmpty());
    }

    @Test
    void aBinaryOfThisMachineNeedsNoFirstLine() throws IOException {
        Files.copy(Path.of("/bin/sh").toRealPath(), startFile());
        Files.setPosixFilePermissions(startFile(), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertTrue(examine().finding().isEmpty());
        assertTrue(examine().shebang().isEmpty());
    }

    @Test
    void aBinaryOfAnotherMachineIsTold() throws IOException {
        write("\u007fELF\2\1\1", "rwxr-xr-x");
        assertEquals(Problem.FOREIGN_BINARY, problem());
    }

    @Test
    void theFirstLineIsReadAsTheKernelReadsIt() {
        assertEquals(Optional.of(new Shebang("/usr/bin/env", "bash")), Shebang.parse("#! /usr/bin/env  bash \t"));
        assertEquals(Optional.of(new Shebang("/bin/x", "a b")), Shebang.parse("#!/bin/x a b"));
        assertTrue(new Shebang("/usr/bin/env", "-S bash -e").isShell());
        assertFalse(new Shebang("/usr/bin/env", "node").isShell());
    }

    private Path startFile() {
        return directory.resolve(FunctionFolder.START_FILE);
    }

    private void write(String script, String mode) throws IOException {
        Files.writeString(startFile(), script, StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(startFile(), PosixFilePermissions.fromString(mode));
    }

    private StartFile examine() {
        return StartFile.examine(new FunctionFolder(directory));
    }

    private Problem problem() {
        return examine().finding().orElseThrow().problem();
    }
}
