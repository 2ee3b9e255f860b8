package io.scflocal.core.platform;

import io.scflocal.core.platform.Interpreter.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The interpreters that exist on the platform. Source: vendor documentation 583/56126 (start file) and the list of runtimes. */
public final class Interpreters {
    /** The directory under which the platform keeps all of them. */
    public static final String ROOT = "/var/lang";

    static final String NPM = "npm";

    private static final List<Interpreter> KNOWN = Stream.concat(
                    Stream.of("26", "24", "22", "20.19", "18.15", "16.13", "14.18", "12.16", "10.15", "8.9", "6.10")
                            .map(Interpreters::node),
                    Stream.of(
                            python("python311", "3.11", "python3.11", "python3"),
                            python("python310", "3.10", "python3.10", "python3"),
                            python("python39", "3.9", "python3.9", "python3"),
                            python("python37", "3.7", "python3", "python3.7"),
                            python("python3", "3.6", "python3", "python3.6"),
                            python("python2", "2.7", "python"),
                            php("php80", "8.0"),
                            php("php74", "7.4"),
                            php("php7", "7.2"),
                            php("php5", "5.6"),
                            java("11"),
                            java("8")))
            .toList();

    private static final Map<String, Interpreter> BY_DIRECTORY =
            KNOWN.stream().collect(Collectors.toUnmodifiableMap(Interpreter::directory, Function.identity()));

    private Interpreters() {}

    /** All of them, newest first within a language. */
    public static List<Interpreter> known() {
        return KNOWN;
    }

    /** The one in the directory of that name under {@link #ROOT}. */
    public static Optional<Interpreter> inDirectory(String name) {
        return Optional.ofNullable(BY_DIRECTORY.get(name));
    }

    /** The one that the path belongs to; empty if the platform has no such program. */
    public static Optional<Interpreter> parse(String path) {
        return KNOWN.stream()
                .filter(interpreter -> interpreter.programs().stream()
                        .anyMatch(program -> interpreter.path(program).equals(path)))
                .findFirst();
    }

    private static Interpreter node(String release) {
        String version = release.split("\\.")[0];
        return new Interpreter("node" + version, Language.NODE, version, release, List.of("node", NPM));
    }

    private static Interpreter python(String directory, String version, String... programs) {
        return new Interpreter(directory, Language.PYTHON, version, version, List.of(programs));
    }

    private static Interpreter php(String directory, String version) {
        return new Interpreter(directory, Language.PHP, version, version, List.of("php"));
    }

    private static Interpreter java(String version) {
        return new Interpreter("java" + version, Language.JAVA, version, version, List.of("java"));
    }
}
