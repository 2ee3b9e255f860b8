package io.scflocal.core.function;

import java.util.Optional;
import java.util.Set;

/**
 * The first line of a script as Linux reads it: {@code #!}, an interpreter and at most one argument, blanks around both ignored.
 *
 * @param interpreter path of the interpreter
 * @param argument what the interpreter gets before the script's path; empty if nothing
 */
public record Shebang(String interpreter, String argument) {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "zsh", "ksh");

    /** Reads a first line; empty if it names no interpreter. */
    public static Optional<Shebang> parse(String line) {
        if (!line.startsWith("#!")) {
            return Optional.empty();
        }
        String[] words = line.substring(2).strip().split("[ \t]+", 2);
        return words[0].isEmpty()
                ? Optional.empty()
                : Optional.of(new Shebang(words[0], words.length > 1 ? words[1] : ""));
    }

    /** Whether a shell reads the script, directly or through {@code env}. */
    public boolean isShell() {
        String program = lastName(interpreter);
        return SHELLS.contains(
                program.equals("env")
                        ? lastName(argument.replaceFirst("^-S\\s+", "").split("\\s", 2)[0])
                        : program);
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
