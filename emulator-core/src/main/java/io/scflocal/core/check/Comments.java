package io.scflocal.core.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts blanks in the place of a source's comments, so that nobody takes one for code; offsets and lines stay. */
final class Comments {
    /** How a comment begins and ends; Python's long strings are comments as often as not. */
    private record Kind(String start, String end) {}

    private static final Map<SourceFile.Language, List<Kind>> KINDS = Map.of(
            SourceFile.Language.JAVASCRIPT, List.of(new Kind("//", "\n"), new Kind("/*", "*/")),
            SourceFile.Language.PYTHON,
                    List.of(new Kind("#", "\n"), new Kind("\"\"\"", "\"\"\""), new Kind("'''", "'''")));

    private Comments() {}

    static String blanked(String text, SourceFile.Language language) {
        StringBuilder result = new StringBuilder(text);
        int at = 0;
        while (at < text.length()) {
            int here = at;
            Optional<Kind> kind = KINDS.get(language).stream()
                    .filter(known -> text.startsWith(known.start(), here))
                    .findFirst();
            if (kind.isPresent()) {
                int end = text.indexOf(kind.get().end(), at + kind.get().start().length());
                int stop = end < 0 ? text.length() : end + kind.get().end().length();
                blank(result, at, stop);
                at = stop;
            } else {
                at = isQuote(text.charAt(at)) ? afterString(text, at) : at + 1;
            }
        }
        return result.toString();
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    /** A string in ordinary quotes ends with its line at the latest, so a quote in a regular expression does little harm. */
    private static int afterString(String text, int start) {
        char quote = text.charAt(start);
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != quote && (quote == '`' || text.charAt(at) != '\n')) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
    }
}
