package io.scflocal.core.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.capture.Gap;
import io.scflocal.core.capture.LimitsRecord;
import io.scflocal.core.capture.StoredCapture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that the quota has taken are told of in every format that has frames in it. */
class GapExportTest {
    private static final Gap GAP =
            new Gap(12_345, 4, SampleCapture.START, SampleCapture.START + 122_000_000_000L, 2L << 30);
    private static final String SENTENCE =
            "12,345 frames from 2026-11-22T04:03:11.042117003Z to 2026-11-22T04:05:13.042117003Z were dropped (quota 2048 MB)";
    private static final JsonlWriter JSONL = new JsonlWriter(Redaction.SECRETS);

    private static final LimitsRecord LIMITS =
            new LimitsRecord(SampleCapture.START, "聊天室", 15_000_000_000L, 900_000_000_000L, true);

    @TempDir
    Path temporary;

    private StoredCapture capture() throws Exception {
        Path directory = temporary.resolve("capture");
        SampleCapture sample = new SampleCapture(directory);
        sample.scan(sample.scanner(1, SampleCapture.UP), new byte[] {(byte) 0x81, 0});
        for (int i = 0; i < 9; i++) {
            sample.scan(sample.scanner(1, SampleCapture.DOWN), new byte[] {(byte) 0x81, 1, 'x'});
        }
        sample.store.record(GAP);
        sample.store.record(LIMITS);
        assertEquals(Optional.of(GAP), sample.store.gap());
        sample.store.close();
        return StoredCapture.open(directory);
    }

    private static String text(CaptureWriter writer, StoredCapture capture) throws IOException {
        return new String(SampleCapture.export(writer, capture, FrameSelection.ALL), StandardCharsets.UTF_8);
    }

    private StoredCapture imported(byte[] lines) throws IOException {
        Path directory = temporary.resolve("imported");
        JsonlReader.read(new ByteArrayInputStream(lines), directory);
        return StoredCapture.open(directory);
    }

    @Test
    void jsonLinesKeepItAndGiveItBack() throws Exception {
        try (StoredCapture capture = capture()) {
            assertEquals(Optional.of(GAP), capture.gap());
            byte[] lines = SampleCapture.export(JSONL, capture, FrameSelection.ALL);
            assertTrue(new String(lines, StandardCharsets.UTF_8)
                    .lines()
                    .toList()
                    .get(2)
                    .contains("\"ev\":\"gap\""));
            try (StoredCapture imported = imported(lines)) {
                assertEquals(Optional.of(GAP), imported.gap());
                assertEquals(List.of(LIMITS), imported.limits());
                assertArrayEquals(lines, SampleCapture.export(JSONL, imported, FrameSelection.ALL));
            }
        }
    }

    @Test
    void connectionsAndLinesThatAreMissingAreToldOfAsWell() throws Exception {
        Gap gap = new Gap(0, 0, SampleCapture.START, SampleCapture.START, 2L << 30, 7, 9);
        Path directory = temporary.resolve("capture");
        SampleCapture sample = new SampleCapture(directory);
        sample.store.record(gap);
        sample.store.close();
        try (StoredCapture capture = StoredCapture.open(directory)) {
            assertEquals(Optional.of(gap), capture.gap());
            byte[] lines = SampleCapture.export(JSONL, capture, FrameSelection.ALL);
            try (StoredCapture imported = imported(lines)) {
                assertEquals(Optional.of(gap), imported.gap());
            }
            String archive = text(new HarWriter(Redaction.SECRETS, false), capture);
            assertTrue(
                    archive.contains("7 connection records, 9 lines of the log were dropped (quota 2048 MB)"), archive);
        }
    }

    @Test
    void aSelectionSaysHowManyOfTheDroppedFramesItHas() throws Exception {
        try (StoredCapture capture = capture()) {
            FrameSelection odd = SampleCapture.matching(number -> number % 2 == 1, capture.count());
            try (StoredCapture imported = imported(SampleCapture.export(JSONL, capture, odd))) {
                assertEquals(5, imported.count());
                assertEquals(Optional.of(GAP.endingAt(2)), imported.gap());
            }
        }
    }

    @Test
    void otherFormatsSayItInASentence() throws Exception {
        try (StoredCapture capture = capture()) {
            String archive = text(new HarWriter(Redaction.SECRETS, false), capture);
            assertTrue(archive.contains("\"comment\":\"" + SENTENCE + "\""), archive);
            assertTrue(archive.contains("\"_droppedFrames\":{\"count\":12345,"), archive);
            String table = text(new CsvWriter(CsvWriter.Style.PLAIN), capture);
            assertTrue(
                    table.contains("note\r\n,2026-11-22T04:03:11.042117003Z,,,gap,,,,,\"" + SENTENCE + "\"\r\n0,"),
                    table);
            byte[] packets = SampleCapture.export(new PcapngWriter(Redaction.SECRETS), capture, FrameSelection.ALL);
            String section =
                    new String(packets, 0, packets[4] & 0xFF | (packets[5] & 0xFF) << 8, StandardCharsets.UTF_8);
            assertTrue(section.contains(SENTENCE), section);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"frames\":0,\"listed\":0,\"t\":\"2026-11-22T04:03:11Z\",\"until\":\"2026-11-22T04:03:12Z\"",
                "\"frames\":3,\"listed\":4,\"t\":\"2026-11-22T04:03:11Z\",\"until\":\"2026-11-22T04:03:12Z\"",
                "\"frames\":3,\"listed\":3,\"t\":\"2026-11-22T04:03:11Z\",\"until\":\"2026-11-22T04:03:10Z\"",
                "\"frames\":3,\"listed\":3,\"t\":\"2026-11-22T04:03:11Z\"",
            })
    void aGapThatCannotBeIsRefused(String fields) {
        String lines = "{\"$schema\":\"scf-frames/1\",\"started\":\"2026-11-22T04:03:11Z\"}\n{\"ev\":\"gap\"," + fields
                + "}\n";
        assertThrows(IOException.class, () -> imported(lines.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatListsMoreThanThereIsIsNoGap() throws Exception {
        SampleCapture sample = new SampleCapture(temporary.resolve("short"));
        sample.store.record(GAP);
        sample.store.close();
        try (StoredCapture cut = StoredCapture.open(temporary.resolve("short"))) {
            assertEquals(Optional.empty(), cut.gap());
        }
    }
}
