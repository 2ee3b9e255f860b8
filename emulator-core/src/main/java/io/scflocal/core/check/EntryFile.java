package io.scflocal.core.check;

import io.scflocal.core.check.ShellScript.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which file a command runs. */
final class EntryFile {
    /** Options that are followed by a value of their own, by language. */
    private static final Map<String, Set<String>> VALUED = Map.of(
            "node", Set.of("-r", "--require", "--import", "--loader", "--experimental-loader", "--env-file"),
            "python", Set.of("-W", "-X"),
            "php", Set.of("-c", "-d"),
            "java", Set.of("-cp", "-classpath", "--class-path", "-p", "--module-path", "--add-modules"));
    /** Options with which no file follows. */
    private static final Set<String> NO_FILE =
            Set.of("-e", "-p", "-c", "-m", "--eval", "--print", "-v", "--version", "-S", "-r");

    private EntryFile() {}

    /** The word that names it; empty if there is none or it can't be told. */
    static Optional<String> of(Command command) {
        String program = command.program();
        if (program.startsWith("./") || program.startsWith("../") || program.startsWith("/var/user/")) {
            return Optional.of(program);
        }
        return switch (language(command)) {
            case "java" -> afterJar(command.arguments());
            case "" -> Optional.empty();
            default -> firstFile(language(command), command.arguments());
        };
    }

    /** Node finds a module without its suffix, and a directory's index. */
    static boolean exists(Path file, Command command) {
        if (!language(command).equals("node")) {
            return Files.exists(file);
        }
        return Stream.of("", ".js", ".cjs", ".mjs", ".json").anyMatch(suffix -> Files.exists(Path.of(file + suffix)));
    }

    private static String language(Command command) {
        String name = command.name();
        return name.startsWith("python")
                ? "python"
                : Set.of("node", "php", "java", "bash", "sh", "source", ".").contains(name) ? name : "";
    }

    private static Optional<String> afterJar(List<String> arguments) {
        int jar = arguments.indexOf("-jar");
        return jar >= 0 && jar + 1 < arguments.size() ? Optional.of(arguments.get(jar + 1)) : Optional.empty();
    }

    private static Optional<String> firstFile(String language, List<String> arguments) {
        Set<String> valued = VALUED.getOrDefault(language, Set.of());
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (valued.contains(word)) {
                i++;
            } else if (NO_FILE.contains(word)) {
                return Optional.empty();
            } else if (!word.startsWith("-")) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }
}
