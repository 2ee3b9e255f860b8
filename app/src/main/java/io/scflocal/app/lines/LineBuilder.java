package io.scflocal.app.lines;

import io.scflocal.app.payload.Utf8;
import java.util.ArrayList;
import java.util.List;

/** Collects pieces of text into lines that aren't longer than {@link Line#MAX_CHARS}. */
public final class LineBuilder {
    private final List<Line> lines = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private int length;

    /** Adds a piece to the line at the end; what doesn't fit goes into further lines. */
    public void add(String text, Run.Kind kind) {
        int from = 0;
        while (text.length() - from > Line.MAX_CHARS - length) {
            int to = cut(text, from + Line.MAX_CHARS - length);
            append(text.substring(from, to), kind);
            from = to;
            end();
        }
        append(text.substring(from), kind);
    }

    private static int cut(String text, int at) {
        return at > 0 && at < text.length() && Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }

    private void append(String text, Run.Kind kind) {
        if (!text.isEmpty()) {
            runs.add(new Run(text, kind));
            length += text.length();
        }
    }

    /** Ends the line. */
    public void end() {
        lines.add(new Line(runs));
        runs.clear();
        length = 0;
    }

    /** All lines, the last one included. */
    public List<Line> build() {
        if (length > 0) {
            end();
        }
        return List.copyOf(lines);
    }

    /** A text as lines, without colours. */
    public static List<Line> plain(String text) {
        LineBuilder builder = new LineBuilder();
        text.lines().forEach(line -> {
            builder.add(shown(line), Run.Kind.PLAIN);
            builder.end();
        });
        return builder.build();
    }

    private static String shown(String line) {
        return Utf8.oneLine(line.replace("\t", "    "), Integer.MAX_VALUE);
    }
}
