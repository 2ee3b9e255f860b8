package io.scflocal.app.captures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.notice.Notice;
import io.scflocal.app.notice.Notices;
import io.scflocal.app.settings.CaptureSettings;
import io.scflocal.app.settings.SettingsFile;
import io.scflocal.app.testkit.FakeCapture;
import io.scflocal.app.testkit.Sample;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Messages;
import io.scflocal.app.text.Texts;
import io.scflocal.core.capture.CaptureHeader;
import io.scflocal.core.capture.CaptureLimits;
import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.capture.Captures;
import io.scflocal.core.capture.DiskReport;
import io.scflocal.core.capture.DiskState;
import io.scflocal.core.capture.StoredCapture;
import io.scflocal.core.export.CaptureSource;
import io.scflocal.core.export.ExportFormat;
import io.scflocal.core.export.FrameSelection;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.time.Ticker;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapturesViewModelTest {
    @TempDir
    Path temporary;

    private final Notices notices = new Notices();
    private final List<Path> opened = new ArrayList<>();
    private final Queue<Runnable> background = new ArrayDeque<>();

    @Test
    void whatIsExportedCanBeImportedAndIsOpened() throws Exception {
        CapturesViewModel model = model();
        Path file = temporary.resolve("out.jsonl");
        try (StoredCapture capture = capture()) {
            model.export(CaptureSource.of(capture), FrameSelection.ALL, ExportFormat.JSONL, file);
            assertTrue(model.task().runningProperty().get());
            assertEquals("out.jsonl", model.task().subjectProperty().get());
            run();
        }
        assertFalse(model.task().runningProperty().get());
        assertEquals("captures.exported.masked", notices.shown().get(0).textKey());
        model.importFile(file);
        run();
        assertEquals(1, opened.size());
        assertEquals(2, model.entries().size());
    }

    @Test
    void itIsSaidWhatAnExportLeavesOut() throws Exception {
        CapturesViewModel model = model();
        try (StoredCapture capture = capture()) {
            CaptureSource source = CaptureSource.of(capture);
            model.export(source, FrameSelection.ALL, ExportFormat.CSV, temporary.resolve("out.csv"));
            run();
            assertEquals(List.of("captures.exported"), shown());
            model.withSecretsProperty().set(true);
            FakeCapture rest = FakeCapture.of(
                    Sample.text(0, 1, Direction.CLIENT_TO_FUNCTION, "a"),
                    Sample.text(1, 1, Direction.CLIENT_TO_FUNCTION, "b"));
            rest.gap(1);
            CaptureSource later = new CaptureSource(source.header(), rest, source.session());
            model.export(later, FrameSelection.ALL, ExportFormat.CLS, temporary.resolve("out.log"));
            run();
            assertEquals(List.of("captures.exported"), shown(), "the log has no frames in it");
            model.export(later, FrameSelection.ALL, ExportFormat.HAR, temporary.resolve("out.har"));
            run();
            assertEquals(List.of("captures.exported", "captures.exported.gap"), shown());
        }
    }

    private List<String> shown() {
        return notices.shown().stream().map(Notice::textKey).toList();
    }

    @Test
    void whoeverHasACaptureOpenUsesIt() throws Exception {
        CapturesViewModel model = model();
        try (StoredCapture capture = capture()) {
            model.list();
            run();
            assertEquals(1, capture.count());
            assertTrue(model.entries().get(0).inUse());
        }
        model.list();
        run();
        assertFalse(model.entries().get(0).inUse());
    }

    @Test
    void aCancelledExportLeavesNothing() throws Exception {
        CapturesViewModel model = model();
        Path file = temporary.resolve("out.har");
        try (StoredCapture capture = capture()) {
            model.export(CaptureSource.of(capture), FrameSelection.ALL, ExportFormat.HAR, file);
            model.task().cancel();
            run();
        }
        assertFalse(Files.exists(file));
        assertEquals("captures.task.cancelled", notices.shown().get(0).textKey());
    }

    @Test
    void whatWasThereStaysUntilTheExportIsComplete() throws Exception {
        CapturesViewModel model = model();
        Path file = Files.writeString(temporary.resolve("out.har"), "of yesterday");
        Path directory = Files.createDirectory(temporary.resolve("empty"));
        try (StoredCapture capture = capture()) {
            CaptureSource source = CaptureSource.of(capture);
            model.export(source, FrameSelection.ALL, ExportFormat.HAR, file);
            model.task().cancel();
            run();
            assertEquals("of yesterday", Files.readString(file));
            model.export(source, FrameSelection.ALL, ExportFormat.HAR, directory);
            run();
            assertTrue(Files.isDirectory(directory));
            model.export(source, FrameSelection.ALL, ExportFormat.HAR, file);
            run();
        }
        assertTrue(Files.readString(file).startsWith("{"));
        try (Stream<Path> files = Files.list(temporary)) {
            assertEquals(3, files.count());
        }
    }

    @Test
    void aFailedExportNamesTheFileThatWasChosen() throws Exception {
        CapturesViewModel model = model();
        Path file = Files.createFile(temporary.resolve("plain")).resolve("x.csv");
        try (StoredCapture capture = capture()) {
            model.export(CaptureSource.of(capture), FrameSelection.ALL, ExportFormat.CSV, file);
            run();
        }
        Notice notice = notices.shown().get(0);
        String sentence = Messages.in(Language.ENGLISH)
                .get(notice.textKey(), notice.arguments().toArray());
        assertTrue(sentence.startsWith("x.csv failed: "), sentence);
        assertTrue(sentence.contains(file.toString()), sentence);
        assertFalse(sentence.contains(".part"), sentence);
    }

    @Test
    void anExportIsNamedAfterTheFunctionAndTheTime() {
        long started = Instant.parse("2026-11-26T09:30:05Z").getEpochSecond() * 1_000_000_000L;
        assertEquals("chat_room-20261126-093005.har", named("/home/li/chat_room", started));
        assertEquals("chat-20261126-093005.har", named("C:\\work\\chat", started));
        assertEquals("scf-local-20261126-093005.har", named("", started));
    }

    private static String named(String folder, long started) {
        return ExportNames.of(new CaptureHeader(folder, started, 0), ExportFormat.HAR, ZoneOffset.UTC);
    }

    @Test
    void payloadsAreWrittenAsFilesAndCounted() throws Exception {
        CapturesViewModel model = model();
        Path directory = temporary.resolve("payloads");
        try (StoredCapture capture = capture()) {
            model.exportPayloads(CaptureSource.of(capture), FrameSelection.ALL, directory);
            run();
            model.exportPayloads(CaptureSource.of(capture), FrameSelection.ALL, directory);
            model.task().cancel();
            run();
        }
        assertEquals("x", Files.readString(directory.resolve("000000-c1-f2c.txt")));
        assertEquals(
                List.of(
                        Notice.done("captures.payloads.done", directory.toString(), 1L),
                        Notice.done("captures.payloads.cancelled", "payloads")),
                notices.shown());
    }

    @Test
    void whatCannotBeReadIsSaid() throws Exception {
        CapturesViewModel model = model();
        model.importFile(Files.writeString(temporary.resolve("x.har"), "no archive"));
        run();
        assertEquals("captures.task.failed", notices.shown().get(0).textKey());
        assertEquals(List.of(), opened);
    }

    @Test
    void everyFormatAndScopeHasAText() {
        for (Language language : Language.values()) {
            Messages messages = Messages.in(language);
            for (ExportFormat format : ExportFormat.values()) {
                assertTrue(messages.has(ExportMenu.textKey(format)), format + " in " + language);
            }
            for (ExportScope scope : ExportScope.values()) {
                assertTrue(messages.has(scope.textKey()), scope + " in " + language);
            }
        }
    }

    @Test
    void aFullDiskIsSaidOnceAndTakenBack() {
        DiskNotices disk = new DiskNotices(notices);
        disk.look(report(DiskState.KEEPS_UP));
        assertTrue(notices.shown().isEmpty());
        disk.look(report(DiskState.FULL));
        disk.look(report(DiskState.FULL));
        assertEquals(1, notices.shown().size());
        disk.look(report(DiskState.KEEPS_UP));
        assertEquals("captures.disk.keeps_up", notices.shown().get(0).textKey());
        assertEquals(1, notices.shown().size());
    }

    private static DiskReport report(DiskState state) {
        return new DiskReport(state, Path.of("/captures/1"), Optional.empty());
    }

    private CapturesViewModel model() {
        SettingsFile file = new SettingsFile(temporary.resolve(SettingsFile.NAME), Runnable::run);
        CaptureSettings settings = new CaptureSettings(file, temporary.resolve("captures"));
        return new CapturesViewModel(
                settings,
                new Texts(Language.ENGLISH),
                new Threads(background::add, Runnable::run),
                notices,
                opened::add);
    }

    private StoredCapture capture() throws Exception {
        Captures captures = new Captures(temporary.resolve("captures"));
        try (CaptureStore store = captures.create(Path.of("/chat"), CaptureLimits.DEFAULT, Ticker.system())) {
            new FrameScanner(store.recorder(1, Direction.FUNCTION_TO_CLIENT))
                    .scan(ByteBuffer.wrap(new byte[] {(byte) 0x81, 1, 'x'}));
        }
        return StoredCapture.open(captures.list().get(0).directory());
    }

    private void run() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}
