package io.scflocal.core.query;

import java.util.Locale;

/** Finds the longest text that must stand in everything a pattern matches, as far as that is plain to see. */
final class RequiredLiteral {
    private static final String SPECIAL = "\\^$.|?*+()[]{}";
    private static final String FOLDED = "kis";
    private static final String MAY_BE_NONE = "?*{";

    private final String pattern;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";

    private RequiredLiteral(String pattern) {
        this.pattern = pattern;
    }

    /** ASCII in lower case; empty if there is none. */
    static String of(String pattern) {
        // Groups, classes and alternatives are not looked into.
        boolean plain = !pattern.contains("|") && !pattern.contains("(") && !pattern.contains("[");
        return plain ? new RequiredLiteral(pattern).find() : "";
    }

    private String find() {
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                boolean escaped = i + 1 < pattern.length() && SPECIAL.indexOf(pattern.charAt(i + 1)) >= 0;
                if (!escaped) {
                    // \Q, \x41, \p{L} and others: what follows may not be what it looks like.
                    end();
                    return longest;
                }
                i++;
                add(pattern.charAt(i), i + 1);
            } else if (SPECIAL.indexOf(c) >= 0) {
                end();
                i = c == '{' ? Math.max(i, pattern.indexOf('}', i)) : i;
            } else {
                add(c, i + 1);
            }
        }
        end();
        return longest;
    }

    private void add(char c, int next) {
        boolean optional = next < pattern.length() && MAY_BE_NONE.indexOf(pattern.charAt(next)) >= 0;
        char lower = Character.toLowerCase(c);
        // Without regard to case, the sign of kelvin is a k, the long s an s, and the dotless i an i; none of them is
        // ASCII.
        if (optional || c >= 0x80 || FOLDED.indexOf(lower) >= 0) {
            end();
        } else {
            run.append(c);
        }
    }

    private void end() {
        if (run.length() > longest.length()) {
            longest = run.toString().toLowerCase(Locale.ROOT);
        }
        run.setLength(0);
    }
}
