package io.scflocal.core.capture;

import java.util.List;
import java.util.Optional;

/**
 * Reads what a capture holds beside the frames: its connections and the lines of its log.
 *
 * <p>Thread-safe.
 */
public interface SessionReader {

    /** The highest number of a connection; 0 when there is none. */
    int connectionCount();

    /** No connection with a lower number is known any more; 1 as long as none had to make room. */
    default int firstConnection() {
        return 1;
    }

    /**
     * What was recorded last of a connection; empty when nothing was, it had to make room or it is damaged.
     *
     * @param number number of the connection, from 1
     */
    Optional<ConnectionRecord> connection(int number);

    /** Number of lines, with those that had to make room. */
    long lineCount();

    /** The first line that has not had to make room. */
    default long firstLine() {
        return 0;
    }

    /** At most {@code max} lines from number {@code from} on, oldest first; damaged ones are left out. */
    List<LineRecord> lines(long from, int max);
}
