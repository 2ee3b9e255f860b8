package io.scflocal.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.scflocal.core.function.InterpreterChoices;
import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.time.Await;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class InterpreterStandInsTest {
    private FunctionFixture function;

    @BeforeEach
    void prepare(@TempDir Path directory) throws IOException {
        FunctionFixture.needs("bash");
        FunctionFixture.needs("node");
        FunctionFixture.needs("python3");
        assumeFalse(Files.exists(Path.of("/var/lang")), "this machine has the platform's interpreters");
        function = new FunctionFixture(directory);
    }

    @AfterEach
    void stop() {
        function.close();
        assertEquals(List.of(), function.leftovers());
    }

    @Test
    void javaIsStoodInFor() throws Exception {
        FunctionFixture.needs("java");
        StartFailure failure = function.script(
                        "#!/bin/bash\necho $0\nJAVA=/var/lang/java11/bin/java; $JAVA -version; exit 3\n")
                .failure(StartProblem.EXITED_BEFORE_READY);
        assertEquals("3", failure.details().get(0));
        assertTrue(failure.lastOutput().toString().contains("Runtime Environment"), failure.lastOutput()::toString);
        Path copy = Path.of(function.lines.get(0));
        assertFalse(copy.startsWith(function.folder));
        assertFalse(Files.exists(copy.getParent().getParent()));
    }

    @Test
    void aRuntimeThatThePlatformDoesNotHaveIsMissingUnderItsOwnName() throws Exception {
        StartFailure failure = function.script("#!/bin/bash\nls /var/lang\n/var/lang/node99/bin/node server.js\n")
                .failure(StartProblem.EXITED_BEFORE_READY);
        assertEquals("127", failure.details().get(0));
        String output = failure.lastOutput().toString();
        assertTrue(output.contains(" /var/lang/node99/bin/node: No such file"), output);
        assertTrue(output.contains("node20"), output);
    }

    @Test
    void anInterpreterThatNothingStandsInForIsTold() throws Exception {
        assumeFalse(
                Stream.of("/usr/local/bin/php", "/usr/bin/php").anyMatch(php -> Files.exists(Path.of(php))),
                "PHP is installed");
        assertEquals(
                List.of("/var/lang/php80/bin/php"),
                function.script("#!/bin/bash\n# /var/lang/node12/bin/node\n/var/lang/php80/bin/php x.php\n")
                        .failure(StartProblem.INTERPRETER_MISSING)
                        .details());
        function.script("#!/var/lang/php7/bin/php\n").failure(StartProblem.INTERPRETER_MISSING);
    }

    @Test
    void whatIsChosenRunsAndTheMorePreciseChoiceWins() throws Exception {
        Path chosen = program("my-node", "echo chosen; exec node \"$@\"");
        launchWith(Map.of("node", chosen));
        assertEquals(List.of("chosen"), function.lines.stream().limit(1).toList());
        Path better = program("better", "echo better; exec node \"$@\"");
        function.close();
        function.lines.clear();
        Instance instance = launchWith(Map.of("node", chosen, "node18", better));
        assertEquals("better", function.lines.get(0));
        assertEquals(better.toString(), instance.mappings().get(0).localPath());
    }

    @Test
    void aChosenProgramThatIsNotThereIsTold() throws Exception {
        function.launcher = launcher(Map.of("node", Path.of("/no/such/node")));
        function.script("#!/bin/bash\n/var/lang/node18/bin/node server.js\n");
        assertEquals(
                List.of("/no/such/node", "/var/lang/node18/bin/node"),
                function.failure(StartProblem.CHOSEN_INTERPRETER_MISSING).details());
    }

    private Instance launchWith(Map<String, Path> choices) throws Exception {
        function.launcher = launcher(choices);
        Instance instance = function.script("#!/bin/bash\n/var/lang/node18/bin/node server.js\n")
                .launch();
        Await.until("output", () -> !function.lines.isEmpty());
        return instance;
    }

    private ProcessLauncher launcher(Map<String, Path> choices) {
        function.interpreters = new InterpreterChoices(choices);
        return ProcessLauncher.plain(Ticker.system(), function.options(), false);
    }

    private Path program(String name, String body) throws IOException {
        Path program = function.folder.resolve(name);
        Files.writeString(program, "#!/bin/sh\n[ \"$1\" = --version ] && exec node --version\n" + body + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program;
    }
}
