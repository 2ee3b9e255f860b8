package io.scflocal.core.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a {@code .env} file: {@code NAME=value}, also after {@code export}; values in single quotes are taken as they are, in
 * double quotes {@code \n} is a line feed; elsewhere a blank and {@code #} begin a comment.
 */
final class DotEnv {
    private static final Pattern LINE = Pattern.compile("\\s*(?:export\\s+)?([^\\s=#]+)\\s*=\\s*(.*?)\\s*");

    private DotEnv() {}

    /** A receiver of what stands in the file; {@code line} counts from 1. */
    interface Sink {
        void variable(String name, String value, int line);

        void badLine(String text, int line);
    }

    static void read(String text, Sink sink) {
        String[] lines = (text.startsWith("\ufeff") ? text.substring(1) : text).split("\r?\n");
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                sink.variable(matcher.group(1), value(matcher.group(2)), i + 1);
            } else if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                sink.badLine(line.strip(), i + 1);
            }
        }
    }

    private static String value(String written) {
        char quote = written.isEmpty() ? ' ' : written.charAt(0);
        int end = quote == '"' || quote == '\'' ? written.indexOf(quote, 1) : -1;
        if (end > 0) {
            String inside = written.substring(1, end);
            return quote == '"' ? inside.replace("\\n", "\n") : inside;
        }
        return written.replaceFirst("\\s+#.*$", "");
    }
}
