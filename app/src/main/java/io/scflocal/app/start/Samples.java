package io.scflocal.app.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the functions that come with the application: beside the distribution, or in the sources that it runs from. */
public final class Samples {
    /** System property that names the directory of the samples. */
    public static final String DIRECTORY = "scflocal.samples";
    /** System property that names the application's own directory. */
    public static final String HOME = "scflocal.home";
    /** System property that is true in an installed application. */
    public static final String PACKAGED = "scflocal.packaged";

    private static final List<String> NAMES = List.of("ws_java", "ws_node", "ws_python", "chat_room");

    private Samples() {}

    /**
     * Those that are there; blocks for the disk.
     *
     * @param data directory of the user's own files; an installed application's samples are copied there, so that they can be changed
     */
    public static List<Sample> find(Path data) {
        List<Sample> found = find(System::getProperty, Path.of("").toAbsolutePath());
        return Boolean.getBoolean(PACKAGED)
                ? found.stream()
                        .map(new SampleCopies(data.resolve("samples"))::of)
                        .toList()
                : found;
    }

    static List<Sample> find(UnaryOperator<@Nullable String> property, Path workingDirectory) {
        return candidates(property, workingDirectory)
                .filter(Files::isDirectory)
                .findFirst()
                .map(Samples::in)
                .orElse(List.of());
    }

    private static Stream<Path> candidates(UnaryOperator<@Nullable String> property, Path workingDirectory) {
        Optional<Path> named = Optional.ofNullable(property.apply(DIRECTORY)).map(Path::of);
        if (named.isPresent()) {
            return named.stream();
        }
        Stream<Path> distribution = Optional.ofNullable(property.apply(HOME)).map(Path::of).stream();
        Stream<Path> sources = Stream.<@Nullable Path>iterate(workingDirectory, path -> path != null, Path::getParent);
        return Stream.concat(distribution, sources).map(path -> path.resolve("samples"));
    }

    private static List<Sample> in(Path directory) {
        return NAMES.stream()
                .map(name -> new Sample(name, directory.resolve(name)))
                .filter(sample -> Files.isDirectory(sample.path()))
                .toList();
    }
}
