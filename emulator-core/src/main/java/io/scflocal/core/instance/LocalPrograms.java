package io.scflocal.core.instance;

import io.scflocal.core.platform.Interpreter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The interpreters of this machine. Immutable; reads the disk at every question. */
final class LocalPrograms {
    private final List<Path> directories = new ArrayList<>();
    private final Optional<Path> configuredJava;

    /**
     * @param host the environment of the emulator
     * @param javaHome home of the Java runtime that runs the emulator
     */
    LocalPrograms(Map<String, String> host, String javaHome) {
        // An emulator that was started from a desktop has a short PATH, so the usual places come first.
        Stream<String> usual = Stream.of("/usr/local/bin", "/usr/bin", "/opt/homebrew/bin");
        Stream<String> path =
                Stream.of(host.getOrDefault("PATH", "").split(":")).filter(entry -> !entry.isEmpty());
        Stream.concat(usual, path).map(Path::of).distinct().forEach(directories::add);
        directories.add(Path.of(javaHome, "bin"));
        configuredJava = Optional.ofNullable(host.get("JAVA_HOME")).map(home -> Path.of(home, "bin"));
    }

    /** What can stand in for a program of one of the platform's interpreters: the same version if it is here, else the nearest. */
    Optional<Path> find(Interpreter interpreter, String program) {
        return switch (interpreter.language()) {
            case NODE -> program.equals("node") ? first("node", "nodejs") : first(program);
            case PYTHON -> {
                String generic = "python" + interpreter.version().charAt(0);
                yield versioned("python" + interpreter.version()).or(() -> first(generic));
            }
            case PHP -> versioned("php" + interpreter.version()).or(() -> first("php"));
            case JAVA -> java();
        };
    }

    private Optional<Path> java() {
        return Stream.concat(configuredJava.stream(), directories.stream())
                .map(directory -> directory.resolve("java"))
                .filter(LocalPrograms::isProgram)
                .findFirst();
    }

    /** Version managers put a program of every version's name into "shims", also of versions that are not switched on. */
    private Optional<Path> versioned(String name) {
        return directories.stream()
                .filter(directory -> !directory.endsWith("shims"))
                .map(directory -> directory.resolve(name))
                .filter(LocalPrograms::isProgram)
                .findFirst();
    }

    private Optional<Path> first(String... names) {
        return Stream.of(names)
                .flatMap(name -> directories.stream().map(directory -> directory.resolve(name)))
                .filter(LocalPrograms::isProgram)
                .findFirst();
    }

    private static boolean isProgram(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }
}
