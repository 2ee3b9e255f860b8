package io.scflocal.core.launch;

import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.port.FreePorts;
import io.scflocal.core.process.Household;
import io.scflocal.core.process.LinuxProcess;
import io.scflocal.core.process.ScratchDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out whether sandboxes can run here, by running one. */
public final class SandboxProbe {
    private static final long LIMIT_SECONDS = 10;
    /** Programs and the Debian packages that have them. */
    private static final Map<String, String> PROGRAMS =
            new LinkedHashMap<>(Map.of("pasta", "passt", "bwrap", "bubblewrap", "unshare", "util-linux"));

    private SandboxProbe() {}

    /**
     * Why there can be no sandbox.
     *
     * @param kind what it is
     * @param said what a program or the system said to it, or the names of the missing programs; empty if there is nothing
     * @param packages Debian packages whose installation would help, separated by blanks; empty if none would
     */
    public record Obstacle(Kind kind, String said, String packages) {

        /** What can stand in the way of a sandbox. */
        public enum Kind {
            /** This is no Linux. */
            OTHER_SYSTEM("other-system"),
            /** Programs are missing. */
            NOT_INSTALLED("not-installed"),
            /** The version of pasta that is here needs a network, and the machine has none. */
            OFFLINE("offline"),
            /** One that was tried did not start. */
            FAILED("failed"),
            /** One that was tried did not end. */
            NO_END("no-end");

            private final String id;

            Kind(String id) {
                this.id = id;
            }

            /** The stable name in machine-readable output. */
            public String id() {
                return id;
            }
        }

        /** {@code kind}, {@code said} and {@code packages}, for a {@link StartFailure} or an {@link InstanceNotice}. */
        List<String> details() {
            return List.of(kind.id(), said, packages);
        }
    }

    /**
     * What stands in the way; empty if nothing does. Blocks some hundred milliseconds.
     *
     * @param household who cleans up should this emulator be killed meanwhile
     */
    public static Optional<Obstacle> look(Household household) throws InterruptedException {
        if (!LinuxProcess.isSupported()) {
            return Optional.of(new Obstacle(Obstacle.Kind.OTHER_SYSTEM, "", ""));
        }
        List<String> missing = PROGRAMS.keySet().stream()
                .filter(program -> !isInstalled(program))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            return Optional.of(new Obstacle(
                    Obstacle.Kind.NOT_INSTALLED,
                    String.join(", ", missing),
                    missing.stream().map(PROGRAMS::get).collect(Collectors.joining(" "))));
        }
        try (ScratchDirectory scratch = ScratchDirectory.create(household)) {
            Optional<Obstacle> obstacle = run(scratch.path());
            return DefaultRoutes.ofThisMachine().isOffline() ? obstacle.map(SandboxProbe::offline) : obstacle;
        } catch (IOException e) {
            return Optional.of(new Obstacle(Obstacle.Kind.FAILED, String.valueOf(e.getMessage()), ""));
        }
    }

    /** Older versions of pasta copy the addresses of an interface that leads out and do not start where there is none; newer ones do. */
    private static Obstacle offline(Obstacle met) {
        return new Obstacle(Obstacle.Kind.OFFLINE, met.said(), "");
    }

    private static Optional<Obstacle> run(Path scratch) throws IOException, InterruptedException {
        Files.createDirectory(scratch.resolve(SandboxCommand.LANGUAGES));
        Path folder = Files.createDirectory(scratch.resolve("user"));
        int port = new FreePorts().find();
        Path output = scratch.resolve("output");
        Process process = new ProcessBuilder(
                        new SandboxCommand(folder, scratch, port, port, List.of(), OptionalInt.empty())
                                .running("/bin/true"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        if (ended && process.exitValue() == 0) {
            return Optional.empty();
        }
        String said = lastWords(output, scratch.resolve(SandboxCommand.NETWORK_LOG));
        return Optional.of(new Obstacle(said.isEmpty() ? Obstacle.Kind.NO_END : Obstacle.Kind.FAILED, said, ""));
    }

    private static String lastWords(Path... files) throws IOException {
        String said = "";
        for (Path file : files) {
            if (said.isBlank() && Files.isReadable(file)) {
                said = Files.readString(file, StandardCharsets.ISO_8859_1)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.contains("syslog"))
                        .reduce((first, second) -> second)
                        .orElse("");
            }
        }
        return said.strip();
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
