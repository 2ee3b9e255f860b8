package io.scflocal.core.capture;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code connections.*} and {@code log.*} of a capture.
 *
 * <p>Thread-safe.
 */
final class SessionFiles implements SessionReader {
    private static final System.Logger LOG = System.getLogger(SessionFiles.class.getName());
    private static final String CONNECTIONS = "connections";
    private static final String LINES = "log";

    private final NumberedRecords connections;
    private final NumberedRecords log;
    private final SessionWriter writer = new SessionWriter();

    private SessionFiles(NumberedRecords connections, NumberedRecords log) {
        this.connections = connections;
        this.log = log;
    }

    /** Nothing is written yet; writing never waits for room on the disk. */
    static SessionFiles create(CaptureDirectory capture) {
        CaptureDirectory directory = capture.withoutPatience();
        return new SessionFiles(
                NumberedRecords.create(directory, CONNECTIONS), NumberedRecords.create(directory, LINES));
    }

    static SessionFiles open(CaptureDirectory directory) throws IOException {
        return new SessionFiles(NumberedRecords.open(directory, CONNECTIONS), NumberedRecords.open(directory, LINES));
    }

    void put(ConnectionRecord connection) {
        writer.put(new SessionWriter.Put(connections, connection.number(), RecordCodec.encode(connection)));
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
    public Optional<ConnectionRecord> connection(int number) {
        return connections.get(number).map(RecordCodec::connection);
    }

    @Override
    public long lineCount() {
        return log.count();
    }

    @Override
    public List<LineRecord> lines(long from, int max) {
        List<LineRecord> lines = new ArrayList<>();
        long end = Math.min(log.count(), from + max);
        for (long number = Math.max(0, from); number < end; number++) {
            long place = number;
            log.get(number).ifPresent(body -> lines.add(RecordCodec.line(place, body)));
        }
        return lines;
    }

    /** How many numbers at the end of the two files lead to nothing. */
    long damagedAtTheEnd() {
        return damagedAtTheEnd(connections) + damagedAtTheEnd(log);
    }

    long bytes() {
        return connections.bytes() + log.bytes();
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
    }

    private static long damagedAtTheEnd(NumberedRecords records) {
        long damaged = 0;
        for (long number = records.count() - 1;
                number > 0 && records.get(number).isEmpty();
                number--) {
            damaged++;
        }
        return damaged;
    }
}
