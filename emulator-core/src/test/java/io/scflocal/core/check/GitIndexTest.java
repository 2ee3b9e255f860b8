package io.scflocal.core.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitIndexTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void readsTheModeThatGitHasRecorded(int version) throws IOException, InterruptedException {
        git("init", "-q");
        for (String name :
                List.of("a", "function/app.js", "function/scf_bootstrap", "function/später.js", "other/run")) {
            Files.createDirectories(directory.resolve(name).getParent());
            Files.writeString(directory.resolve(name), name);
        }
        git("add", ".");
        git("update-index", "--chmod=+x", "other/run");
        if (version == 3) {
            // Only entries with such a flag make git write the third version.
            Files.writeString(directory.resolve("b"), "");
            git("add", "--intent-to-add", "b");
        }
        git("update-index", "--index-version", Integer.toString(version));
        assertEquals(OptionalInt.of(0100644), GitIndex.modeOf(directory.resolve("function/scf_bootstrap")));
        assertEquals(OptionalInt.of(0100755), GitIndex.modeOf(directory.resolve("other/run")));
        Files.writeString(directory.resolve("function/new"), "");
        assertEquals(OptionalInt.empty(), GitIndex.modeOf(directory.resolve("function/new")));
    }

    @Test
    void aBrokenIndexTellsNothing() throws IOException {
        Files.createDirectory(directory.resolve(".git"));
        Files.writeString(directory.resolve(".git/index"), "DIRC");
        Files.writeString(directory.resolve("scf_bootstrap"), "");
        assertEquals(OptionalInt.empty(), GitIndex.modeOf(directory.resolve("scf_bootstrap")));
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "git is not installed");
            return;
        }
        assertEquals(0, process.waitFor(), command::toString);
    }
}
