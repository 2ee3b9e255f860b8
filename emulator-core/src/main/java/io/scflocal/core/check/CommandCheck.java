package io.scflocal.core.check;

import io.scflocal.core.check.ShellScript.Command;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.Shebang;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at what the start file runs: the interpreters it names and the files it hands them. Touches the disk. */
final class CommandCheck {
    private static final String NAME = FunctionFolder.START_FILE;
    private static final Set<String> SCRIPT_READERS = Set.of("bash", "sh", "source", ".");
    private static final Set<String> TESTS = Set.of("[", "[[", "test");

    private final FunctionFolder folder;
    private final Findings findings;
    private final InterpreterCheck interpreters;

    CommandCheck(FunctionFolder folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
        interpreters = new InterpreterCheck(findings);
    }

    /** Looks at a start file's text. */
    void run(String script) throws IOException {
        Optional<Shebang> shebang = Shebang.parse(script.lines().findFirst().orElse(""));
        shebang.ifPresent(interpreters::checkShebang);
        if (shebang.isEmpty() || !shebang.get().isShell()) {
            return;
        }
        findings.examined(Subject.INTERPRETER);
        ShellScript shell = ShellScript.parse(script);
        Set<String> tested = shell.commands().stream()
                .filter(command -> TESTS.contains(command.program()))
                .flatMap(command -> command.arguments().stream())
                .collect(Collectors.toSet());
        WorkingDirectory directory = new WorkingDirectory(folder.path());
        for (Command command : shell.commands()) {
            if (command.program().equals("cd")) {
                directory.change(command.arguments());
            } else if (!tested.contains(command.program())) {
                interpreters.check(command, shell.variables());
            }
            if (directory.isKnown() && !TESTS.contains(command.program())) {
                checkFiles(command, directory, tested);
            }
        }
    }

    private void checkFiles(Command command, WorkingDirectory directory, Set<String> tested) throws IOException {
        if (command.name().equals("npm")) {
            checkNpm(command, directory);
            return;
        }
        Optional<String> entry = EntryFile.of(command);
        if (entry.isEmpty() || tested.contains(entry.get())) {
            return;
        }
        findings.examined(Subject.ENTRY_FILE);
        Optional<Path> file = directory.resolve(entry.get());
        boolean own = entry.get().equals(command.program());
        if (file.isPresent() && !EntryFile.exists(file.get(), command)) {
            findings.add(Finding.of(FindingKind.ENTRY_FILE_MISSING, NAME, command.line(), entry.get()));
        } else if (file.isPresent() && own && !file.get().toFile().canExecute()) {
            Finding finding = Finding.of(
                    FindingKind.ENTRY_FILE_NOT_EXECUTABLE,
                    folder.path().relativize(file.get()).toString(),
                    0,
                    entry.get());
            findings.add(finding.withFix(Fix.Kind.MAKE_EXECUTABLE));
        } else if (file.isPresent() && (own || SCRIPT_READERS.contains(command.name()))) {
            interpreters.checkScript(folder.path(), file.get());
        }
    }

    private void checkNpm(Command command, WorkingDirectory directory) throws IOException {
        List<String> arguments = command.arguments();
        boolean run = !arguments.isEmpty() && Set.of("run", "run-script").contains(arguments.get(0));
        String script = arguments.isEmpty() ? "" : arguments.get(run ? Math.min(1, arguments.size() - 1) : 0);
        if (!run && !Set.of("start", "test").contains(script)) {
            return;
        }
        findings.examined(Subject.ENTRY_FILE);
        Map<String, String> scripts =
                PackageJson.in(directory.path()).map(PackageJson::scripts).orElse(Map.of());
        if (!scripts.containsKey(script)) {
            findings.add(Finding.of(FindingKind.NPM_SCRIPT_MISSING, NAME, command.line(), script));
        }
    }
}
