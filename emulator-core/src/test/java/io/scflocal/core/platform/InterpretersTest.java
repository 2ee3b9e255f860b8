package io.scflocal.core.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.platform.Interpreter.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpretersTest {
    @ParameterizedTest
    @CsvSource({
        "/var/lang/node12/bin/node, NODE, 12",
        "/var/lang/node26/bin/npm, NODE, 26",
        "/var/lang/python311/bin/python3.11, PYTHON, 3.11",
        "/var/lang/python39/bin/python3, PYTHON, 3.9",
        "/var/lang/python3/bin/python3.6, PYTHON, 3.6",
        "/var/lang/python2/bin/python, PYTHON, 2.7",
        "/var/lang/php7/bin/php, PHP, 7.2",
        "/var/lang/java8/bin/java, JAVA, 8"
    })
    void aPathTellsLanguageAndVersion(String path, Language language, String version) {
        Interpreter interpreter = Interpreters.parse(path).orElseThrow();
        assertEquals(List.of(language, version), List.of(interpreter.language(), interpreter.version()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/var/lang/node99/bin/node", "/var/lang/node12/bin/python3", "/usr/bin/node", "/var/lang"})
    void whatThePlatformDoesNotHaveIsNotKnown(String path) {
        assertTrue(Interpreters.parse(path).isEmpty());
    }

    @Test
    void everyOneIsFoundByItsDirectoryAndItsMainPath() {
        for (Interpreter interpreter : Interpreters.known()) {
            assertEquals(
                    interpreter,
                    Interpreters.inDirectory(interpreter.directory()).orElseThrow());
            assertEquals(interpreter, Interpreters.parse(interpreter.mainPath()).orElseThrow());
        }
        assertEquals(23, Interpreters.known().size());
    }
}
