package io.scflocal.core.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.capture.StoredCapture;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.frame.WireFrames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive is made in two passes: the frames are sorted by their connections, then written. */
class HarProgressTest {
    private static final int FRAMES = 30_000;
    private static final int CONNECTIONS = 3;

    @TempDir
    Path temporary;

    private final HarWriter writer = new HarWriter(Redaction.SECRETS, false);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private StoredCapture capture;

    /** How far it was said to be, and how many bytes were written by then. */
    private record Report(double share, int bytes) {}

    @BeforeEach
    void record() throws Exception {
        SampleCapture sample = new SampleCapture(temporary.resolve("capture"));
        List<FrameScanner> scanners = new ArrayList<>();
        for (int number = 1; number <= CONNECTIONS; number++) {
            sample.store.record(sample.connection(number, 101, ""));
            scanners.add(sample.scanner(number, SampleCapture.DOWN));
        }
        byte[] frame = WireFrames.frame(0x81, null, SampleCapture.bytes("a message of some length"));
        for (int i = 0; i < FRAMES; i++) {
            sample.scan(scanners.get(i % CONNECTIONS), frame);
        }
        sample.store.close();
        capture = StoredCapture.open(temporary.resolve("capture"));
        capture.awaitMessages();
    }

    @AfterEach
    void close() throws IOException {
        capture.close();
    }

    @Test
    void goesOnThroughBothPassesAndIsFullWhenEverythingIsWritten() throws Exception {
        List<Report> reports = new ArrayList<>();
        writer.write(CaptureSource.of(capture), FrameSelection.ALL, out, (done, total) -> {
            reports.add(new Report((double) done / total, out.size()));
            return true;
        });
        for (int i = 1; i < reports.size(); i++) {
            double step = reports.get(i).share() - reports.get(i - 1).share();
            assertTrue(step >= 0 && step < 0.05, () -> reports.toString());
        }
        assertTrue(reports.stream().filter(report -> report.bytes() == 0).count() > FRAMES / 1024 / 2);
        assertEquals(1, reports.stream().filter(report -> report.share() >= 1).count());
        assertEquals(new Report(1, out.size()), reports.get(reports.size() - 1));
    }

    @Test
    void isCancelledWhileTheFramesAreSorted() {
        cancel(0.05);
        assertEquals(0, out.size());
    }

    @Test
    void isCancelledWhileTheFileIsWrittenAndLeavesNone() throws Exception {
        cancel(0.5);
        assertTrue(out.size() > 0);
        try (Stream<Path> files = Files.list(temporary)) {
            assertEquals(List.of(temporary.resolve("capture")), files.toList());
        }
    }

    /** Cancels at a share; nothing more may be asked or written after that. */
    private void cancel(double share) {
        List<Double> after = new ArrayList<>();
        ExportProgress progress = (done, total) -> {
            if (done >= share * total) {
                after.add((double) done / total);
            }
            return after.isEmpty();
        };
        assertThrows(
                CancellationException.class,
                () -> ExportFile.write(temporary.resolve("out.har"), file -> {
                    try {
                        writer.write(CaptureSource.of(capture), FrameSelection.ALL, out, progress);
                    } finally {
                        out.writeTo(file);
                    }
                }));
        assertEquals(1, after.size());
        assertEquals(share, after.get(0), 0.05);
    }
}
