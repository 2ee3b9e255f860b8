package io.scflocal.core.launch;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.Shebang;
import io.scflocal.core.function.StartFile;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.interpreter.InterpreterMapping;
import io.scflocal.core.interpreter.LocalPrograms;
import io.scflocal.core.interpreter.PlatformPaths;
import io.scflocal.core.platform.Interpreter;
import io.scflocal.core.platform.Interpreters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Lets a start file run that names interpreters under {@code /var/lang} which this machine does not have. A private tree takes the
 * place of {@code /var/lang}, with a small script for every program that has a local counterpart; in a temporary copy of the start file
 * the one prefix is replaced by the other, so that search paths and tests for a file's existence hold too. The copy stands beside links
 * to everything else in the folder, so that {@code $(dirname "$0")} finds the code. The user's file is never touched.
 */
final class InterpreterStandIns implements StartPreparation {
    private final LocalPrograms programs;
    private final Function<Path, String> pathInShell;

    InterpreterStandIns(LocalPrograms programs) {
        this(programs, Path::toString);
    }

    /** @param pathInShell how the shell that runs the small scripts writes a path */
    InterpreterStandIns(LocalPrograms programs, Function<Path, String> pathInShell) {
        this.programs = programs;
        this.pathInShell = pathInShell;
    }

    /**
     * {@inheritDoc}
     *
     * @throws StartFailure if the interpreter of the first line, or every interpreter that the script names, has no counterpart here,
     *     or if the user has chosen one that does not exist
     */
    @Override
    public PreparedStart prepare(StartFile file, FunctionFolder folder, Path scratch) throws IOException, StartFailure {
        PlatformPaths named = PlatformPaths.in(file.script());
        if (!named.isAnyAbsent()) {
            return new PreparedStart(List.of(file.path().toString()), List.of());
        }
        List<InterpreterMapping> mappings = mappings(file);
        Path tree = scratch.resolve("var/lang");
        build(tree);
        Path mirror = Files.createDirectory(scratch.resolve("user"));
        linkContents(folder.path(), mirror);
        Path copy = mirror.resolve(FunctionFolder.START_FILE);
        writeExecutable(copy, rewritten(file, tree));
        return new PreparedStart(List.of(copy.toString()), mappings);
    }

    /** Fills a directory that stands in for {@code /var/lang}: scripts that run every program that has a local counterpart. */
    void build(Path tree) throws IOException {
        for (Interpreter interpreter : Interpreters.known()) {
            buildStandIn(interpreter, tree.resolve(interpreter.directory()));
        }
    }

    /**
     * Fills a directory that takes the place of {@code /var/lang} itself: links to every program that has a local counterpart.
     *
     * @throws StartFailure if the interpreter of the first line, or every interpreter that the script names, has no counterpart here
     */
    List<InterpreterMapping> furnish(StartFile file, Path tree) throws IOException, StartFailure {
        List<InterpreterMapping> mappings = mappings(file);
        Files.createDirectory(tree);
        for (Interpreter interpreter : Interpreters.known()) {
            Path bin = tree.resolve(interpreter.directory()).resolve("bin");
            if (Files.exists(Path.of(Interpreters.ROOT, interpreter.directory()))) {
                Files.createDirectories(bin.getParent());
                continue;
            }
            for (String program : interpreter.programs()) {
                Optional<Path> local = programs.find(interpreter, program);
                if (local.isPresent()) {
                    place(local.get(), Files.createDirectories(bin).resolve(program));
                }
            }
        }
        return mappings;
    }

    private void place(Path local, Path platform) throws IOException {
        if (local.getParent().endsWith("shims")) {
            writeExecutable(platform, runs(local));
        } else {
            Files.createSymbolicLink(platform, local);
        }
    }

    /**
     * What stands in for the interpreters that a start file names and this machine does not have.
     *
     * @throws StartFailure as {@link #prepare}
     */
    List<InterpreterMapping> mappings(StartFile file) throws StartFailure {
        PlatformPaths named = PlatformPaths.in(file.script());
        for (String path : named.absentPrograms()) {
            Optional<Path> vain = programOf(path, programs::chosenInVain);
            if (vain.isPresent()) {
                throw chosenInVain(path, vain.get());
            }
        }
        String first = file.shebang().map(Shebang::interpreter).orElse("");
        if (Interpreters.parse(first).isPresent()
                && !Files.exists(Path.of(first))
                && local(first).isEmpty()) {
            throw missing(first);
        }
        List<String> absent = named.absentPrograms();
        List<InterpreterMapping> mappings = absent.stream()
                .flatMap(path -> programOf(path, this::mapping).stream())
                .toList();
        if (mappings.isEmpty()
                && !absent.isEmpty()
                && absent.size() == named.programs().size()) {
            throw missing(absent.get(0));
        }
        return mappings;
    }

    /** What stands in for one program of the platform. */
    Optional<Path> local(String platformPath) {
        return programOf(platformPath, programs::find);
    }

    private Optional<InterpreterMapping> mapping(Interpreter interpreter, String program) {
        return programs.find(interpreter, program).map(found -> programs.mapping(interpreter, program, found));
    }

    private static <T> Optional<T> programOf(
            String platformPath, BiFunction<Interpreter, String, Optional<T>> question) {
        String program = platformPath.substring(platformPath.lastIndexOf('/') + 1);
        return Interpreters.parse(platformPath).flatMap(interpreter -> question.apply(interpreter, program));
    }

    private void buildStandIn(Interpreter interpreter, Path directory) throws IOException {
        Path real = Path.of(Interpreters.ROOT, interpreter.directory());
        if (Files.exists(real)) {
            Files.createDirectories(directory.getParent());
            Files.createSymbolicLink(directory, real);
            return;
        }
        for (String program : interpreter.programs()) {
            Optional<Path> local = programs.find(interpreter, program);
            if (local.isPresent()) {
                Path script = Files.createDirectories(directory.resolve("bin")).resolve(program);
                writeExecutable(script, runs(local.get()));
            }
        }
    }

    /** A link would give the program a name that the shims of version managers take for another version. */
    private String runs(Path program) {
        return "#!/bin/sh\nexec '" + bytesOf(pathInShell.apply(program)).replace("'", "'\\''") + "' \"$@\"\n";
    }

    private String rewritten(StartFile file, Path tree) {
        int firstLineEnd = (file.script() + "\n").indexOf('\n');
        String firstLine = file.script().substring(0, firstLineEnd);
        String rest = file.script().substring(firstLineEnd);
        Optional<Path> interpreter = file.shebang()
                .map(Shebang::interpreter)
                .filter(path -> !Files.exists(Path.of(path)))
                .flatMap(this::local);
        // macOS does not start a script whose interpreter is a script, so the first line names the program itself.
        String first = interpreter.isPresent()
                ? firstLine.replace(
                        file.shebang().orElseThrow().interpreter(),
                        bytesOf(interpreter.get().toString()))
                : PlatformPaths.replaceRoot(firstLine, bytesOf(tree.toString()));
        return first + PlatformPaths.replaceRoot(rest, bytesOf(tree.toString()));
    }

    private static void linkContents(Path folder, Path mirror) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (!entry.endsWith(FunctionFolder.START_FILE)) {
                    Files.createSymbolicLink(mirror.resolve(entry.getFileName()), entry);
                }
            }
        }
    }

    private static void writeExecutable(Path file, String bytes) throws IOException {
        Files.writeString(file, bytes, StandardCharsets.ISO_8859_1);
        if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** A path in the encoding of {@link StartFile#script()}: one character per byte. */
    static String bytesOf(String path) {
        return new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static StartFailure chosenInVain(String platformPath, Path chosen) {
        return new StartFailure(
                StartProblem.CHOSEN_INTERPRETER_MISSING,
                chosen + ", which is chosen for " + platformPath + ", is no program.",
                List.of(chosen.toString(), platformPath),
                List.of());
    }

    static StartFailure missing(String platformPath) {
        return new StartFailure(
                StartProblem.INTERPRETER_MISSING,
                "No program on this machine can stand in for the interpreter " + platformPath + ".",
                List.of(platformPath),
                List.of());
    }
}
