package io.scflocal.core.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.Recording;
import io.scflocal.core.capture.CaptureLimits;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.capture.Gap;
import io.scflocal.core.capture.StoredCapture;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.frame.WireFrames;
import io.scflocal.core.query.ConnectionFacts;
import io.scflocal.core.query.Expr;
import io.scflocal.core.query.MatchList;
import io.scflocal.core.query.PayloadSource;
import io.scflocal.core.query.Plan;
import io.scflocal.core.query.Query;
import io.scflocal.core.query.QueryEnvironment;
import io.scflocal.core.query.QueryScan;
import io.scflocal.core.statistics.Statistics;
import io.scflocal.core.statistics.StatisticsScan;
import io.scflocal.core.time.RecordedTicker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever goes through the frames of a capture begins with the first one that it still lists. */
@Timeout(120)
class UnlistedFramesTest {
    private static final CaptureLimits LEAST = new CaptureLimits(0, CaptureLimits.USUAL_PAYLOAD);
    private static final long FRAMES = 150_000;

    private static final QueryEnvironment NOTHING_KNOWN =
            new QueryEnvironment(ConnectionFacts.NONE, PayloadSource.NONE, SampleCapture.START, ZoneOffset.UTC);

    @TempDir
    Path temporary;

    private final RecordedTicker time = new RecordedTicker();
    private long recorded;

    private CaptureStore begin() throws IOException {
        time.tell(SampleCapture.START);
        return CaptureStore.create(temporary.resolve("capture"), "", LEAST, time);
    }

    private void record(CaptureStore store, long frames) {
        FrameScanner scanner = new FrameScanner(store.recorder(1, Direction.CLIENT_TO_FUNCTION));
        for (long end = recorded + frames; recorded < end; recorded++) {
            time.tell(SampleCapture.START + recorded);
            byte[] text = (recorded % 1000 == 0 ? "round" : "x").getBytes(StandardCharsets.US_ASCII);
            scanner.scan(ByteBuffer.wrap(WireFrames.frame(0x81, null, text)));
        }
    }

    private StoredCapture stored() throws IOException {
        try (CaptureStore store = begin()) {
            record(store, FRAMES);
        }
        return StoredCapture.open(temporary.resolve("capture"));
    }

    private static Expr expr(String text) {
        return assertInstanceOf(Query.Expression.class, Query.parse(text)).expr();
    }

    private static long lines(CaptureWriter writer, StoredCapture capture, FrameSelection selection, String with)
            throws IOException {
        byte[] bytes = SampleCapture.export(writer, capture, selection);
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(with))
                .count();
    }

    @Test
    void exportsHaveTheFramesThatAreListedAndSayThatOthersAreMissing() throws IOException {
        try (StoredCapture capture = stored()) {
            long first = capture.first();
            assertTrue(first > 0);
            Gap gap = capture.gap().orElseThrow();
            assertEquals(first, gap.count());
            JsonlWriter jsonl = new JsonlWriter(Redaction.SECRETS);
            assertEquals(FRAMES - first, lines(jsonl, capture, FrameSelection.ALL, "\"dir\":\"c2f\""));
            byte[] exported = SampleCapture.export(jsonl, capture, FrameSelection.ALL);
            JsonlReader.read(new ByteArrayInputStream(exported), temporary.resolve("imported"));
            try (StoredCapture imported = StoredCapture.open(temporary.resolve("imported"))) {
                assertEquals(FRAMES - first, imported.count());
                assertEquals(Optional.of(gap.endingAt(0)), imported.gap());
            }
            CsvWriter csv = new CsvWriter(CsvWriter.Style.PLAIN);
            assertEquals(FRAMES - first, lines(csv, capture, FrameSelection.ALL, ",c2f,text,"));
            assertEquals(1, lines(csv, capture, FrameSelection.ALL, ",gap,"));
            String har = new String(
                    SampleCapture.export(new HarWriter(Redaction.SECRETS, false), capture, FrameSelection.ALL),
                    StandardCharsets.UTF_8);
            assertEquals(FRAMES - first, har.split("\"opcode\"", -1).length - 1);
            byte[] packets = SampleCapture.export(new PcapngWriter(Redaction.SECRETS), capture, FrameSelection.ALL);
            assertTrue(packets.length > (FRAMES - first) * 60);
            FrameSelection rounds = new QuerySelection(expr("text == \"round\""), CaptureSource.of(capture));
            assertEquals((FRAMES - first) / 1000, lines(jsonl, capture, rounds, "\"dir\":\"c2f\""), 1);
        }
    }

    @Test
    void statisticsCountWhatIsListedAndSayHowManyAreNot() throws IOException {
        try (StoredCapture capture = stored()) {
            Statistics statistics = StatisticsScan.of(
                    capture,
                    NOTHING_KNOWN,
                    new StatisticsScan.Request(Optional.empty(), Optional.empty()),
                    StatisticsScan.Progress.NONE);
            assertEquals(capture.first(), statistics.unlisted());
            assertEquals(FRAMES - capture.first(), statistics.frames());
            assertEquals(SampleCapture.START + capture.first(), statistics.fromEpochNanos());
        }
    }

    @Test
    void aFilterThatGoesOnForgetsTheMatchesThatHaveGone() throws IOException {
        try (CaptureStore store = begin()) {
            record(store, 10_000);
            QueryScan scan = new QueryScan(new Plan(expr("text == \"round\""), NOTHING_KNOWN), store, Runnable::run, 1);
            scan.extend();
            MatchList matches = scan.matches();
            assertEquals(10, matches.size());
            for (int i = 0; i < 20; i++) {
                record(store, 20_500);
                scan.extend();
            }
            assertEquals(recorded, scan.tested());
            long first = store.first();
            assertTrue(first > 200_000);
            assertEquals(0, matches.indexOf(first));
            assertEquals((first + 999) / 1000 * 1000, matches.frame(0), 8192);
            for (long place = 0; place < matches.size(); place++) {
                assertEquals(0, matches.frame(place) % 1000);
                assertEquals(place, matches.indexOf(matches.frame(place)));
                assertTrue(matches.contains(matches.frame(place)));
            }
            assertEquals((recorded - first) / 1000, matches.size(), 9);
            assertFalse(matches.contains(0));

            QueryScan late = new QueryScan(
                    new Plan(expr("dropped || text == \"round\""), NOTHING_KNOWN), store, Runnable::run, 1);
            late.extend();
            assertEquals(recorded, late.tested());
            assertEquals((first + 999) / 1000 * 1000, late.matches().frame(0));
            record(store, 3 * FRAMES);
            late.extend();
            assertEquals(recorded, late.tested());
            assertTrue(late.matches().size() > 0);
        }
    }

    @Test
    void aRecordingCountsTheTrafficOfTheFramesThatAreListed() throws IOException {
        stored().close();
        try (Recording recording = Recording.open(temporary.resolve("capture"))) {
            CaptureReader capture = recording.capture();
            assertTrue(capture.first() > 0);
            assertEquals(List.of(), recording.invocations().recent());
        }
    }
}
