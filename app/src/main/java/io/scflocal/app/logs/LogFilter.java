package io.scflocal.app.logs;

import io.scflocal.core.invocation.LogLine;
import io.scflocal.core.invocation.LogSource;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which lines are shown.
 *
 * @param requestId only those of this invocation; empty for those of all
 * @param text only those that hold this, in upper or lower case; empty for all
 * @param pattern only those in which this is found; empty for all
 * @param sources only those that one of these wrote
 * @param atLeast only those that are at least so serious
 */
record LogFilter(String requestId, String text, Optional<Pattern> pattern, Set<LogSource> sources, LogLevel atLeast) {

    /** Lets everything through. */
    static final LogFilter ALL =
            new LogFilter("", "", Optional.empty(), EnumSet.allOf(LogSource.class), LogLevel.DEBUG);

    /** What stands further behind in a line is not looked for: nobody sees it in the list either. */
    private static final int SEARCHED = 1 << 16;

    LogFilter {
        text = text.toLowerCase(Locale.ROOT);
        sources = Set.copyOf(sources);
    }

    /** Whether every line passes. */
    boolean isAll() {
        return equals(ALL);
    }

    /** Whether {@code line} passes. */
    boolean matches(LogLine line) {
        return (requestId.isEmpty() || line.requestId().equals(requestId))
                && sources.contains(line.source())
                && (atLeast == LogLevel.DEBUG || LogLevel.of(line).compareTo(atLeast) >= 0)
                && (text.isEmpty() && pattern.isEmpty() || matches(line.text()));
    }

    private boolean matches(String line) {
        String searched = Ansi.strip(line.length() > SEARCHED ? line.substring(0, SEARCHED) : line);
        return pattern.map(wanted -> PatientText.hasIn(wanted, searched))
                .orElseGet(() -> searched.toLowerCase(Locale.ROOT).contains(text));
    }
}
