package io.scflocal.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.core.capture.CaptureLimits;
import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.capture.Captures;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An export in a process of its own that is asked to end before it is complete. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sends a signal")
class ExportProcessTest {
    /** So many that the signal comes first. */
    private static final int FRAMES = 500_000;

    private static final int SIGTERM_STATUS = 128 + 15;

    @TempDir
    Path user;

    @TempDir
    Path exported;

    @RegisterExtension
    final ProgramProcess running = new ProgramProcess();

    @Test
    void leavesWhatWasThereAndNothingElse() throws Exception {
        record();
        Path file = Files.writeString(exported.resolve("out.har"), "of yesterday");
        Process program = running.start(user, "export", "last", "--format", "har", "-o", file.toString());
        while (files().size() < 2 && program.isAlive()) {
            Thread.onSpinWait();
        }
        program.destroy();
        assertEquals(SIGTERM_STATUS, running.status());
        assertEquals(List.of(file), files());
        assertEquals("of yesterday", Files.readString(file));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(exported)) {
            return files.toList();
        }
    }

    private void record() throws IOException {
        Captures captures = new Captures(user.resolve("data").resolve("captures"));
        try (CaptureStore store = captures.create(Path.of("/folder"), CaptureLimits.DEFAULT, Ticker.system())) {
            FrameScanner scanner = new FrameScanner(store.recorder(1, Direction.FUNCTION_TO_CLIENT));
            ByteBuffer frame = ByteBuffer.wrap(new byte[] {(byte) 0x81, 1, 'x'});
            for (int i = 0; i < FRAMES; i++) {
                scanner.scan(frame.rewind());
            }
        }
    }
}
