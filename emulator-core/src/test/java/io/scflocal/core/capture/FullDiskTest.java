package io.scflocal.core.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.frame.WireFrames;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a small disk that is really full. Needs the right to mount one. */
@Timeout(60)
class FullDiskTest {
    private static final int FRAMES = 300;
    private static final int PAYLOAD = 10_000;

    @TempDir
    Path disk;

    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = Files.isExecutable(Path.of("/bin/mount"))
                && run("mount", "-t", "tmpfs", "-o", "size=200m", "tmpfs", disk.toString());
        assumeTrue(mounted, "a disk of 200 MB can be mounted by root on Linux only");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", "-l", disk.toString());
        }
    }

    @Test
    void aDiskThatOthersHaveFilledLosesNoFrame() throws Exception {
        Path ballast = disk.resolve("ballast");
        try (CaptureStore store = CaptureStore.create(disk.resolve("capture"), Ticker.system())) {
            FrameScanner scanner = new FrameScanner(store.recorder(1, Direction.CLIENT_TO_FUNCTION));
            byte[] frame = WireFrames.frame(0x82, 0x01020304, new byte[PAYLOAD]);
            scanner.scan(ByteBuffer.wrap(frame));
            fill(ballast);
            Thread writer = new Thread(() -> {
                for (int i = 1; i < FRAMES; i++) {
                    scanner.scan(ByteBuffer.wrap(frame));
                }
            });
            writer.start();
            while (store.disk().state() != DiskState.FULL) {
                Thread.onSpinWait();
            }
            assertTrue(store.count() < FRAMES);
            Files.delete(ballast);
            writer.join();
            assertEquals(FRAMES, store.count());
            assertTrue(store.disk().failure().isEmpty());
        }
        try (StoredCapture stored = StoredCapture.open(disk.resolve("capture"))) {
            for (int i = 0; i < FRAMES; i++) {
                assertEquals(PAYLOAD, stored.frame(i).capturedLength());
            }
        }
    }

    private static void fill(Path ballast) throws IOException {
        byte[] block = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            // That was the purpose: not one byte is left.
            assertTrue(Files.size(ballast) > 0, String.valueOf(e.getMessage()));
        }
    }

    private static boolean run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
