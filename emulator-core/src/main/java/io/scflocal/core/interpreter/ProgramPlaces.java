package io.scflocal.core.interpreter;

import io.scflocal.core.platform.HostSystem;
import io.scflocal.core.platform.Interpreter.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where interpreters are on this machine, those of version managers included. Immutable; reads the disk at every question. */
final class ProgramPlaces {
    private static final Pattern WILDCARD = Pattern.compile("[^/]*\\*[^/]*");

    private final List<Path> path = new ArrayList<>();
    private final HostSystem system;
    private final Map<String, String> host;
    private final String home;
    private final Optional<Path> configuredJava;

    /**
     * @param host the environment of the emulator
     * @param javaHome home of the Java runtime that runs the emulator
     */
    ProgramPlaces(Map<String, String> host, String javaHome, HostSystem system) {
        this.system = system;
        this.host = system.lookup(host);
        boolean windows = system == HostSystem.WINDOWS;
        // An emulator that was started from a desktop has a short PATH, so the usual places come first.
        Stream<String> usual = windows ? Stream.of() : Stream.of("/usr/local/bin", "/usr/bin", "/opt/homebrew/bin");
        Stream<String> entries = Stream.of(this.host.getOrDefault("PATH", "").split(system.pathSeparator()))
                .filter(entry -> !entry.isEmpty());
        Stream.concat(usual, entries).map(Path::of).distinct().forEach(path::add);
        path.add(Path.of(javaHome, "bin"));
        home = variable(windows ? "USERPROFILE" : "HOME");
        configuredJava = Optional.ofNullable(this.host.get("JAVA_HOME")).map(named -> Path.of(named, "bin"));
    }

    /** The interpreters of a language, each once, however many names it has; those that a shell would find come first. */
    Collection<Path> interpreters(Language language) {
        Map<Path, Path> found = new LinkedHashMap<>();
        String names = names(language);
        Stream.of(
                        language == Language.JAVA ? configuredJava.stream() : Stream.<Path>empty(),
                        path.stream(),
                        managed(language).stream())
                .flatMap(directories -> directories)
                .flatMap(directory -> programs(directory, names).stream())
                .forEach(program -> found.putIfAbsent(identity(program), program));
        return found.values();
    }

    /** The first program of that name that a shell would find. */
    Optional<Path> named(String name) {
        return path.stream()
                .flatMap(directory -> Stream.of(directory.resolve(name + suffix()), directory.resolve(name)))
                .filter(ProgramPlaces::isProgram)
                .findFirst();
    }

    static boolean isProgram(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }

    private String suffix() {
        return system == HostSystem.WINDOWS ? ".exe" : "";
    }

    private String variable(String name) {
        return host.getOrDefault(name, "/nonexistent");
    }

    private String names(Language language) {
        String name =
                switch (language) {
                    case NODE -> "node(?:js)?";
                    case PYTHON -> "python(?:\\d(?:\\.\\d+)?)?";
                    case PHP -> "php(?:\\d(?:\\.\\d+)?)?";
                    case JAVA -> "java";
                };
        return name + Pattern.quote(suffix());
    }

    private List<Path> managed(Language language) {
        List<String> patterns = system == HostSystem.WINDOWS ? managedOnWindows(language) : managedElsewhere(language);
        return patterns.stream().flatMap(pattern -> expanded(pattern).stream()).toList();
    }

    private List<String> managedOnWindows(Language language) {
        String programs = variable("ProgramFiles");
        String local = variable("LOCALAPPDATA");
        String roaming = variable("APPDATA");
        return switch (language) {
            case NODE ->
                List.of(
                        programs + "/nodejs",
                        roaming + "/nvm/v*",
                        roaming + "/fnm/node-versions/*/installation",
                        local + "/Volta/tools/image/node/*",
                        home + "/scoop/apps/nodejs*/current");
            case PYTHON ->
                List.of(
                        local + "/Programs/Python/Python*",
                        programs + "/Python*",
                        home + "/.pyenv/pyenv-win/versions/*",
                        home + "/scoop/apps/python*/current");
            case PHP -> List.of(programs + "/php*", home + "/scoop/apps/php*/current");
            case JAVA ->
                List.of(
                        programs + "/Java/*/bin",
                        programs + "/Eclipse Adoptium/*/bin",
                        programs + "/Microsoft/jdk*/bin",
                        home + "/.jdks/*/bin");
        };
    }

    private List<String> managedElsewhere(Language language) {
        return switch (language) {
            case NODE ->
                List.of(
                        home + "/.nvm/versions/node/*/bin",
                        home + "/.local/share/fnm/node-versions/*/installation/bin",
                        home + "/.volta/tools/image/node/*/bin",
                        home + "/.nodenv/versions/*/bin",
                        home + "/.asdf/installs/nodejs/*/bin",
                        home + "/.local/share/mise/installs/node/*/bin",
                        "/usr/local/n/versions/node/*/bin",
                        "/opt/homebrew/opt/node@*/bin");
            case PYTHON ->
                List.of(
                        home + "/.pyenv/versions/*/bin",
                        home + "/.asdf/installs/python/*/bin",
                        home + "/.local/share/mise/installs/python/*/bin",
                        home + "/.local/share/uv/python/*/bin",
                        "/opt/homebrew/opt/python@*/bin");
            case PHP -> List.of(home + "/.phpenv/versions/*/bin", "/opt/homebrew/opt/php@*/bin");
            case JAVA ->
                List.of(
                        "/usr/lib/jvm/*/bin",
                        home + "/.jenv/versions/*/bin",
                        home + "/.sdkman/candidates/java/*/bin",
                        "/Library/Java/JavaVirtualMachines/*/Contents/Home/bin");
        };
    }

    /** The directories that a pattern with one wildcard means. */
    private static List<Path> expanded(String pattern) {
        Matcher wildcard = WILDCARD.matcher(pattern);
        if (!wildcard.find()) {
            return List.of(Path.of(pattern));
        }
        String rest = pattern.substring(wildcard.end()).replaceFirst("^/", "");
        return entries(Path.of(pattern.substring(0, wildcard.start())), wildcard.group()).stream()
                .map(directory -> directory.resolve(rest))
                .toList();
    }

    private static List<Path> programs(Path directory, String names) {
        // What version managers put there stands for a version that is found on its own, and is slow to answer.
        if (directory.endsWith("shims")) {
            return List.of();
        }
        return entries(directory, "{node,python,php,java}*").stream()
                .filter(program -> program.getFileName().toString().matches(names))
                .filter(ProgramPlaces::isProgram)
                .toList();
    }

    /** Those whose names fit, the shortest name first. */
    private static List<Path> entries(Path directory, String glob) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, glob)) {
                entries.forEach(found::add);
            } catch (IOException | DirectoryIteratorException e) {
                // What can't be read has nothing for us.
                return List.of();
            }
        }
        found.sort(
                Comparator.comparing((Path entry) -> entry.toString().length()).thenComparing(entry -> entry));
        return found;
    }

    private static Path identity(Path program) {
        try {
            return program.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
