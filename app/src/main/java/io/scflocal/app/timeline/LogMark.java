package io.scflocal.app.timeline;

import io.scflocal.core.invocation.LogLine;

/**
 * Lines of the log that fall into one column.
 *
 * @param column the column
 * @param line the first of the most serious ones among them
 */
record LogMark(int column, LogLine line) {}
