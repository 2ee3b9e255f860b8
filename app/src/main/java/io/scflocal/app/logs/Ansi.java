package io.scflocal.app.logs;

import io.scflocal.app.lines.Run;
import java.util.ArrayList;
import java.util.List;

/** The escape sequences with which programs colour what they print: colours are shown, everything else is left out. Source: ECMA-48. */
final class Ansi {
    private static final char ESCAPE = '\u001b';

    private Ansi() {}

    /** {@code text} without its sequences. */
    static String strip(String text) {
        if (text.indexOf(ESCAPE) < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        runs(text, Run.Kind.PLAIN).forEach(run -> plain.append(run.text()));
        return plain.toString();
    }

    /** The pieces of {@code text}, those without a colour of their own as {@code plain}. */
    static List<Run> runs(String text, Run.Kind plain) {
        List<Run> runs = new ArrayList<>();
        Run.Kind kind = plain;
        int from = 0;
        int escape = text.indexOf(ESCAPE);
        while (escape >= 0) {
            add(runs, text, from, escape, kind);
            int end = end(text, escape);
            if (end - escape > 2 && text.charAt(end - 1) == 'm') {
                kind = colour(text.substring(escape + 2, end - 1), kind, plain);
            }
            from = end;
            escape = text.indexOf(ESCAPE, from);
        }
        add(runs, text, from, text.length(), kind);
        return runs;
    }

    private static void add(List<Run> runs, String text, int from, int to, Run.Kind kind) {
        if (from < to) {
            runs.add(new Run(text.substring(from, to), kind));
        }
    }

    /** The character after a sequence. */
    private static int end(String text, int escape) {
        int at = escape + 1;
        if (at < text.length() && text.charAt(at) == '[') {
            at++;
            while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) < '@') {
                at++;
            }
        }
        return Math.min(text.length(), at + 1);
    }

    private static Run.Kind colour(String parameters, Run.Kind before, Run.Kind plain) {
        Run.Kind kind = before;
        String[] codes = parameters.split(";");
        for (int i = 0; i < codes.length; i++) {
            if (codes[i].equals("38") || codes[i].equals("48")) {
                // One of 256 colours, or any: what follows are its numbers.
                i += i + 1 < codes.length && codes[i + 1].equals("5") ? 2 : 4;
                continue;
            }
            kind = switch (codes[i]) {
                case "", "0", "39" -> plain;
                case "1" -> kind == plain ? Run.Kind.BOLD : kind;
                case "2", "30", "90" -> Run.Kind.MUTED;
                case "31", "91" -> Run.Kind.RED;
                case "32", "92" -> Run.Kind.GREEN;
                case "33", "93" -> Run.Kind.YELLOW;
                case "34", "94" -> Run.Kind.BLUE;
                case "35", "95" -> Run.Kind.MAGENTA;
                case "36", "96" -> Run.Kind.CYAN;
                default -> kind;
            };
        }
        return kind;
    }
}
