package io.scflocal.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.InterpreterChoices;
import io.scflocal.core.function.StartFile;
import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.interpreter.GitBash;
import io.scflocal.core.interpreter.LocalPrograms;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.HostSystem;
import io.scflocal.core.process.FakeJobApi;
import io.scflocal.core.process.Household;
import io.scflocal.core.process.ScratchDirectory;
import io.scflocal.core.time.Await;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How start files run on Windows, with this machine's bash in the place of Git's. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class BashStartTest {
    private final FakeJobApi api = new FakeJobApi();
    private final Map<String, String> host = new TreeMap<>(System.getenv());
    private FunctionFixture function;
    private Path programs;

    @BeforeEach
    void prepare(@TempDir Path folder, @TempDir Path programs) throws IOException {
        FunctionFixture.needs("bash");
        FunctionFixture.needs("node");
        assumeFalse(Files.exists(Path.of("/var/lang")), "this machine has the platform's interpreters");
        this.programs = programs;
        function = new FunctionFixture(folder);
        host.put("programfiles", programs.toString());
        // Nothing stands on a search path with the separators of Windows here.
        host.put("Path", "C:\\Windows\\System32;" + programs.resolve("wsl/System32"));
        host.remove("PATH");
        ProcessLauncher.Options options = new ProcessLauncher.Options(
                FunctionFixture.GRACE, host, InterpreterChoices.NONE, Household.NONE, true, found -> {});
        function.launcher = ProcessLauncher.plain(Ticker.system(), options, false, HostSystem.WINDOWS, api.means());
    }

    @AfterEach
    void stop() {
        function.close();
        assertEquals(List.of(), function.leftovers());
    }

    @Test
    void aShellScriptRunsUnderItsOwnNameWithThePlatformsInterpreters() throws Exception {
        installBash();
        Instance instance = function.script(
                        """
                        #!/bin/bash
                        echo "0 $0 ${LINENO}"
                        echo "source $(cd "$(dirname "${BASH_SOURCE[0]}")"; pwd)"
                        echo "variable [$SCF_LOCAL_START_FILE] [$#]"
                        words="one two" ; for word in $words; do echo "* $word"; done
                        ls /var/lang/node20/bin/*e
                        export PATH=/var/lang/node18/bin:$PATH
                        exec node server.js
                        """)
                .launch();
        Path start = function.folder.resolve("scf_bootstrap");
        Await.until("listening", () -> function.lines.contains("2"));
        assertEquals(
                List.of("0 " + start + " 2", "source " + function.folder, "variable [] [0]", "* one", "* two"),
                function.lines.subList(0, 5));
        assertTrue(function.lines.get(5).endsWith("/var/lang/node20/bin/node"), function.lines.get(5));
        assertEquals("/var/lang/node18/bin/node", instance.mappings().get(1).platformPath());
        instance.kill(EndCause.MEMORY_LIMIT);
        assertTrue(api.calls.containsAll(List.of("terminate 1", "close job")), api.calls::toString);
    }

    @Test
    void theCommandLineHasNothingThatWindowsWouldTakeApart() throws Exception {
        Path bash = installBash();
        function.script("#!/bin/bash -e\n/var/lang/node18/bin/node server.js\n");
        PreparedStart start = prepare();
        assertEquals(
                List.of(
                        bash.toString(),
                        "-e",
                        "-c",
                        "set -f; IFS=; eval $(<$SCF_LOCAL_START_FILE)",
                        function.folder.resolve("scf_bootstrap").toString()),
                start.words());
        assertEquals(
                List.of("SCF_LOCAL_START_FILE"), List.copyOf(start.variables().keySet()));
        function.script("#!/usr/bin/env bash\nnode server.js\n");
        assertEquals(
                List.of(
                        bash.toString(),
                        function.folder.resolve("scf_bootstrap").toString()),
                prepare().words());
    }

    @Test
    void anotherFirstLineIsRunByWhatItNames() throws Exception {
        function.script("#!/var/lang/node18/bin/node --no-warnings\nrequire('./server.js')\n");
        List<String> words = prepare().words();
        assertTrue(words.get(0).endsWith("node"), words::toString);
        assertEquals("--no-warnings", words.get(1));
        function.script("#!/usr/bin/env -S python3 -u\n");
        assertTrue(prepare().words().get(0).endsWith("python3"));
        assertEquals("-u", prepare().words().get(1));
        function.script("#!/usr/bin/env no-such-program\n").failure(StartProblem.INTERPRETER_MISSING);
    }

    @Test
    void withoutBashItIsToldAtOnce() throws Exception {
        install("wsl/System32/bash.exe");
        host.put("Path", programs.resolve("wsl/System32").toString());
        assertEquals(
                List.of(),
                function.script("#!/bin/bash\nnode server.js\n")
                        .failure(StartProblem.BASH_MISSING)
                        .details());
    }

    private PreparedStart prepare() throws IOException, StartFailure {
        LocalPrograms local = new LocalPrograms(System.getenv(), InterpreterChoices.NONE);
        FunctionFolder folder = new FunctionFolder(function.folder);
        try (ScratchDirectory scratch = ScratchDirectory.create(Household.NONE)) {
            return new BashStart(new GitBash(host), new InterpreterStandIns(local, GitBash::path), local)
                    .prepare(StartFile.examine(folder), folder, scratch.path());
        }
    }

    private Path installBash() throws IOException {
        Path bash = programs.resolve("Git/bin/bash.exe");
        Files.createDirectories(bash.getParent());
        return Files.createSymbolicLink(bash, Path.of("/bin/bash"));
    }

    private Path install(String name) throws IOException {
        Path program = programs.resolve(name);
        Files.createDirectories(program.getParent());
        Files.writeString(program, name);
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
