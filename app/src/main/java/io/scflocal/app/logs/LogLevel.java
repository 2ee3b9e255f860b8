package io.scflocal.app.logs;

import io.scflocal.core.invocation.LogLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How serious a line is, as far as it says so. */
enum LogLevel {
    DEBUG,
    INFO,
    WARN,
    ERROR;

    /** A line says its level near its beginning. */
    private static final int LOOKED_AT = 1_000;

    private static final int LONGEST_WORD = 12;
    private static final List<String> JSON_KEYS = List.of("\"level\"", "\"severity\"", "\"lvl\"", "\"levelname\"");

    /** The level that a line says it has, else the one that its source suggests. */
    static LogLevel of(LogLine line) {
        return switch (line.source()) {
            case PLATFORM -> INFO;
            case PLATFORM_ERROR -> ERROR;
            case STDOUT -> said(line.text()).orElse(INFO);
            case STDERR -> said(line.text()).orElse(WARN);
        };
    }

    /** The level that a text says it has: in the level of a JSON object, or as a word in capitals or brackets at its beginning. */
    static Optional<LogLevel> said(String text) {
        String beginning = Ansi.strip(text.substring(0, Math.min(text.length(), LOOKED_AT)))
                .stripLeading();
        if (beginning.startsWith("{")) {
            return JSON_KEYS.stream()
                    .filter(beginning::contains)
                    .findFirst()
                    .flatMap(key -> named(word(beginning, beginning.indexOf(key) + key.length())));
        }
        String word = word(beginning, 0);
        boolean marked = beginning.startsWith("[") || word.equals(word.toUpperCase(Locale.ROOT));
        return marked ? named(word) : Optional.empty();
    }

    /** The first letters or digits from {@code from} on. */
    private static String word(String text, int from) {
        int start = from;
        while (start < text.length() && start < from + LONGEST_WORD && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && end < start + LONGEST_WORD && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    /** By the names of the usual libraries, and the numbers of pino and bunyan. */
    private static Optional<LogLevel> named(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "trace", "debug", "10", "20" -> Optional.of(DEBUG);
            case "info", "information", "notice", "30" -> Optional.of(INFO);
            case "warn", "warning", "40" -> Optional.of(WARN);
            case "error", "err", "fatal", "critical", "panic", "severe", "50", "60" -> Optional.of(ERROR);
            default -> Optional.empty();
        };
    }
}
