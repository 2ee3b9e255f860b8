package io.scflocal.core.capture;

import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code connections.*}, {@code log.*}, {@code annotations.*} and {@code limits.*} of a capture.
 *
 * <p>Thread-safe.
 */
final class SessionFiles implements SessionReader {
    private static final System.Logger LOG = System.getLogger(SessionFiles.class.getName());
    private static final String CONNECTIONS = "connections";
    private static final String LINES = "log";

    private final NumberedRecords connections;
    private final NumberedRecords log;
    private final AnnotationFiles annotations;
    private final LimitsFiles limits;
    private final SessionWriter writer;

    private SessionFiles(
            NumberedRecords connections,
            NumberedRecords log,
            AnnotationFiles annotations,
            LimitsFiles limits,
            SessionWriter writer) {
        this.connections = connections;
        this.log = log;
        this.annotations = annotations;
        this.limits = limits;
        this.writer = writer;
    }

    /** Nothing is written yet; writing never waits for room on the disk. */
    static SessionFiles create(CaptureDirectory capture, QuotaShares shares, Ticker ticker) {
        CaptureDirectory directory = capture.withoutPatience();
        SessionWriter writer = new SessionWriter();
        return new SessionFiles(
                NumberedRecords.create(directory, CONNECTIONS, shares.records(), shares.places()),
                NumberedRecords.create(directory, LINES, shares.records(), shares.places()),
                AnnotationFiles.create(directory, writer, ticker),
                LimitsFiles.create(directory),
                writer);
    }

    /** Those that are there already; {@code othersWrite} is whether another process may still write them. */
    static SessionFiles open(CaptureDirectory directory, boolean othersWrite) throws IOException {
        return new SessionFiles(
                NumberedRecords.open(directory, CONNECTIONS, othersWrite),
                NumberedRecords.open(directory, LINES, othersWrite),
                AnnotationFiles.open(directory, othersWrite),
                LimitsFiles.open(directory, othersWrite),
                new SessionWriter());
    }

    Annotations annotations() {
        return annotations;
    }

    List<LimitsRecord> limits() {
        return limits.all();
    }

    void put(LimitsRecord now) {
        writer.put(limits.add(now));
    }

    void put(ConnectionRecord connection) {
        writer.put(new SessionWriter.Put(
                connections,
                connection.number(),
                RecordCodec.encode(connection),
                connection.end().isEmpty()));
    }

    void put(LineRecord line) {
        writer.put(new SessionWriter.Put(log, line.number(), RecordCodec.encode(line)));
    }

    /** Why something of it could not be kept; empty as long as everything could. */
    Optional<IOException> fault() {
        return writer.fault();
    }

    @Override
    public int connectionCount() {
        return (int) Math.max(0, connections.count() - 1);
    }

    @Override
    public int firstConnection() {
        return (int) Math.max(1, connections.first());
    }

    @Override
    public Optional<ConnectionRecord> connection(int number) {
        return connections.get(number).map(RecordCodec::connection);
    }

    @Override
    public long lineCount() {
        return log.count();
    }

    @Override
    public long firstLine() {
        return log.gone();
    }

    /** The gap of the frames, if there is one, with what is missing here; {@code startedEpochNanos} is when the capture was begun. */
    Optional<Gap> gap(Optional<Gap> ofFrames, CaptureHeader header) {
        long goneConnections = Math.max(0, connections.gone() - (connections.first() > 0 ? 1 : 0));
        long goneLines = log.gone();
        if (goneConnections + goneLines == 0) {
            return ofFrames;
        }
        long started = header.startedEpochNanos();
        return Optional.of(ofFrames.map(gap -> gap.with(goneConnections, goneLines))
                .orElseGet(() -> new Gap(0, 0, started, started, header.quotaBytes(), goneConnections, goneLines)));
    }

    @Override
    public List<LineRecord> lines(long from, int max) {
        List<LineRecord> lines = new ArrayList<>();
        long end = Math.min(log.count(), from + max);
        for (long number = Math.max(log.first(), from); number < end; number++) {
            long place = number;
            log.get(number).ifPresent(body -> lines.add(RecordCodec.line(place, body)));
        }
        return lines;
    }

    /** How many numbers at the ends of the files lead to nothing. */
    long damagedAtTheEnd() {
        return connections.damagedAtTheEnd() + log.damagedAtTheEnd() + annotations.damagedAtTheEnd();
    }

    long bytes() {
        return connections.bytes() + log.bytes() + annotations.bytes() + limits.bytes();
    }

    /** What the files take of the disk, in bytes. */
    long diskBytes() {
        return connections.diskBytes() + log.diskBytes() + annotations.diskBytes() + limits.diskBytes();
    }

    /** Ends the writing; what has found no room until now is lost. */
    void close() {
        try {
            writer.flush();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The last connections and log lines of a capture could not be kept", e);
        }
        connections.close();
        log.close();
        annotations.close();
        limits.close();
    }
}
