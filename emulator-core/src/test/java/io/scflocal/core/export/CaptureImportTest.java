package io.scflocal.core.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.capture.Captures;
import io.scflocal.core.capture.StoredCapture;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CaptureImportTest {
    @TempDir
    Path temporary;

    private Captures captures;
    private CaptureImport imports;

    @BeforeEach
    void begin() {
        captures = new Captures(temporary.resolve("captures"));
        imports = new CaptureImport(captures, Ticker.system());
    }

    @ParameterizedTest
    @EnumSource(ImportFormat.class)
    void anImportedFileIsACaptureAmongTheOthers(ImportFormat format) throws Exception {
        Path file = file(format);
        assertEquals(format, ImportFormat.of(file));
        long[] told = {0, 0};
        Path directory = imports.read(file, format, (done, total) -> {
            told[0] = done;
            told[1] = total;
            return true;
        });
        assertEquals(Files.size(file), told[0]);
        assertEquals(Files.size(file), told[1]);
        Captures.Entry entry = captures.list().get(0);
        assertEquals(directory, entry.directory());
        assertTrue(entry.header().startedEpochNanos() > 0 && entry.frames() > 5, entry.toString());
        try (StoredCapture stored = StoredCapture.open(directory)) {
            assertTrue(stored.damage().isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x.jsonl | '' | JSONL",
                "x.jsonl | {} | JSONL",
                "x.jsonl | {\"log\":{}} | HAR",
                "x.json | {} | HAR",
                "x.txt | {\"$schema\":\"scf-frames/1\"} | JSONL",
            })
    void theFormatIsSeenAtTheBeginningAndElseByTheName(String name, String beginning, ImportFormat expected)
            throws Exception {
        assertEquals(expected, ImportFormat.of(Files.writeString(temporary.resolve(name), beginning)));
    }

    @Test
    void nothingIsLeftOfAFileThatIsNone() throws Exception {
        Path file = Files.writeString(temporary.resolve("x.har"), "{\"log\":{\"entries\":[{]}}");
        assertThrows(IOException.class, () -> imports.read(file, ImportFormat.of(file), ExportProgress.NONE));
        assertEquals(List.of(), captures.list());
    }

    @Test
    void nothingIsLeftOfACancelledImport() throws Exception {
        Path file = file(ImportFormat.JSONL);
        assertThrows(CancellationException.class, () -> imports.read(file, ImportFormat.JSONL, (done, total) -> false));
        assertEquals(List.of(), captures.list());
    }

    private Path file(ImportFormat format) throws Exception {
        CaptureWriter writer = format == ImportFormat.HAR
                ? new HarWriter(Redaction.NOTHING, false)
                : new JsonlWriter(Redaction.NOTHING);
        try (StoredCapture capture = SampleCapture.write(temporary.resolve("sample"))) {
            return Files.write(
                    temporary.resolve("exported." + format.id()),
                    SampleCapture.export(writer, capture, FrameSelection.ALL));
        }
    }
}
