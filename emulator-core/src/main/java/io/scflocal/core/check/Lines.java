package io.scflocal.core.check;

import java.util.regex.MatchResult;

/** Line numbers within a text. */
final class Lines {
    /** UTF-8's byte order mark when its bytes are read as ISO-8859-1. */
    static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private Lines() {}

    /** The number, from 1, of the line in which the character at {@code offset} stands. */
    static int numberAt(String text, int offset) {
        int line = 1;
        for (int at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
            line++;
        }
        return line;
    }

    /** The line in which a match begins. */
    static int numberAt(String text, MatchResult match) {
        return numberAt(text, match.start());
    }

    /** Where line {@code number} begins; -1 if there are not so many. */
    static int startOf(String text, int number) {
        int start = 0;
        for (int line = 1; line < number; line++) {
            start = text.indexOf('\n', start) + 1;
            if (start == 0) {
                return -1;
            }
        }
        return start;
    }
}
