package io.scflocal.core.check;

import io.scflocal.core.check.ShellScript.Command;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.Shebang;
import io.scflocal.core.platform.Interpreter;
import io.scflocal.core.platform.Interpreter.Language;
import io.scflocal.core.platform.Interpreters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at the interpreters that a start file names: whether the platform has them under that name. */
final class InterpreterCheck {
    private static final String NAME = FunctionFolder.START_FILE;
    private static final Set<String> SHELLS =
            Set.of("/bin/bash", "/bin/sh", "/usr/bin/bash", "/usr/bin/sh", "/usr/bin/env", "/bin/env");
    private static final Pattern UNDER_ROOT = Pattern.compile(Interpreters.ROOT + "/([\\w.-]+)/bin/?([\\w.-]*)");
    private static final int MAX_SCRIPT_BYTES = 256 * 1024;

    private final Findings findings;

    InterpreterCheck(Findings findings) {
        this.findings = findings;
    }

    /** The first line of the start file. */
    void checkShebang(Shebang shebang) {
        findings.examined(Subject.INTERPRETER);
        String path = shebang.interpreter();
        if (path.endsWith("/env") && !shebang.isShell()) {
            checkBare(1, shebang.argument().replaceFirst("^-S\\s+", "").split("\\s", 2)[0], Map.of());
        } else if (path.startsWith(Interpreters.ROOT + "/")) {
            checkPlatformPath(1, path);
        } else if (!SHELLS.contains(path)) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            String instead = language(name).map(InterpreterCheck::example).orElse("/bin/bash");
            findings.add(Finding.of(FindingKind.HOST_INTERPRETER, NAME, 1, path, instead));
        }
    }

    /** A command of the start file. */
    void check(Command command, Map<String, String> variables) {
        String program = command.program();
        if (command.program().equals("export")) {
            command.arguments().stream()
                    .filter(word -> word.startsWith("PATH="))
                    .flatMap(word -> Stream.of(word.substring("PATH=".length()).split(":")))
                    .filter(entry -> entry.startsWith(Interpreters.ROOT + "/"))
                    .forEach(entry -> checkPlatformPath(command.line(), entry));
        } else if (program.startsWith(Interpreters.ROOT + "/")) {
            checkPlatformPath(command.line(), program);
        } else if (program.startsWith("/") && language(command.name()).isPresent()) {
            String instead = example(language(command.name()).get());
            findings.add(Finding.of(FindingKind.HOST_INTERPRETER, NAME, command.line(), program, instead));
        } else if (!program.contains("/")) {
            checkBare(command.line(), program, variables);
        }
    }

    /** A script that the start file runs, whose paths nobody replaces outside a sandbox. */
    void checkScript(Path folder, Path script) throws IOException {
        if (!Files.isRegularFile(script) || Files.size(script) > MAX_SCRIPT_BYTES) {
            return;
        }
        String text = Files.readString(script, StandardCharsets.ISO_8859_1);
        Matcher path = UNDER_ROOT.matcher(text);
        if (text.startsWith("#!") && path.find()) {
            String file = folder.relativize(script).toString().replace('\\', '/');
            findings.add(Finding.of(
                    FindingKind.PLATFORM_PATH_IN_SCRIPT, file, Lines.numberAt(text, path.start()), path.group()));
        }
    }

    private void checkBare(int line, String name, Map<String, String> variables) {
        Optional<Language> language = language(name);
        if (language.isPresent() && !isOnPath(language.get(), variables.getOrDefault("PATH", ""))) {
            String instead = example(language.get());
            boolean npm = name.equals("npm") || name.equals("npx");
            String path = npm ? instead.replaceFirst("node$", name) : instead;
            findings.add(Finding.of(FindingKind.BARE_INTERPRETER, NAME, line, name, path));
        }
    }

    private static boolean isOnPath(Language language, String path) {
        return Stream.of(path.split(":"))
                .map(UNDER_ROOT::matcher)
                .filter(Matcher::matches)
                .anyMatch(entry -> Interpreters.inDirectory(entry.group(1))
                        .filter(known -> known.language() == language)
                        .isPresent());
    }

    private void checkPlatformPath(int line, String path) {
        Matcher parts = UNDER_ROOT.matcher(path);
        if (path.contains("$") || !parts.matches()) {
            return;
        }
        Optional<Interpreter> known = Interpreters.inDirectory(parts.group(1));
        String program = parts.group(2);
        boolean interpreter = language(program).isPresent() && !program.equals("npx");
        if (known.isEmpty() || interpreter && !known.get().programs().contains(program)) {
            String nearest = known.map(Interpreter::mainPath).orElseGet(() -> nearest(parts.group(1)));
            findings.add(Finding.of(FindingKind.UNKNOWN_INTERPRETER, NAME, line, path, nearest));
        }
    }

    /** The main program of the directory whose name differs least: the same language, the next version. */
    private static String nearest(String directory) {
        String letters = directory.replaceAll("[^a-z]", "");
        return Interpreters.known().stream()
                .filter(known -> !letters.isEmpty() && known.directory().startsWith(letters))
                .min(Comparator.comparingInt(known -> Math.abs(number(known.directory()) - number(directory))))
                .map(Interpreter::mainPath)
                .orElse("");
    }

    private static int number(String directory) {
        String digits = directory.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 6 ? 0 : Integer.parseInt(digits);
    }

    private static Optional<Language> language(String program) {
        return switch (program.replaceFirst("[\\d.]+$", "")) {
            case "node", "nodejs", "npm", "npx" -> Optional.of(Language.NODE);
            case "python" -> Optional.of(Language.PYTHON);
            case "php" -> Optional.of(Language.PHP);
            case "java" -> Optional.of(Language.JAVA);
            default -> Optional.empty();
        };
    }

    /** A path that exists on the platform, of a version that most regions offer. */
    private static String example(Language language) {
        String directory =
                switch (language) {
                    case NODE -> "node20";
                    case PYTHON -> "python310";
                    case PHP -> "php80";
                    case JAVA -> "java11";
                };
        return Interpreters.inDirectory(directory).orElseThrow().mainPath();
    }
}
