package io.scflocal.core.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    !/bin/bash@/var/lang/node12/bin/node server.js                                 | /var/lang/node12/bin/node
                    !/bin/bash@export PATH=/var/lang/node20/bin:$PATH@node server.js               | /var/lang/node20/bin/node
                    !/bin/bash@X=1 /var/lang/python39/bin/python3 -u ./server.py@                  | /var/lang/python39/bin/python3
                    !/bin/bash@cd $(dirname "$0") && /var/lang/python37/bin/python3.7 server.py    | /var/lang/python37/bin/python3.7
                    !/bin/bash@if [ -f /var/lang/python39/bin/python3.9 ]; then /var/lang/python39/bin/python3.9 server.py; fi | /var/lang/python39/bin/python3.9
                    !/bin/bash@N="/var/lang/node18"@"$N"/bin/node server.js                        | /var/lang/node18/bin/node
                    !/var/lang/node16/bin/node@require('./server.js')                              | /var/lang/node16/bin/node
                    !/var/lang/python311/bin/python3.11 -u@exec(open('server.py').read())          | /var/lang/python311/bin/python3.11
                    """)
    void interpretersOfThePlatformAreStoodInFor(String script, String mapped) throws Exception {
        String text = "#" + script.replace('@', '\n');
        Instance instance = function.script(text).launch();
        assertEquals(
                List.of(mapped),
                instance.mappings().stream()
                        .map(InterpreterMapping::platformPath)
                        .toList());
        assertTrue(Files.isExecutable(Path.of(instance.mappings().get(0).localPath())));
        assertEquals(text, Files.readString(function.folder.resolve("scf_bootstrap")));
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
    void onlyWholePathsAreReplaced() {
        String text = "/opt/var/lang/x /var/language $H/var/lang/node12 /var/lang/node99/bin/node";
        assertEquals(text, PlatformPaths.replaceRoot(text, "/T"));
        assertEquals(
                "PATH=/T/node12/bin:/T/node14/bin \"/T\" `/T/java8/bin/java` /T",
                PlatformPaths.replaceRoot(
                        "PATH=/var/lang/node12/bin:/var/lang/node14/bin \"/var/lang\" `/var/lang/java8/bin/java` /var/lang",
                        "/T"));
        assertFalse(PlatformPaths.in("#!/bin/bash\n  # /var/lang/node12/bin/node\nnode x")
                .isAnyAbsent());
    }
}
