package io.scflocal.app.timeline;

import io.scflocal.core.invocation.LogSource;

/**
 * Lines of the log that fall into one column.
 *
 * @param column the column
 * @param source the most serious source among them
 * @param epochNanos when the most serious of them was written, nanoseconds since 1970-01-01T00:00:00Z
 */
record LogMark(int column, LogSource source, long epochNanos) {}
