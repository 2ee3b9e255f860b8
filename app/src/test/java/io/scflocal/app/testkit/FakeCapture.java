package io.scflocal.app.testkit;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.capture.Gap;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** A capture that makes its frames when they are asked for, so that it may have any number of them. */
public final class FakeCapture implements CaptureReader {
    private final LongFunction<Sample> frames;
    private final AtomicLong reads = new AtomicLong();
    private volatile long count;
    private volatile long gap;
    private volatile long first;

    public FakeCapture(LongFunction<Sample> frames, long count) {
        this.frames = frames;
        this.count = count;
    }

    /** A capture of these frames. */
    public static FakeCapture of(Sample... samples) {
        List<Sample> list = new CopyOnWriteArrayList<>(samples);
        return new FakeCapture(number -> list.get((int) number), list.size());
    }

    public void count(long now) {
        count = now;
    }

    /** The bytes of the first {@code frames} frames had to make room; those frames are given without any. */
    public void gap(long frames) {
        gap = frames;
    }

    /** Headers and times of the first {@code frames} frames have gone as well; there is nothing of them any more. */
    public void first(long frames) {
        first = frames;
    }

    @Override
    public long first() {
        return first;
    }

    @Override
    public Optional<Gap> gap() {
        return gap == 0
                ? Optional.empty()
                : Optional.of(new Gap(
                        gap,
                        gap,
                        frames.apply(0).frame().epochNanos(),
                        frames.apply(gap - 1).frame().epochNanos(),
                        2L << 30));
    }

    /** How many frames were asked for so far. */
    public long reads() {
        return reads.get();
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public long bytes() {
        return count * 64;
    }

    @Override
    public FrameRecord frame(long number) {
        reads.incrementAndGet();
        return sample(number).frame();
    }

    private Sample sample(long number) {
        if (number < 0 || number >= count) {
            throw new IndexOutOfBoundsException("frame " + number + " of " + count);
        }
        if (number < first) {
            return Sample.unlisted(number);
        }
        return number < gap ? frames.apply(number).arriving(0) : frames.apply(number);
    }

    @Override
    public int payload(long number, long offset, ByteBuffer target) {
        Sample sample = sample(number);
        return copy(sample.payload(), offset, sample.frame().capturedLength(), target);
    }

    @Override
    public int wire(long number, long offset, ByteBuffer target) {
        Sample sample = sample(number);
        int captured = sample.frame().header().headerLength() + sample.frame().capturedLength();
        return copy(sample.wire(), offset, captured, target);
    }

    private static int copy(byte[] bytes, long offset, int end, ByteBuffer target) {
        int length = (int) Math.max(0, Math.min(target.remaining(), end - offset));
        if (length > 0) {
            target.put(bytes, (int) offset, length);
        }
        return length;
    }
}
