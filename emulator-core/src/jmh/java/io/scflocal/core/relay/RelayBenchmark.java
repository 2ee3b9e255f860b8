package io.scflocal.core.relay;

import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameSink;
import io.scflocal.core.frame.WireFrames;
import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.InvocationListener;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.invocation.Opening;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.problem.Problems;
import io.scflocal.core.frame.FrameOrigin;
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
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one frame costs in a relay between two ends without sockets, with the capture of every byte. With {@code -prof gc} it shows how
 * much is allocated for a frame.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RelayBenchmark {
    private static final int MASK_KEY = 0x1234ABCD;
    private static final int PAYLOAD = 32;

    private final Given client = new Given();
    private Path directory = Path.of("");
    private CaptureStore store;
    private Relay relay;

    /** Gives one frame whenever it is asked for the first time after {@link #arrive}, and takes everything. */
    private static final class Given implements TunnelEnd {
        private final ByteBuffer frame = ByteBuffer.wrap(WireFrames.frame(0x81, MASK_KEY, new byte[PAYLOAD]));
        private boolean there;

        void arrive() {
            there = true;
        }

        @Override
        public int read(ByteBuffer target) {
            if (!there) {
                return 0;
            }
            there = false;
            target.put(frame.clear());
            return frame.capacity();
        }

        @Override
        public int write(ByteBuffer source) {
            int count = source.remaining();
            source.position(source.limit());
            return count;
        }

        @Override
        public void wantRead(boolean wanted) {}

        @Override
        public void wantWrite(boolean wanted) {}

        @Override
        public void shutdownOutput() {}

        @Override
        public void close() {}
    }

    @Setup(Level.Iteration)
    public void open() throws IOException {
        directory = Files.createTempDirectory("relay-benchmark");
        store = CaptureStore.create(directory.resolve("capture"), Ticker.system());
        Ticker ticker = Ticker.system();
        Invocations invocations = new Invocations(
                ticker, () -> Timeouts.DEFAULT, new InvocationLog(ticker, line -> {}), new InvocationListener() {});
        relay = new Relay(
                invocations.begin(new Opening(
                        "127.0.0.1:1", true, new Handshake("GET", "/", "/", List.of(), 0, List.of()))),
                new Relay.Tunnel(client, new Given()),
                new FrameCapture() {
                    @Override
                    public FrameSink recorder(int connection, Direction direction, FrameOrigin origin) {
                        return store.recorder(connection, direction, origin);
                    }

                    @Override
                    public long lastFrame() {
                        return store.count() - 1;
                    }
                },
                new Relay.Services(
                        new BufferPool(),
                        (delay, task) -> () -> {},
                        Runnable::run,
                        () -> PlatformChoices.DEFAULT,
                        new Problems(ticker, problem -> {})),
                end -> {});
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
    public void frameOf32Bytes() {
        client.arrive();
        relay.readable(Direction.CLIENT_TO_FUNCTION);
    }
}
