package io.scflocal.core.query;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Compiles the patterns of the language. */
final class Patterns {
    private static final int LONGEST = 1_000;

    private Patterns() {}

    /** Without regard to case, unless the pattern itself says {@code (?-i)}. */
    static Pattern compile(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** What is wrong with a pattern; empty if nothing is. */
    static Optional<String> fault(String pattern) {
        if (pattern.length() > LONGEST) {
            return Optional.of("longer than " + LONGEST + " characters");
        }
        try {
            compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(e.getDescription());
        }
    }
}
