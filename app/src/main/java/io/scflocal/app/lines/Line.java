package io.scflocal.app.lines;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of a text that is shown piece by piece.
 *
 * @param runs its pieces from left to right
 */
public record Line(List<Run> runs) {
    /** Longest line; a control that lays out text slows down with the length of a line, not with their number. */
    public static final int MAX_CHARS = 512;

    public Line {
        runs = List.copyOf(runs);
    }

    /** A line of one colour. */
    public static Line plain(String text) {
        return new Line(List.of(new Run(text, Run.Kind.PLAIN)));
    }

    /** Its characters. */
    public String text() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}
