package io.scflocal.app.logs;

import io.scflocal.app.text.Formats;
import io.scflocal.core.invocation.LogLine;
import io.scflocal.core.invocation.LogSource;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** How a line of the log is written. */
final class LogText {
    /** Longer lines are cut on the screen: no one reads them there, and drawing them takes long. */
    static final int MAX_SHOWN = 4_000;

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

    /** The text for the screen: its beginning only, without characters that can't be seen. */
    static String shown(LogLine line) {
        String text = line.text();
        String start = text.substring(0, text.length() - cut(line));
        return start.chars().anyMatch(LogText::isControl) ? visible(start) : start;
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
                .map(line -> String.format("%s  %-8s  %s", time(line), shortId(line.requestId()), line.text()))
                .collect(Collectors.joining("\n"));
    }

    /** Only the texts of the lines, whole. */
    static String copyTexts(List<LogLine> lines) {
        return lines.stream().map(LogLine::text).collect(Collectors.joining("\n"));
    }

    /** Style class of a line by who wrote it. */
    static String styleClass(LogLine line) {
        return switch (line.source()) {
            case STDOUT -> "stdout";
            case STDERR -> "stderr";
            case PLATFORM -> isTurningPoint(line) ? "turning-point" : "platform";
            case PLATFORM_ERROR -> "platform-error";
        };
    }

    private static boolean isTurningPoint(LogLine line) {
        return line.source() == LogSource.PLATFORM
                && (line.text().startsWith("START ") || line.text().startsWith("END "));
    }
}
