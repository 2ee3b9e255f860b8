package io.scflocal.core.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The simple commands of a shell script, as far as they can be told without running it. What is not understood is left out or keeps its
 * {@code $}, so that nobody takes it for a file's name.
 *
 * @param commands in the order in which they stand
 * @param variables variables that get a fixed value somewhere
 */
record ShellScript(List<Command> commands, Map<String, String> variables) {
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)=(.*)", Pattern.DOTALL);
    private static final Pattern REFERENCE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");
    private static final List<String> PREFIXES = List.of("exec", "nohup", "env", "time", "command");
    private static final List<String> KEYWORDS =
            List.of("if", "then", "else", "elif", "do", "while", "until", "!", "{");

    /**
     * A program with its arguments.
     *
     * @param line where it begins, from 1
     * @param words the program first; never empty
     */
    record Command(int line, List<String> words) {

        String program() {
            return words.get(0);
        }

        /** The program's name without its directory. */
        String name() {
            return program().substring(program().lastIndexOf('/') + 1);
        }

        List<String> arguments() {
            return words.subList(1, words.size());
        }
    }

    static ShellScript parse(String script) {
        List<Command> commands = new ArrayList<>();
        Map<String, String> variables = new LinkedHashMap<>();
        for (ShellWords.Line line : ShellWords.split(script)) {
            add(commands, variables, line);
        }
        return new ShellScript(List.copyOf(commands), variables);
    }

    private static void add(List<Command> commands, Map<String, String> variables, ShellWords.Line line) {
        List<String> words = new ArrayList<>();
        line.words().forEach(word -> words.add(expand(word, variables)));
        while (!words.isEmpty() && isBefore(words.get(0), variables)) {
            words.remove(0);
        }
        if (words.isEmpty()) {
            return;
        }
        if (words.get(0).equals("export")) {
            words.stream().skip(1).forEach(word -> assign(word, variables));
        }
        commands.add(new Command(line.number(), List.copyOf(words)));
    }

    /** Whether the word stands before the program itself. */
    private static boolean isBefore(String word, Map<String, String> variables) {
        return KEYWORDS.contains(word) || PREFIXES.contains(word) || assign(word, variables);
    }

    private static boolean assign(String word, Map<String, String> variables) {
        Matcher assignment = ASSIGNMENT.matcher(word);
        if (!assignment.matches()) {
            return false;
        }
        variables.put(assignment.group(1), assignment.group(2));
        return true;
    }

    private static String expand(String word, Map<String, String> variables) {
        return REFERENCE.matcher(word).replaceAll(match -> {
            String name = match.group(1) == null ? match.group(2) : match.group(1);
            String value = variables.get(name);
            // A search path that is extended keeps its own name, or it would grow with every mention.
            return Matcher.quoteReplacement(value == null || value.contains("$") ? match.group() : value);
        });
    }
}
