package io.scflocal.core.check;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repair of one file. It is computed on the file's bytes at the time it is applied and changes no others.
 *
 * @param kind what is done
 * @param file the file, as in {@link Finding#file()}
 * @param line the line that is repaired, from 1; 0 if it concerns the whole file
 */
public record Fix(Kind kind, String file, int line) {
    private static final Pattern LOOPBACK = Pattern.compile("(['\"])(?:127\\.0\\.0\\.1|localhost|::1)\\1");

    /** What can be repaired. */
    public enum Kind {
        /** Sets the file's permissions to 755; its bytes stay. */
        MAKE_EXECUTABLE,
        REMOVE_BYTE_ORDER_MARK,
        /** CR LF becomes LF. */
        UNIX_LINE_ENDINGS,
        /** Blanks at the end of the line go away. */
        STRIP_TRAILING_BLANKS,
        ADD_FINAL_NEWLINE,
        /** {@code #!/bin/bash} becomes the first line. */
        ADD_SHEBANG,
        /** A loopback address in the line becomes {@code 0.0.0.0}. */
        LISTEN_EVERYWHERE
    }

    /** The repaired bytes; the same where nothing is left to repair. */
    byte[] edit(byte[] content) {
        // This character set maps every byte to one character and back, so no byte is lost.
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return edited(text).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String edited(String text) {
        return switch (kind) {
            case MAKE_EXECUTABLE -> text;
            case REMOVE_BYTE_ORDER_MARK ->
                text.startsWith(Lines.BYTE_ORDER_MARK) ? text.substring(Lines.BYTE_ORDER_MARK.length()) : text;
            case UNIX_LINE_ENDINGS -> text.replace("\r\n", "\n");
            case STRIP_TRAILING_BLANKS -> onLine(text, before -> before.replaceFirst("[ \t]+(?=\r?$)", ""));
            case ADD_FINAL_NEWLINE -> text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
            case ADD_SHEBANG -> text.startsWith("#!") ? text : "#!/bin/bash\n" + text;
            case LISTEN_EVERYWHERE ->
                onLine(text, before -> LOOPBACK.matcher(before)
                        .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + "0.0.0.0" + match.group(1))));
        };
    }

    private String onLine(String text, UnaryOperator<String> change) {
        int start = Lines.startOf(text, line);
        if (start < 0) {
            return text;
        }
        int end = text.indexOf('\n', start);
        int stop = end < 0 ? text.length() : end;
        return text.substring(0, start) + change.apply(text.substring(start, stop)) + text.substring(stop);
    }
}
