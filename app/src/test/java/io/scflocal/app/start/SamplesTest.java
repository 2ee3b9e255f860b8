package io.scflocal.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {
    @TempDir
    private Path directory;

    private static List<String> names(List<Sample> samples) {
        return samples.stream().map(Sample::name).toList();
    }

    @Test
    void listsOnlyTheSamplesThatAreThere() throws IOException {
        Files.createDirectories(directory.resolve("samples/ws_python"));
        Files.createDirectories(directory.resolve("samples/ws_java"));
        assertEquals(
                List.of("ws_java", "ws_python"),
                names(Samples.find(Map.of(Samples.HOME, directory.toString())::get, Path.of("/"))));
    }

    @Test
    void findsThemAboveTheWorkingDirectory() throws IOException {
        Files.createDirectories(directory.resolve("samples/ws_node"));
        Path below = Files.createDirectories(directory.resolve("app/target"));
        assertEquals(List.of("ws_node"), names(Samples.find(name -> null, below)));
    }

    @Test
    void theNamedDirectoryGoesBeforeEverythingElse() throws IOException {
        Files.createDirectories(directory.resolve("samples/ws_node"));
        Path named = Files.createDirectories(directory.resolve("named"));
        assertEquals(List.of(), names(Samples.find(Map.of(Samples.DIRECTORY, named.toString())::get, directory)));
    }
}
