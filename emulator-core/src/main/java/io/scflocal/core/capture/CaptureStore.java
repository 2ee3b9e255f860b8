package io.scflocal.core.capture;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameOrigin;
import io.scflocal.core.frame.FrameSink;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A capture in files of a directory that are only added to: {@code frames-0000.idx} and so on with a record of 64 bytes per frame and
 * {@code frames-0000.dat} and so on with the bytes of the frames as they were on the wire; beside them the connections and the log. When
 * they have reached the quota, the oldest files make room for new ones, as {@link QuotaShares} says. A short frame costs no system call, a long one a write per piece; what
 * was recorded is in the files even when this process is killed right after.
 *
 * <p>One writer thread calls all recorders; reading is free for all threads, also after {@link #close()}.
 */
public final class CaptureStore implements CaptureReader, AutoCloseable {
    private final FrameFiles frames;
    private final WireSegments segments;
    private final CaptureJournal journal;
    private final SessionFiles session;
    private final MessageFiles messages;
    private final MessageFollower follower;
    private final Optional<CaptureLock> lock;
    private final CaptureDirectory directory;
    private final CaptureHeader header;
    private volatile Optional<Gap> inherited = Optional.empty();

    private CaptureStore(CaptureDirectory directory, String folder, CaptureLimits limits, Ticker ticker)
            throws IOException {
        this.directory = directory;
        long quota = limits.quotaBytes();
        QuotaShares shares = new QuotaShares(quota);
        FrameIndex index = new FrameIndex(directory, shares.index());
        lock = CaptureLock.exclusive(directory.path());
        header = new CaptureHeader(folder, ticker.epochNanos(), limits.longestPayload(), quota, Optional.empty());
        header.write(directory.path());
        session = SessionFiles.create(directory, shares, ticker);
        messages = new MessageFiles(directory, shares);
        segments = new WireSegments(
                directory,
                WireSegments.FRAMES,
                () -> quota - index.diskBytes() - session.diskBytes() - messages.diskBytes(),
                index::firstOffset);
        directory.whenGrown(segments::trim);
        frames = new FrameFiles(index, segments, quota);
        journal = new CaptureJournal(index, segments, ticker, limits.longestPayload());
        waitForRoom(true);
        follower = MessageFollower.follow(
                new MessageMaker(index, frames, messages, MessageMaker.Rules.of(limits.longestPayload(), session)));
    }

    /**
     * Starts an empty capture of a function that isn't known.
     *
     * @see #create(Path, String, CaptureLimits, Ticker)
     */
    public static CaptureStore create(Path directory, Ticker ticker) throws IOException {
        return create(directory, "", CaptureLimits.DEFAULT, ticker);
    }

    /**
     * Starts an empty capture.
     *
     * @param directory is created if it is missing, then readable by its owner only
     * @param folder the function's folder
     * @param limits what it may keep
     * @param ticker gives the frames their time
     * @throws IOException if the directory can't be written, holds a capture already or its disk is nearly full
     */
    public static CaptureStore create(Path directory, String folder, CaptureLimits limits, Ticker ticker)
            throws IOException {
        return new CaptureStore(CaptureDirectory.create(directory), folder, limits, ticker);
    }

    static CaptureStore create(CaptureDirectory directory, Ticker ticker) throws IOException {
        return new CaptureStore(directory, "", CaptureLimits.DEFAULT, ticker);
    }

    /**
     * What records the frames of the peers in one direction of one connection.
     *
     * @see #recorder(int, Direction, FrameOrigin)
     */
    public FrameSink recorder(int connection, Direction direction) {
        return recorder(connection, direction, FrameOrigin.PEER);
    }

    /**
     * What records the frames of one origin in one direction of one connection, from their first byte on. A frame is readable as soon as
     * its header is complete, its payload as it arrives.
     *
     * @param connection number of the connection, from 1
     */
    public FrameSink recorder(int connection, Direction direction, FrameOrigin origin) {
        return new FrameRecorder(journal, connection, direction, origin);
    }

    /**
     * Records a connection as it stands now: when an instance serves it or it waits for one, whenever it has changed (its answer before
     * its first frame) and when it has ended (after its last frame). It is in the files when this returns, unless the disk is full. Any thread.
     */
    public void record(ConnectionRecord connection) {
        session.put(connection);
        if (connection.end().isPresent()) {
            follower.ended(connection.number());
        }
    }

    /** Records a line of the log; it is in the files when this returns, unless the disk is full. Any thread. */
    public void record(LineRecord line) {
        session.put(line);
    }

    /** Records what is in force from now on; it is in the files when this returns, unless the disk is full. Any thread. */
    public void record(LimitsRecord limits) {
        session.put(limits);
    }

    /** Notes that frames were missing already in what this capture is built of. */
    public void record(Gap gap) throws IOException {
        header.inheriting(gap).write(directory.path());
        inherited = Optional.of(gap);
    }

    /** What is said of it as a whole. */
    public CaptureHeader header() {
        return header;
    }

    /** The connections and the lines recorded so far. */
    public SessionReader session() {
        return session;
    }

    /**
     * Why the capture is no longer complete; empty as long as it is. When the disk can't be written or nobody waits for room on it,
     * frames go on being numbered without their bytes as long as the index has room, and are not recorded at all afterwards. It stays
     * so until another capture is begun.
     */
    public Optional<IOException> fault() {
        return journal.fault().or(session::fault);
    }

    /**
     * Whether the writer thread waits while the disk is full, as it does unless it is told otherwise; it goes on at once when not, and
     * what finds no room is lost. Any thread.
     */
    public void waitForRoom(boolean waits) {
        directory.room().setPatient(waits);
    }

    /** How the writing goes. Cheap enough to be asked at every pulse of the screen; any thread. */
    public DiskReport disk() {
        return new DiskReport(directory.room().state(), directory.path(), fault().map(IOException::getMessage));
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
        return frames.bytes() + segments.bytes() + session.bytes() + messages.bytes();
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
    public int wire(long number, long offset, ByteBuffer target) {
        return frames.wire(number, offset, target);
    }

    @Override
    public CaptureCursor cursor() {
        return frames.cursor();
    }

    @Override
    public Optional<Gap> gap() {
        return session.gap(frames.gap(), header).or(() -> inherited);
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
        return messages;
    }

    /** Ends the capture; later frames, connections and lines are ignored. To be called when the writer thread writes no more. */
    @Override
    public void close() {
        waitForRoom(false);
        journal.close();
        session.close();
        follower.close();
        lock.ifPresent(CaptureLock::close);
    }
}
