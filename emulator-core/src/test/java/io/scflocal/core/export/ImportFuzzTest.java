package io.scflocal.core.export;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.scflocal.core.capture.CaptureHeader;
import io.scflocal.core.capture.CaptureLimits;
import io.scflocal.core.capture.StoredCapture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs the inputs that were found so far; with {@code JAZZER_FUZZ=1} it looks for more, one method at a time. */
class ImportFuzzTest {

    private static final CaptureHeader NOTHING_KNOWN = new CaptureHeader("", 0, CaptureLimits.MOST_PAYLOAD);

    private interface Reader {
        void read(InputStream in, Path directory) throws IOException;
    }

    @FuzzTest(maxDuration = "10m")
    void jsonLinesAreACaptureOrAnError(byte[] file) throws IOException {
        importAndOpen(JsonlReader::read, file);
    }

    @FuzzTest(maxDuration = "10m")
    void anArchiveIsACaptureOrAnError(byte[] file) throws IOException {
        importAndOpen((in, directory) -> HarReader.read(in, directory, NOTHING_KNOWN), file);
    }

    private static void importAndOpen(Reader reader, byte[] file) throws IOException {
        Path directory = Files.createTempDirectory("import");
        try {
            reader.read(new ByteArrayInputStream(file), directory.resolve("capture"));
            try (StoredCapture capture = StoredCapture.open(directory.resolve("capture"))) {
                assertTrue(capture.damage().isEmpty());
            }
        } catch (IOException e) {
            assertNotNull(e.getMessage());
        } finally {
            delete(directory);
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(directory)) {
            files = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
