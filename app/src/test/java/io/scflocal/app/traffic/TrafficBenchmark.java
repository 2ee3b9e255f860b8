package io.scflocal.app.traffic;

import atlantafx.base.theme.PrimerDark;
import io.scflocal.app.fx.Pulse;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.notice.Notices;
import io.scflocal.app.testkit.Connections;
import io.scflocal.app.testkit.Remembered;
import io.scflocal.app.testkit.TestStyles;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Texts;
import io.scflocal.core.capture.CaptureLimits;
import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameSink;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures the list of frames over a real capture on disk: first it follows the end while frames are recorded, then it jumps to
 * random places. No test: it runs only when it is named, as docs/benchmarks/frames.md shows, and holds nothing.
 */
class TrafficBenchmark {
    private static final long FRAMES = Long.getLong("frames", 10_000_000);
    private static final long RATE = Long.getLong("rate", 100_000);
    private static final long SECONDS = Long.getLong("seconds", 20);
    private static final int JUMPS = 200;
    private static final double MILLI = 1e6;

    @TempDir
    Path temporary;

    @Test
    void measure() {
        Application.launch(Window.class, temporary.toString());
    }

    /** The window that is measured. */
    public static final class Window extends Application {
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final long[] cpu = new long[1_000_000];
        private final long[] jumps = new long[JUMPS];
        private final Random random = new Random(1);
        private CaptureStore store;
        private FrameSink sink;
        private TrafficViewModel model;
        private ByteBuffer payload = ByteBuffer.allocate(0);
        private volatile boolean recording = true;
        private int pulses;
        private int jumped = -1;
        private long lastCpu;
        private long begun;
        private long jumpedAt;
        private long mostHeap;

        @Override
        public void init() throws IOException {
            Path directory = Path.of(getParameters().getRaw().get(0)).resolve("capture");
            store = CaptureStore.create(directory, "", new CaptureLimits(8L << 30, 16 << 20), Ticker.system());
            sink = store.recorder(1, Direction.FUNCTION_TO_CLIENT);
            byte[] text =
                    "{\"type\":\"price\",\"id\":485091432142801408,\"value\":1.50}".getBytes(StandardCharsets.UTF_8);
            payload = ByteBuffer.wrap(text);
            long start = System.nanoTime();
            record(FRAMES);
            say("recorded %,d frames in %.1f s", FRAMES, (System.nanoTime() - start) / 1e9);
        }

        private void record(long frames) {
            for (long i = 0; i < frames; i++) {
                sink.frameStarted(0x81, false, 0, payload.limit(), 2);
                sink.payload(payload, 0, payload.limit());
                sink.frameEnded();
            }
        }

        private void recordAtRate() {
            long start = System.nanoTime();
            long done = 0;
            while (recording) {
                long due = (System.nanoTime() - start) / 1_000 * RATE / 1_000_000;
                record(due - done);
                done = due;
                LockSupport.parkNanos(1_000_000);
            }
        }

        @Override
        public void start(Stage stage) {
            setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
            Threads both = new Threads(
                    Executors.newCachedThreadPool(task -> {
                        Thread thread = new Thread(task);
                        thread.setDaemon(true);
                        return thread;
                    }),
                    Platform::runLater);
            model = new TrafficViewModel(both, Ticker.system(), Remembered.nothing(), new Notices());
            TrafficView view = new TrafficView(model, new Texts(Language.ENGLISH), new Region());
            Scene scene = new Scene(view.root(), 1280, 800);
            scene.getStylesheets().add(TestStyles.SHEET);
            stage.setScene(scene);
            stage.show();
            model.show(store, Connections.none());
            Pulse pulse = new Pulse();
            pulse.add(30, now -> model.refresh());
            pulse.start();
            new Thread(this::recordAtRate, "recorder").start();
            begun = System.nanoTime();
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (System.nanoTime() - begun < SECONDS * 1_000_000_000L) {
                        measurePulse();
                    } else {
                        jump();
                    }
                }
            }.start();
        }

        /** The processor time of this thread since the pulse before: everything that a pulse does, painting prepared included. */
        private void measurePulse() {
            long now = threads.getCurrentThreadCpuTime();
            if (lastCpu != 0) {
                cpu[pulses++] = now - lastCpu;
            }
            lastCpu = now;
            Runtime runtime = Runtime.getRuntime();
            mostHeap = Math.max(mostHeap, runtime.totalMemory() - runtime.freeMemory());
        }

        /** The pulse after a jump has laid out and handed on its rows. */
        private void jump() {
            if (jumped < 0) {
                report();
            } else {
                jumps[jumped] = System.nanoTime() - jumpedAt;
            }
            if (++jumped == JUMPS) {
                end();
                return;
            }
            jumpedAt = System.nanoTime();
            model.move(grid -> grid.scrollTo((long) (random.nextDouble() * grid.lastTop())));
        }

        private void report() {
            double seconds = (System.nanoTime() - begun) / 1e9;
            long[] steady = Arrays.copyOfRange(cpu, Math.min(60, pulses / 4), pulses);
            say(
                    "following %,d frames/s, %,d frames at the end: %.1f pulses/s; JavaFX thread per pulse p50 %.2f ms, p95 %.2f ms,"
                            + " max %.2f ms; heap at most %,d MB",
                    RATE,
                    store.count(),
                    pulses / seconds,
                    at(steady, 50),
                    at(steady, 95),
                    at(steady, 100),
                    mostHeap >> 20);
        }

        private void end() {
            recording = false;
            say(
                    "%d jumps in %,d frames while they go on: rows there after p50 %.1f ms, p95 %.1f ms, max %.1f ms",
                    JUMPS, store.count(), at(jumps, 50), at(jumps, 95), at(jumps, 100));
            Platform.exit();
        }

        private static double at(long[] times, int percent) {
            long[] sorted = times.clone();
            Arrays.sort(sorted);
            return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / MILLI;
        }

        private static void say(String format, Object... arguments) {
            String line = String.format(format, arguments) + System.lineSeparator();
            System.out.print(line);
            try {
                Path file = Path.of("target", "traffic-benchmark.txt");
                Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
