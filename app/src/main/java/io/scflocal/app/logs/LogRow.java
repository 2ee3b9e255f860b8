package io.scflocal.app.logs;

import io.scflocal.core.invocation.LogLine;

/** One row of the log view. */
sealed interface LogRow {

    /** A line of the log. */
    record Line(LogLine line) implements LogRow {}

    /**
     * Stands above the first line when there were earlier ones.
     *
     * @param dropped lines, of any connection, that the log itself no longer has
     * @param hidden lines that match and are older than what the view lists
     */
    record Earlier(long dropped, long hidden) implements LogRow {}
}
