package io.scflocal.core.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows ends a process without asking it")
class ScratchMessagesTest {
    @TempDir
    Path directory;

    @Test
    void nothingIsLeftOfThemWhenTheProcessIsAskedToEnd() throws Exception {
        Path capture = directory.resolve("capture");
        CaptureStore.create(capture, Ticker.system()).close();
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reader.class.getName(),
                        capture.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertEquals("frames: 0", reader.inputReader().readLine());
            assertEquals(1, entries(temporary));
            reader.destroy();
            assertEquals(true, reader.waitFor(30, TimeUnit.SECONDS));
            assertEquals(0, entries(temporary));
        } finally {
            reader.destroyForcibly();
        }
    }

    private static long entries(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(path -> !path.endsWith("hsperfdata_" + System.getProperty("user.name")))
                    .count();
        }
    }

    /** Has a capture open until its input ends. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] arguments) throws IOException {
            try (StoredCapture capture = StoredCapture.open(Path.of(arguments[0]))) {
                System.out.println("frames: " + capture.count());
                System.in.read();
            }
        }
    }
}
