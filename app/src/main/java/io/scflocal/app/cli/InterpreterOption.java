package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.core.config.LocalPath;
import io.scflocal.core.config.Origin;
import io.scflocal.core.config.ResolvedSettings;
import io.scflocal.core.function.InterpreterChoices;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.ParseResult;

/** The {@code --interpreter NAME=PATH} options: what runs in the place of the platform's interpreters. */
final class InterpreterOption {
    private InterpreterOption() {}

    /** What the files say, with what the command line says on top. */
    static ResolvedSettings over(ResolvedSettings files, ParseResult parsed, Messages messages) throws UsageException {
        Map<String, String> programs = new TreeMap<>();
        for (String choice : parsed.matchedOptionValue(Grammar.INTERPRETER, new String[0])) {
            String name = choice.replaceFirst("=.*", "");
            if (!choice.contains("=") || !InterpreterChoices.isName(name)) {
                throw new UsageException(messages.get("interpreters.error.name", choice));
            }
            programs.put(name, program(choice.substring(name.length() + 1), messages));
        }
        return files.withInterpreters(programs, Origin.COMMAND_LINE);
    }

    private static String program(String text, Messages messages) throws UsageException {
        try {
            Path path = LocalPath.of(text, Path.of(""));
            if (Files.isRegularFile(path) && Files.isExecutable(path)) {
                return path.toString();
            }
        } catch (InvalidPathException e) {
            // Said below.
        }
        throw new UsageException(messages.get("interpreters.error.program", text));
    }
}
