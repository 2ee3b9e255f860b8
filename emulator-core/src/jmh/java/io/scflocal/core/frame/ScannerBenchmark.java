package io.scflocal.core.frame;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many masked frames the scanner sees a second, in buffers of 64 KB as the relay reads them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScannerBenchmark {
    private static final int SMALL_FRAMES = 1_700;
    private static final int LARGE_FRAMES = 16;
    private static final int BUFFER = 64 << 10;
    private static final int MASK_KEY = 0x1234ABCD;

    private final Counter counter = new Counter();
    private final FrameScanner scanner = new FrameScanner(counter);
    private ByteBuffer small = ByteBuffer.allocate(0);
    private ByteBuffer large = ByteBuffer.allocate(0);

    private static final class Counter implements FrameSink {
        private long bytes;

        @Override
        public void frameStarted(int firstByte, boolean masked, int maskKey, long payloadLength, int headerLength) {
            bytes += headerLength;
        }

        @Override
        public void payload(ByteBuffer wire, int position, int length) {
            bytes += length;
        }

        @Override
        public void frameEnded() {
            bytes++;
        }

        @Override
        public void framingLost() {
            throw new IllegalStateException();
        }
    }

    @Setup
    public void fill() {
        small = frames(SMALL_FRAMES, 32);
        large = frames(LARGE_FRAMES, 64 << 10);
    }

    @Benchmark
    @OperationsPerInvocation(SMALL_FRAMES)
    public long framesOf32Bytes() {
        return scan(small);
    }

    @Benchmark
    @OperationsPerInvocation(LARGE_FRAMES)
    public long framesOf64KB() {
        return scan(large);
    }

    private long scan(ByteBuffer wire) {
        for (int at = 0; at < wire.capacity(); at += BUFFER) {
            wire.limit(Math.min(at + BUFFER, wire.capacity())).position(at);
            scanner.scan(wire);
            wire.clear();
        }
        return counter.bytes;
    }

    private static ByteBuffer frames(int count, int payload) {
        byte[] frame = WireFrames.frame(0x82, MASK_KEY, new byte[payload]);
        ByteBuffer wire = ByteBuffer.allocateDirect(count * frame.length);
        for (int i = 0; i < count; i++) {
            wire.put(frame);
        }
        return wire.clear();
    }
}
