package io.scflocal.app.timeline;

import io.scflocal.core.invocation.LogSource;

/**
 * Lines of the log that fall into one column.
 *
 * @param column the column
 * @param source the most serious source among them
 * @param number number of the first of them
 */
record LogMark(int column, LogSource source, long number) {}
