package io.scflocal.app;

import io.scflocal.app.WindowUnavailableException.Reason;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a window can be opened here. Needs no JavaFX, so it can be asked before JavaFX fails with a stack trace.
 *
 * @param operatingSystem name of the system, as in the property {@code os.name}
 * @param environment environment variables
 * @param libraryDirectories where the system keeps shared libraries
 */
public record Display(String operatingSystem, Map<String, String> environment, List<Path> libraryDirectories) {
    private static final System.Logger LOG = System.getLogger(Display.class.getName());
    /** What JavaFX needs; Debian has them in libgtk-3-0 and libxtst6. */
    private static final List<String> LIBRARIES = List.of("libgtk-3.so.0", "libXtst.so.6");

    private static final Path GRAPHICS_CARDS = Path.of("/dev/dri");
    private static final String RENDERER = "prism.order";
    private static final List<Path> ROOTS = List.of(
            Path.of("/usr/lib"), Path.of("/usr/lib64"), Path.of("/lib"), Path.of("/lib64"), Path.of("/usr/local/lib"));

    /** The display of this machine. Touches the disk. */
    public static Display ofSystem() {
        return new Display(System.getProperty("os.name"), System.getenv(), libraries());
    }

    /** What keeps a window from being opened; empty if nothing is known to. Touches the disk. */
    public Optional<Reason> problem() {
        if (!operatingSystem.toLowerCase(Locale.ROOT).startsWith("linux")) {
            return Optional.empty();
        }
        if (isUnset("DISPLAY") && isUnset("WAYLAND_DISPLAY")) {
            return Optional.of(Reason.NO_DISPLAY);
        }
        boolean missing = LIBRARIES.stream().anyMatch(this::isMissing);
        return missing ? Optional.of(Reason.LIBRARIES_MISSING) : Optional.empty();
    }

    /**
     * Tells JavaFX, before it starts, to draw in software where there is no graphics card. It would find that out by itself, but only
     * after it has loaded the graphics driver, which costs 60 MB and 0.2 s. Touches the disk.
     */
    static void prepareGraphics() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        if (linux && !Files.exists(GRAPHICS_CARDS) && System.getProperty(RENDERER) == null) {
            System.setProperty(RENDERER, "sw");
        }
    }

    private boolean isUnset(String variable) {
        return environment.getOrDefault(variable, "").isBlank();
    }

    private boolean isMissing(String library) {
        return libraryDirectories.stream().noneMatch(directory -> Files.exists(directory.resolve(library)));
    }

    /** The usual directories, their multi-arch directories such as {@code x86_64-linux-gnu}, and what the user has named. */
    private static List<Path> libraries() {
        List<Path> directories = new ArrayList<>();
        for (String named : System.getenv().getOrDefault("LD_LIBRARY_PATH", "").split(":")) {
            if (!named.isBlank()) {
                directories.add(Path.of(named));
            }
        }
        for (Path root : ROOTS) {
            directories.add(root);
            try (Stream<Path> below = Files.list(root)) {
                below.filter(path -> path.getFileName().toString().contains("-linux-"))
                        .forEach(directories::add);
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "{0} holds no libraries: {1}", root, e);
            }
        }
        return directories;
    }
}
