package io.scflocal.app.decode;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What JSON writes with a backslash. */
public final class JsonEscapes {
    private static final int HEX = 16;
    /** A backslash before a backslash is no escape's beginning, so both are taken together. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|.)");

    private JsonEscapes() {}

    /**
     * A written string with the characters that it names by their numbers, as many languages do with everything that is not ASCII;
     * those that could be taken for the string's own signs, or could not be seen, stay as they are written.
     */
    public static String readable(String written) {
        return written.indexOf('\\') < 0
                ? written
                : ESCAPE.matcher(written).replaceAll(found -> Matcher.quoteReplacement(readable(found)));
    }

    private static String readable(MatchResult escape) {
        if (escape.group(1) == null) {
            return escape.group();
        }
        char c = (char) Integer.parseInt(escape.group(1), HEX);
        boolean seen = c > ' '
                && c != '"'
                && c != '\\'
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT;
        return seen ? String.valueOf(c) : escape.group();
    }
}
