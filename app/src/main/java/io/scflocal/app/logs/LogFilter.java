package io.scflocal.app.logs;

import io.scflocal.core.invocation.LogLine;
import java.util.Locale;

/**
 * Which lines are shown.
 *
 * @param requestId only those of this invocation; empty for those of all
 * @param text only those that hold this, in upper or lower case; empty for all
 */
record LogFilter(String requestId, String text) {

    /** Lets everything through. */
    static final LogFilter ALL = new LogFilter("", "");

    LogFilter {
        text = text.toLowerCase(Locale.ROOT);
    }

    /** Whether every line passes. */
    boolean isAll() {
        return requestId.isEmpty() && text.isEmpty();
    }

    /** Whether {@code line} passes. */
    boolean matches(LogLine line) {
        return (requestId.isEmpty() || line.requestId().equals(requestId))
                && (text.isEmpty() || line.text().toLowerCase(Locale.ROOT).contains(text));
    }
}
