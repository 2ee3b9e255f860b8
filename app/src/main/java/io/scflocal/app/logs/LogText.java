package io.scflocal.app.logs;

import io.scflocal.app.lines.Line;
import io.scflocal.app.lines.Run;
import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Messages;
import io.scflocal.core.invocation.LogLine;
import io.scflocal.core.invocation.LogSource;
import io.scflocal.core.platform.PlatformLimits;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a line of the log is written. */
final class LogText {
    /** Longer lines are cut on the screen: no one reads them there, and drawing them takes long. */
    static final int MAX_SHOWN = 2_000;

    private static final int SHORT_ID = 8;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7F;
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE_PICTURE = 0x2421;

    private LogText() {}

    /** When it was written, {@code 10:21:07.133} in the zone of this machine. */
    static String time(LogLine line) {
        return Formats.time(line.epochNanos(), ZoneId.systemDefault());
    }

    /** The first digits of a request id; empty if that is. */
    static String shortId(String requestId) {
        return requestId.substring(0, Math.min(SHORT_ID, requestId.length()));
    }

    /** The line for the screen: time, request id and the beginning of the text in its colours. */
    static Line shown(LogLine line, Messages messages) {
        List<Run> runs = new ArrayList<>();
        runs.add(new Run(time(line) + "  ", Run.Kind.OFFSET));
        runs.add(new Run(String.format("%-8s  ", shortId(line.requestId())), Run.Kind.OFFSET));
        String text = line.text();
        boolean cutByTheCloud = line.keptByTheCloud().isPresent();
        if (cutByTheCloud) {
            // Where the eye begins, too: the sentence at the end is far to the right.
            runs.add(new Run("✂ ", Run.Kind.WARNING));
        }
        String start = text.substring(0, text.length() - cut(line));
        for (Run run : Ansi.runs(start, kind(line))) {
            runs.add(new Run(visible(run.text()), run.kind()));
        }
        if (cut(line) > 0) {
            runs.add(new Run(messages.get("logs.more", Formats.count(cut(line))), Run.Kind.MUTED));
        }
        if (cutByTheCloud) {
            String kilobytes = Integer.toString(PlatformLimits.MAX_LOG_LINE_BYTES >> 10);
            runs.add(new Run(messages.get("logs.cloudCuts", kilobytes), Run.Kind.WARNING));
        }
        return new Line(runs);
    }

    /** How many characters at the end are not on the screen. */
    static int cut(LogLine line) {
        String text = line.text();
        if (text.length() <= MAX_SHOWN) {
            return 0;
        }
        // Never between the two halves of one character.
        int end = Character.isHighSurrogate(text.charAt(MAX_SHOWN - 1)) ? MAX_SHOWN - 1 : MAX_SHOWN;
        return text.length() - end;
    }

    private static boolean isControl(int character) {
        return character < FIRST_PRINTABLE || character == DELETE;
    }

    private static String visible(String text) {
        if (text.chars().noneMatch(LogText::isControl)) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length());
        text.chars().forEach(character -> {
            if (character == '\t') {
                visible.append("    ");
            } else if (isControl(character)) {
                visible.append((char) (character == DELETE ? DELETE_PICTURE : CONTROL_PICTURES + character));
            } else {
                visible.append((char) character);
            }
        });
        return visible.toString();
    }

    /** Whole lines for the clipboard, each with its time and request id. */
    static String copy(List<LogLine> lines) {
        return lines.stream()
                .map(line ->
                        String.format("%s  %-8s  %s", time(line), shortId(line.requestId()), Ansi.strip(line.text())))
                .collect(Collectors.joining("\n"));
    }

    /** Only the texts of the lines, whole. */
    static String copyTexts(List<LogLine> lines) {
        return lines.stream().map(line -> Ansi.strip(line.text())).collect(Collectors.joining("\n"));
    }

    /** How a line is coloured: by who wrote it, and by how serious it says it is. */
    static Run.Kind kind(LogLine line) {
        if (line.source() == LogSource.PLATFORM) {
            return isTurningPoint(line) ? Run.Kind.BOLD : Run.Kind.MUTED;
        }
        return switch (LogLevel.of(line)) {
            case ERROR -> Run.Kind.ERROR;
            case WARN -> Run.Kind.WARNING;
            case INFO -> Run.Kind.PLAIN;
            case DEBUG -> Run.Kind.MUTED;
        };
    }

    private static boolean isTurningPoint(LogLine line) {
        return line.source() == LogSource.PLATFORM
                && (line.text().startsWith("START ") || line.text().startsWith("END "));
    }
}
