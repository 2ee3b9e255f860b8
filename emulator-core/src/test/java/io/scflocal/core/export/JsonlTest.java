package io.scflocal.core.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.capture.StoredCapture;
import io.scflocal.core.frame.FrameOrigin;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.frame.WireFrames;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class JsonlTest {
    private static final String HEADER =
            "{\"$schema\":\"scf-frames/1\",\"folder\":\"\",\"started\":\"2026-11-22T04:03:11Z\"}\n";

    @TempDir
    Path temporary;

    @ParameterizedTest
    @EnumSource
    void isTheSameAfterImportAndExport(Redaction redaction) throws Exception {
        try (StoredCapture capture = SampleCapture.write(temporary.resolve("a"))) {
            assertRoundTrip(capture, redaction);
        }
    }

    @Test
    void framesOfEveryKindAreTheSameAfterImportAndExport() throws Exception {
        SampleCapture sample = new SampleCapture(temporary.resolve("a"));
        sample.store.record(sample.connection(1, 101, "permessage-deflate"));
        byte[] stream = WireFrames.stream(new Random(5), 400);
        sample.scan(sample.scanner(1, SampleCapture.UP), stream);
        FrameScanner cut = sample.scanner(2, SampleCapture.DOWN);
        cut.scan(ByteBuffer.wrap(WireFrames.frame(0x81, 7, new byte[9]), 0, 10));
        cut = sample.scanner(3, SampleCapture.DOWN);
        cut.scan(ByteBuffer.wrap(WireFrames.header(0x82, null, Long.MAX_VALUE, 8)));
        for (FrameOrigin origin : List.of(FrameOrigin.USER, FrameOrigin.PLATFORM)) {
            new FrameScanner(sample.store.recorder(3, SampleCapture.UP, origin))
                    .scan(ByteBuffer.wrap(WireFrames.frame(0x81, 7, new byte[] {'o'})));
        }
        sample.store.close();
        try (StoredCapture capture = StoredCapture.open(temporary.resolve("a"))) {
            assertEquals(404, capture.count());
            assertEquals(FrameOrigin.PEER, capture.frame(401).origin());
            assertEquals(FrameOrigin.USER, capture.frame(402).origin());
            assertEquals(FrameOrigin.PLATFORM, capture.frame(403).origin());
            assertRoundTrip(capture, Redaction.SECRETS);
        }
    }

    @Test
    void importedFramesHaveTheBytesOfTheWire() throws Exception {
        try (StoredCapture capture = SampleCapture.write(temporary.resolve("a"))) {
            byte[] lines = SampleCapture.export(new JsonlWriter(Redaction.NOTHING), capture, FrameSelection.ALL);
            JsonlReader.read(new ByteArrayInputStream(lines), temporary.resolve("b"));
            try (StoredCapture imported = StoredCapture.open(temporary.resolve("b"))) {
                assertEquals(SampleCapture.FRAMES, imported.count());
                for (long number = 0; number < imported.count(); number++) {
                    FrameRecord frame = capture.frame(number);
                    assertEquals(frame, imported.frame(number));
                    assertArrayEquals(
                            Payload.wire(capture, frame).bytes(),
                            Payload.wire(imported, frame).bytes());
                }
                assertEquals(capture.header().folder(), imported.header().folder());
                assertEquals(
                        capture.header().startedEpochNanos(), imported.header().startedEpochNanos());
                assertEquals(
                        capture.header().longestPayload(), imported.header().longestPayload());
                for (int connection = 1; connection <= 3; connection++) {
                    assertEquals(
                            capture.session().connection(connection),
                            imported.session().connection(connection));
                }
                assertEquals(capture.session().lines(0, 9), imported.session().lines(0, 9));
            }
        }
    }

    @Test
    void givesSecretsAwayOnlyWhenAskedTo() throws Exception {
        try (StoredCapture capture = SampleCapture.write(temporary.resolve("a"))) {
            assertFalse(text(Redaction.SECRETS, capture).contains("s3cret"));
            assertEquals(18, text(Redaction.NOTHING, capture).split("s3cret", -1).length - 1);
            assertTrue(text(Redaction.SECRETS, capture).contains("/chat?room=早&access_token=redacted"));
        }
    }

    @Test
    void eventsStandInTheOrderOfTime() throws Exception {
        try (StoredCapture capture = SampleCapture.write(temporary.resolve("a"))) {
            List<String> kinds = text(Redaction.SECRETS, capture)
                    .lines()
                    .map(line -> line.replaceAll("\\{\"(n|ev|\\$schema)\":\"?([^,\"]*).*", "$2"))
                    .toList();
            assertEquals(
                    List.of(
                            "scf-frames/1",
                            "open",
                            "log",
                            "0",
                            "1",
                            "2",
                            "3",
                            "4",
                            "5",
                            "open",
                            "open",
                            "6",
                            "7",
                            "log",
                            "8",
                            "9",
                            "10",
                            "11",
                            "end",
                            "end"),
                    kinds);
        }
    }

    @Test
    void aSelectionHasItsConnectionsOnly() throws Exception {
        try (StoredCapture capture = SampleCapture.write(temporary.resolve("a"))) {
            FrameSelection selection = SampleCapture.matching(number -> number == 7 || number == 8, capture.count());
            String lines = new String(
                    SampleCapture.export(new JsonlWriter(Redaction.SECRETS), capture, selection),
                    StandardCharsets.UTF_8);
            assertEquals(4, lines.lines().count(), lines);
            assertTrue(lines.contains("\"conn\":3") && !lines.contains("\"conn\":1"), lines);
        }
    }

    @Test
    void stopsWhenItIsCancelled() throws Exception {
        try (StoredCapture capture = SampleCapture.write(temporary.resolve("a"))) {
            assertThrows(CancellationException.class, () -> new JsonlWriter(Redaction.SECRETS)
                    .write(
                            CaptureSource.of(capture),
                            FrameSelection.ALL,
                            new ByteArrayOutputStream(),
                            (done, total) -> false));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[1]",
                "{\"$schema\":\"other\"}",
                HEADER + "{\"ev\":\"what\"}",
                HEADER + "17",
                HEADER + "{",
                HEADER + "{\"ev\":\"end\",\"conn\":4}",
                HEADER
                        + "{\"t\":\"2026-11-22T04:03:11Z\",\"conn\":1,\"dir\":\"c2f\",\"op\":\"text\",\"len\":5,\"wire\":7}",
                HEADER
                        + "{\"t\":\"2026-11-22T04:03:11Z\",\"conn\":1,\"dir\":\"c2f\",\"op\":\"text\",\"len\":0,\"wire\":5}",
                HEADER + "{\"t\":\"never\",\"conn\":1,\"dir\":\"c2f\",\"op\":\"text\",\"len\":0,\"wire\":2}",
                HEADER
                        + "{\"t\":\"2026-11-22T04:03:11Z\",\"conn\":0,\"dir\":\"c2f\",\"op\":\"text\",\"len\":0,\"wire\":2}",
                HEADER + "{\"t\":\"2026-11-22T04:03:11Z\",\"conn\":1e999,\"dir\":\"c2f\",\"op\":\"text\"}",
                HEADER + "{\"t\":\"2026-11-22T04:03:11Z\",\"conn\":1,\"dir\":\"c2f\",\"op\":\"text\",\"b64\":\"***\"}",
            })
    void refusesWhatItHasNotWrittenAndNamesTheLine(String text) {
        IOException refused = assertThrows(
                IOException.class,
                () -> JsonlReader.read(
                        new ByteArrayInputStream(SampleCapture.bytes(text)), temporary.resolve("refused")));
        assertTrue(refused.getMessage().matches("Line \\d+ can't be imported: .*"), refused.getMessage());
    }

    private void assertRoundTrip(StoredCapture capture, Redaction redaction) throws IOException {
        JsonlWriter writer = new JsonlWriter(redaction);
        byte[] lines = SampleCapture.export(writer, capture, FrameSelection.ALL);
        Path again = temporary.resolve("again");
        JsonlReader.read(new ByteArrayInputStream(lines), again);
        try (StoredCapture imported = StoredCapture.open(again)) {
            assertArrayEquals(lines, SampleCapture.export(writer, imported, FrameSelection.ALL));
        }
    }

    private static String text(Redaction redaction, StoredCapture capture) throws IOException {
        return new String(
                SampleCapture.export(new JsonlWriter(redaction), capture, FrameSelection.ALL), StandardCharsets.UTF_8);
    }
}
