package io.scflocal.core.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * What is left out of an archive: a few patterns that nobody wants in the cloud, then those of the folder's {@code .scfignore}, in the
 * syntax of gitignore(5). The last pattern that matches decides; what lies in a directory that is left out can't be taken back.
 * Immutable.
 */
final class IgnoreRules {
    /** Name of the file in the function's folder. */
    static final String FILE = ".scfignore";

    /** What is left out unless {@code .scfignore} takes it back. */
    static final List<String> DEFAULTS = List.of(
            ".git/",
            ".svn/",
            ".hg/",
            ".idea/",
            ".vscode/",
            ".DS_Store",
            "Thumbs.db",
            "__pycache__/",
            "*.pyc",
            "node_modules/.cache/",
            ".env",
            ".env.*",
            "/" + FILE,
            "/scf-local.json",
            "/serverless.yml");

    private final List<Rule> rules;

    private record Rule(Pattern pattern, boolean directoriesOnly, boolean takesBack) {}

    private IgnoreRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rules for a function's folder; reads its {@code .scfignore} if there is one. */
    static IgnoreRules of(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return of(List.of());
        }
        // Bytes that are no UTF-8 match no name, and editors of Windows may begin a file with a mark.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return of((text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList());
    }

    static IgnoreRules of(List<String> lines) {
        List<Rule> rules = new ArrayList<>();
        Stream.concat(DEFAULTS.stream(), lines.stream())
                .flatMap(line -> rule(line).stream())
                .forEach(rules::add);
        return new IgnoreRules(rules);
    }

    /** Whether a file or directory is left out; {@code path} is relative to the folder, with {@code /} between names. */
    boolean ignores(String path, boolean directory) {
        boolean ignored = false;
        for (Rule rule : rules) {
            if ((directory || !rule.directoriesOnly)
                    && rule.pattern.matcher(path).matches()) {
                ignored = !rule.takesBack;
            }
        }
        return ignored;
    }

    private static Optional<Rule> rule(String line) {
        String text = withoutTrailingBlanks(line);
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.empty();
        }
        boolean takesBack = text.startsWith("!");
        text = takesBack ? text.substring(1) : text;
        boolean directoriesOnly = text.endsWith("/");
        text = directoriesOnly ? text.substring(0, text.length() - 1) : text;
        if (text.isEmpty()) {
            return Optional.empty();
        }
        boolean anchored = text.contains("/");
        String expression = (anchored ? "" : "(?:.*/)?") + expression(text.startsWith("/") ? text.substring(1) : text);
        try {
            return Optional.of(new Rule(Pattern.compile(expression, Pattern.DOTALL), directoriesOnly, takesBack));
        } catch (PatternSyntaxException e) {
            // A range such as [z-a], which matches nothing for git either.
            return Optional.empty();
        }
    }

    private static String withoutTrailingBlanks(String line) {
        String text = line;
        while (text.endsWith(" ") && !text.endsWith("\\ ")) {
            text = text.substring(0, text.length() - 1);
        }
        return text;
    }

    private static String expression(String glob) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            boolean nameBegins = i == 0 || glob.charAt(i - 1) == '/';
            if (nameBegins && glob.startsWith("**/", i)) {
                expression.append("(?:.*/)?");
                i += 2;
            } else if (nameBegins && glob.substring(i).equals("**")) {
                expression.append(".*");
                i++;
            } else if (c == '*') {
                expression.append("[^/]*");
            } else if (c == '?') {
                expression.append("[^/]");
            } else if (c == '[' && glob.indexOf(']', i + 2) > 0) {
                int end = glob.indexOf(']', i + 2);
                expression.append(characterClass(glob.substring(i + 1, end)));
                i = end;
            } else {
                int at = c == '\\' && i + 1 < glob.length() ? ++i : i;
                expression.append(Pattern.quote(glob.substring(at, at + 1)));
            }
        }
        return expression.toString();
    }

    private static String characterClass(String content) {
        boolean negated = content.startsWith("!") || content.startsWith("^");
        String members = (negated ? content.substring(1) : content).replaceAll("[\\[\\]&\\\\^]", "\\\\$0");
        return "(?!/)[" + (negated ? "^" : "") + members + "]";
    }
}
