package io.scflocal.core.launch;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.Shebang;
import io.scflocal.core.function.StartFile;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.interpreter.GitBash;
import io.scflocal.core.interpreter.InterpreterMapping;
import io.scflocal.core.interpreter.LocalPrograms;
import io.scflocal.core.interpreter.PlatformPaths;
import io.scflocal.core.platform.Interpreters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs start files on Windows, which starts no scripts: those for a shell by the bash of Git for Windows, others by the interpreter that
 * their first line names. Where a script names interpreters under {@code /var/lang}, bash evaluates a changed copy under the name of the
 * user's file, so that {@code $(dirname "$0")} finds the code; nothing is linked, which Windows lets few users do.
 */
final class BashStart implements StartPreparation {
    /** Names the copy to the command below, and is gone when the copy's own lines run. */
    static final String COPY = "SCF_LOCAL_START_FILE";

    /** Has no quotes, which Java does not pass on to programs of Windows as they are; so the text must not be split or expanded. */
    private static final String EVALUATE = "set -f; IFS=; eval $(<$" + COPY + ")";

    /** Takes the place of the first line, which is a comment to bash. */
    private static final String UNDO = "set +f; unset IFS " + COPY;

    private final GitBash bash;
    private final InterpreterStandIns standIns;
    private final LocalPrograms programs;

    BashStart(GitBash bash, InterpreterStandIns standIns, LocalPrograms programs) {
        this.bash = bash;
        this.standIns = standIns;
        this.programs = programs;
    }

    @Override
    public PreparedStart prepare(StartFile file, FunctionFolder folder, Path scratch) throws IOException, StartFailure {
        Optional<Shebang> shebang = file.shebang();
        if (shebang.isEmpty()) {
            return new PreparedStart(List.of(file.path().toString()), List.of());
        }
        List<InterpreterMapping> mappings = standIns.mappings(file);
        if (!shebang.get().isShell()) {
            return new PreparedStart(byInterpreter(shebang.get(), file.path()), mappings);
        }
        List<String> words = new ArrayList<>();
        words.add(bash.find().orElseThrow(BashStart::noBash).toString());
        words.addAll(shellOptions(shebang.get()));
        String name = file.path().toString().replace('\\', '/');
        if (!PlatformPaths.in(file.script()).isAnyAbsent()) {
            words.add(name);
            return new PreparedStart(words, mappings);
        }
        Path tree = scratch.resolve("var/lang");
        standIns.build(tree);
        Path copy = Files.writeString(scratch.resolve("start"), changed(file, tree), StandardCharsets.ISO_8859_1);
        words.addAll(List.of("-c", EVALUATE, name));
        return new PreparedStart(words, Map.of(COPY, GitBash.path(copy)), mappings);
    }

    private static String changed(StartFile file, Path tree) {
        int rest = (file.script() + "\n").indexOf('\n');
        return UNDO
                + PlatformPaths.replaceRoot(
                        file.script().substring(rest), InterpreterStandIns.bytesOf(GitBash.path(tree)));
    }

    private List<String> byInterpreter(Shebang shebang, Path file) throws StartFailure {
        List<String> named = named(shebang);
        List<String> words = new ArrayList<>();
        words.add(program(named.get(0))
                .orElseThrow(() -> InterpreterStandIns.missing(named.get(0)))
                .toString());
        words.addAll(named.subList(1, named.size()));
        words.add(file.toString());
        return words;
    }

    /** The interpreter and what it gets before the script's path, as Linux and env(1) would have it. */
    private static List<String> named(Shebang shebang) {
        String argument = shebang.argument();
        if (shebang.interpreter().endsWith("/env") && !argument.isEmpty()) {
            return List.of(argument.replaceFirst("^-S\\s+", "").split("\\s+"));
        }
        return argument.isEmpty() ? List.of(shebang.interpreter()) : List.of(shebang.interpreter(), argument);
    }

    private Optional<Path> program(String interpreter) {
        return Interpreters.parse(interpreter).isPresent()
                ? standIns.local(interpreter)
                : programs.named(interpreter.substring(interpreter.lastIndexOf('/') + 1));
    }

    private static List<String> shellOptions(Shebang shebang) {
        boolean env = shebang.interpreter().endsWith("/env");
        return env || shebang.argument().isEmpty() ? List.of() : List.of(shebang.argument());
    }

    private static StartFailure noBash() {
        return new StartFailure(
                StartProblem.BASH_MISSING,
                "There is no bash on this machine, which the start file needs; it comes with Git for Windows.",
                List.of(),
                List.of());
    }
}
