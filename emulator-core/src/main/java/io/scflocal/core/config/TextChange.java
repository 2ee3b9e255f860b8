package io.scflocal.core.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of a file before and after a change.
 *
 * @param kind what becomes of it
 * @param text the line with its line ending, if it has one
 */
public record TextChange(Kind kind, String text) {

    /** What becomes of a line. */
    public enum Kind {
        SAME("  "),
        REMOVED("- "),
        ADDED("+ ");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }
    }

    /** As it is shown to a person: without its line ending, behind a sign that says what becomes of it. */
    public String shown() {
        return kind.sign + text.stripTrailing();
    }

    /** The file after its changes. */
    static String after(List<TextChange> lines) {
        return lines.stream()
                .filter(line -> line.kind() != Kind.REMOVED)
                .map(TextChange::text)
                .collect(Collectors.joining());
    }
}
