package io.scflocal.core.capture;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Writes connections and lines of the log without ever waiting: what finds no room on the disk waits here, up to a limit, and is written
 * before what comes later.
 *
 * <p>Thread-safe.
 */
final class SessionWriter {
    private static final long MOST_WAITING_BYTES = 16L << 20;

    private final Deque<Put> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private volatile Optional<IOException> fault = Optional.empty();

    /**
     * What is to be put where.
     *
     * @param stays see {@link NumberedRecords#put}
     */
    record Put(NumberedRecords records, long number, byte[] body, boolean stays) {
        Put(NumberedRecords records, long number, byte[] body) {
            this(records, number, body, false);
        }

        void run() throws IOException {
            records.put(number, body, stays);
        }
    }

    /** Writes it, or keeps it until there is room. */
    synchronized void put(Put put) {
        waiting.addLast(put);
        waitingBytes += put.body().length;
        try {
            flush();
        } catch (IOException e) {
            while (waitingBytes > MOST_WAITING_BYTES) {
                waitingBytes -= waiting.removeLast().body().length;
                fault = Optional.of(e);
            }
        }
    }

    /** Writes what waits for room. */
    synchronized void flush() throws IOException {
        while (!waiting.isEmpty()) {
            waiting.getFirst().run();
            waitingBytes -= waiting.removeFirst().body().length;
        }
    }

    /** Why something could not be kept. */
    Optional<IOException> fault() {
        return fault;
    }
}
