package io.scflocal.core.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A capture that was written earlier, perhaps by a process that was killed. Nothing in its directory is changed; its messages are made
 * again, in the background, in a temporary directory.
 *
 * <p>Thread-safe. What was read stays readable after {@link #close()}.
 */
public final class StoredCapture implements CaptureReader, AutoCloseable {
    private final CaptureHeader header;
    private final FrameFiles frames;
    private final SessionFiles session;
    private final Optional<Damage> damage;
    private final ScratchMessages messages;
    private final long bytes;
    private final Optional<CaptureLock> lock;

    /**
     * What could not be read of a capture.
     *
     * @param frames how many frames at its end were cut because their bytes are missing
     * @param records how many connections and log lines at its end are unreadable
     */
    public record Damage(long frames, long records) {}

    private StoredCapture(
            CaptureDirectory directory, CaptureHeader header, FrameFiles found, Optional<CaptureLock> lock)
            throws IOException {
        this.header = header;
        session = SessionFiles.open(directory, lock.isEmpty());
        this.lock = lock;
        long end = found.count();
        while (end > found.first() && !found.isWhole(end - 1)) {
            end--;
        }
        long cutFrames = found.count() - end;
        long cutRecords = session.damagedAtTheEnd();
        damage = cutFrames + cutRecords > 0 ? Optional.of(new Damage(cutFrames, cutRecords)) : Optional.empty();
        frames = found.cut(end);
        bytes = directory.bytes();
        messages = new ScratchMessages(
                frames,
                MessageMaker.Rules.of(header.longestPayload(), session),
                header.quotaBytes() == 0 ? CaptureLimits.DEFAULT.quotaBytes() : header.quotaBytes());
    }

    /**
     * Opens a capture.
     *
     * @throws IOException if there is none in the directory, it has a format of another version or can't be read
     */
    public static StoredCapture open(Path path) throws IOException {
        CaptureDirectory directory = CaptureDirectory.existing(path);
        Optional<CaptureLock> lock = CaptureLock.shared(path);
        try {
            WireSegments segments = WireSegments.open(directory, WireSegments.FRAMES, lock.isEmpty());
            CaptureHeader header = CaptureHeader.read(path);
            FrameFiles frames = new FrameFiles(FrameIndex.open(directory), segments, header.quotaBytes());
            return new StoredCapture(directory, header, frames, lock);
        } catch (IOException | RuntimeException e) {
            lock.ifPresent(CaptureLock::close);
            throw e;
        }
    }

    /** What is said of it as a whole. */
    public CaptureHeader header() {
        return header;
    }

    /** Its connections and its log. */
    public SessionReader session() {
        return session;
    }

    /** What could not be read; empty when everything could. */
    public Optional<Damage> damage() {
        return damage;
    }

    @Override
    public long count() {
        return frames.count();
    }

    @Override
    public long first() {
        return frames.first();
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public FrameRecord frame(long number) {
        return frames.frame(number);
    }

    @Override
    public int payload(long number, long offset, ByteBuffer target) {
        return frames.payload(number, offset, target);
    }

    @Override
    public CaptureCursor cursor() {
        return frames.cursor();
    }

    @Override
    public int wire(long number, long offset, ByteBuffer target) {
        return frames.wire(number, offset, target);
    }

    @Override
    public Optional<Gap> gap() {
        return session.gap(frames.gap(), header).or(header::inherited).filter(gap -> gap.end() <= count());
    }

    @Override
    public List<LimitsRecord> limits() {
        return session.limits();
    }

    @Override
    public Annotations annotations() {
        return session.annotations();
    }

    @Override
    public MessageReader messages() {
        return messages.reader();
    }

    /** Waits until all its messages have been made, as far as they can be. */
    public void awaitMessages() throws InterruptedException {
        messages.await();
    }

    @Override
    public void close() throws IOException {
        lock.ifPresent(CaptureLock::close);
        messages.close();
    }
}
