package io.scflocal.core.capture;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.frame.WireFrames;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How many frames a second go through scanner and recorder into the files of a capture, a new one for each iteration. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StoreBenchmark {
    private static final int BUFFER = 64 << 10;
    private static final int FRAMES = 256;
    private static final int MASK_KEY = 0x1234ABCD;
    private static final long QUOTA = 1L << 30;

    @Param({"200", "65536"})
    private int payload;

    private Path directory = Path.of("");
    private ByteBuffer wire = ByteBuffer.allocate(0);
    private CaptureStore store;
    private FrameScanner scanner;

    @Setup(Level.Iteration)
    public void open() throws IOException {
        directory = Files.createTempDirectory("store-benchmark");
        store = CaptureStore.create(
                directory.resolve("capture"), "", new CaptureLimits(QUOTA, CaptureLimits.USUAL_PAYLOAD), Ticker.system());
        scanner = new FrameScanner(store.recorder(1, Direction.CLIENT_TO_FUNCTION));
        byte[] frame = WireFrames.frame(0x82, MASK_KEY, new byte[payload]);
        wire = ByteBuffer.allocateDirect(FRAMES * frame.length);
        for (int i = 0; i < FRAMES; i++) {
            wire.put(frame);
        }
        wire.clear();
    }

    @TearDown(Level.Iteration)
    public void delete() throws IOException {
        store.close();
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public void frames() {
        for (int at = 0; at < wire.capacity(); at += BUFFER) {
            wire.limit(Math.min(at + BUFFER, wire.capacity())).position(at);
            scanner.scan(wire);
            wire.clear();
        }
    }
}
