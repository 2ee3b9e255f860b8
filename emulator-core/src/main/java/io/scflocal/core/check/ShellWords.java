package io.scflocal.core.check;

import java.util.ArrayList;
import java.util.List;

/** Splits a shell script into commands and these into words: quotes, backslashes, comments, operators. Stops at a here-document. */
final class ShellWords {
    private static final String OPERATORS = ";&|()\n";

    private final String script;
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private List<String> words = new ArrayList<>();
    private boolean inWord;
    private int line = 1;
    private int firstLine = 1;
    private int at;

    /**
     * The words of one command.
     *
     * @param number the line in which it begins, from 1
     * @param words as the command would get them, but with variables as they are written
     */
    record Line(int number, List<String> words) {}

    private ShellWords(String script) {
        this.script = script;
    }

    static List<Line> split(String script) {
        ShellWords splitter = new ShellWords(script.replace("\r", ""));
        splitter.run();
        return List.copyOf(splitter.lines);
    }

    private void run() {
        while (at < script.length() && !script.startsWith("<<", at)) {
            char c = script.charAt(at++);
            if (c == '\\') {
                escape();
            } else if (c == '\'' || c == '"') {
                quoted(c);
            } else if (c == '#' && !inWord) {
                int end = script.indexOf('\n', at);
                at = end < 0 ? script.length() : end;
            } else if (c == '$' && at < script.length() && script.charAt(at) == '(') {
                substitution();
            } else if (OPERATORS.indexOf(c) >= 0) {
                endCommand();
            } else if (Character.isWhitespace(c)) {
                endWord();
            } else {
                append(c);
            }
            if (c == '\n') {
                line++;
            }
        }
        endCommand();
    }

    private void escape() {
        if (at < script.length()) {
            char c = script.charAt(at++);
            if (c == '\n') {
                line++;
            } else {
                append(c);
            }
        }
    }

    private void quoted(char quote) {
        begin();
        while (at < script.length() && script.charAt(at) != quote) {
            if (script.charAt(at) == '\n') {
                line++;
            }
            if (script.startsWith("$(", at)) {
                at++;
                substitution();
            } else {
                word.append(script.charAt(at++));
            }
        }
        at++;
    }

    /** A command in a word: kept as it is, so that the word is seen to be none that can be known. */
    private void substitution() {
        begin();
        int depth = 0;
        word.append('$');
        do {
            char c = script.charAt(at++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            word.append(c);
        } while (depth > 0 && at < script.length());
    }

    private void append(char c) {
        begin();
        word.append(c);
    }

    private void begin() {
        if (!inWord && words.isEmpty()) {
            firstLine = line;
        }
        inWord = true;
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private void endCommand() {
        endWord();
        if (!words.isEmpty()) {
            lines.add(new Line(firstLine, List.copyOf(words)));
            words = new ArrayList<>();
        }
    }
}
