package io.scflocal.core.function;

import io.scflocal.core.platform.Interpreter;
import io.scflocal.core.platform.Interpreter.Language;
import io.scflocal.core.platform.Interpreters;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Local programs that the user wants to stand in for the platform's interpreters. Immutable.
 *
 * @param programs by the path on the platform ({@code /var/lang/node18/bin/node}), by the directory under {@code /var/lang} ({@code
 *     node18}) or by the language ({@code node}, {@code python}, {@code php}, {@code java}); the more precise one wins
 */
public record InterpreterChoices(Map<String, Path> programs) {
    /** The nearest one is taken everywhere. */
    public static final InterpreterChoices NONE = new InterpreterChoices(Map.of());

    public InterpreterChoices {
        programs = Map.copyOf(programs);
    }

    /** Whether anything of the platform is called so. */
    public static boolean isName(String name) {
        return Stream.of(Language.values()).anyMatch(language -> language.id().equals(name))
                || Interpreters.inDirectory(name).isPresent()
                || Interpreters.parse(name).isPresent();
    }

    /** What is to stand in for a program of one of the platform's interpreters; empty if nothing is chosen for it. */
    public Optional<Path> of(Interpreter interpreter, String program) {
        Optional<Path> exact = Optional.ofNullable(programs.get(interpreter.path(program)));
        return interpreter.runsScripts(program)
                ? exact.or(() -> Optional.ofNullable(programs.get(interpreter.directory())))
                        .or(() -> Optional.ofNullable(
                                programs.get(interpreter.language().id())))
                : exact;
    }
}
