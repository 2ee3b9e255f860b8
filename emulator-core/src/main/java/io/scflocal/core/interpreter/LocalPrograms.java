package io.scflocal.core.interpreter;

import io.scflocal.core.function.InterpreterChoices;
import io.scflocal.core.platform.HostSystem;
import io.scflocal.core.platform.Interpreter;
import io.scflocal.core.platform.Interpreter.Language;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The interpreters of this machine, and which of them stands in for which one of the platform. Thread-safe; the first question about a
 * language blocks for the disk, and what is installed later is not seen.
 */
public final class LocalPrograms {
    private final ProgramPlaces places;
    private final ProgramVersions versions = new ProgramVersions();
    private final InterpreterChoices choices;
    /** With the versions as far as they are known without asking. */
    private final Map<Language, List<Installed>> found = new ConcurrentHashMap<>();

    /**
     * Nothing is looked for yet.
     *
     * @param host the environment of the emulator
     * @param choices what the user wants
     */
    public LocalPrograms(Map<String, String> host, InterpreterChoices choices) {
        places = new ProgramPlaces(host, System.getProperty("java.home"), HostSystem.current());
        this.choices = choices;
    }

    /**
     * An interpreter of this machine.
     *
     * @param path its program
     * @param version what it says of itself, for example {@code 18.15.0}
     */
    public record Installed(Path path, String version) {}

    /** All interpreters of a language. Asks each of them for its version, which may take a second. */
    public List<Installed> installed(Language language) {
        return interpreters(language).stream()
                .map(program -> new Installed(program.path(), versions.of(program.path())))
                .filter(program -> !program.version().isEmpty())
                .toList();
    }

    /**
     * What stands in for a program of one of the platform's interpreters: what the user has chosen, else that of the nearest version. May
     * ask interpreters for their versions.
     *
     * @param program its name there, for example {@code node} or {@code npm}
     * @return empty if nothing does, or if what the user has chosen is no program
     */
    public Optional<Path> find(Interpreter interpreter, String program) {
        Optional<Path> chosen = choices.of(interpreter, program);
        if (chosen.isPresent()) {
            return chosen.filter(ProgramPlaces::isProgram);
        }
        if (interpreter.runsScripts(program)) {
            return nearest(interpreter);
        }
        return find(interpreter, interpreter.programs().get(0))
                .map(beside -> beside.resolveSibling(program))
                .filter(ProgramPlaces::isProgram)
                .or(() -> places.named(program));
    }

    /** The first program of that name that a shell would find. */
    public Optional<Path> named(String name) {
        return places.named(name);
    }

    /** What the user has chosen for it, if that is no program. */
    public Optional<Path> chosenInVain(Interpreter interpreter, String program) {
        return choices.of(interpreter, program).filter(path -> !ProgramPlaces.isProgram(path));
    }

    /**
     * Pairs a path of the platform with what stands in for it. Asks for the version, which may take a second.
     *
     * @param program its name there
     * @param local as {@link #find} gave it
     */
    public InterpreterMapping mapping(Interpreter interpreter, String program, Path local) {
        String version = interpreter.runsScripts(program) ? versions.of(local) : "";
        return new InterpreterMapping(interpreter.path(program), local.toString(), version);
    }

    private Optional<Path> nearest(Interpreter interpreter) {
        return interpreters(interpreter.language()).stream()
                .filter(program -> isOfItsLine(interpreter, program.version()))
                .min(Comparator.comparingInt(program -> interpreter.distance(program.version())))
                .map(Installed::path);
    }

    private List<Installed> interpreters(Language language) {
        return found.computeIfAbsent(language, unknown -> places.interpreters(language).stream()
                .map(program -> new Installed(program, versions.quick(program)))
                .filter(program -> !program.version().isEmpty())
                .toList());
    }

    /** Python 2 and Python 3 are two languages. */
    private static boolean isOfItsLine(Interpreter interpreter, String version) {
        return interpreter.language() != Language.PYTHON
                || version.charAt(0) == interpreter.version().charAt(0);
    }
}
